//! Where the bytes lie: objects, named by partner, file and size. Never by anything somebody typed.

use super::writing::Writing;
use super::{s3, unfinished};
use crate::config;
use crate::outgoing::Outgoing;
use crate::refusal::Refusal;
use anyhow::Context as _;
use bytes::Bytes;
use futures_util::TryStreamExt as _;
use futures_util::stream::BoxStream;
use gangway_domain::ids::{FileId, PartnerId};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{Error, ObjectStore, ObjectStoreExt as _};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// When to come back if the store is in trouble, in seconds.
const COME_BACK_S: u32 = 5;

/// The bytes of all files.
#[derive(Clone, Debug)]
pub struct Objects {
    store: Arc<dyn ObjectStore>,
    /// Where it is a folder.
    folder: Option<PathBuf>,
}

impl Objects {
    /// The store of the settings; its folder is made when missing.
    pub fn open(settings: &config::Files, outgoing: &Outgoing) -> anyhow::Result<Self> {
        if let Some(bucket) = &settings.s3 {
            let store = s3::open(bucket, outgoing.provider_client());
            return Ok(Self {
                store: Arc::new(store.context("the S3 settings cannot be used")?),
                folder: None,
            });
        }
        let folder = settings.folder.clone();
        let told = || format!("the folder {} cannot be used", folder.display());
        std::fs::create_dir_all(&folder).with_context(told)?;
        let store = LocalFileSystem::new_with_prefix(&folder).with_context(told)?;
        Ok(Self {
            // Durable before the row commits; folders of removed files go too.
            store: Arc::new(store.with_fsync(true).with_automatic_cleanup(true)),
            folder: Some(folder),
        })
    }

    /// Writes one size of a file.
    pub async fn put(
        &self,
        partner: PartnerId,
        file: FileId,
        size: u32,
        bytes: Vec<u8>,
    ) -> Result<(), Refusal> {
        let key = key(partner, file, size);
        let put = self.store.put(&key, bytes.into()).await;
        put.map(|_| ()).map_err(trouble)
    }

    /// Reads one size of a file.
    pub async fn get(&self, partner: PartnerId, file: FileId, size: u32) -> Result<Bytes, Refusal> {
        let found = self.store.get(&key(partner, file, size)).await;
        found.map_err(trouble)?.bytes().await.map_err(trouble)
    }

    /// Begins to write one size of a file piece by piece.
    pub fn write(&self, partner: PartnerId, file: FileId, size: u32) -> Writing {
        Writing::new(Arc::clone(&self.store), key(partner, file, size))
    }

    /// One size of a file, piece by piece.
    pub async fn pieces(
        &self,
        partner: PartnerId,
        file: FileId,
        size: u32,
    ) -> Result<BoxStream<'static, Result<Bytes, Error>>, Refusal> {
        let found = self.store.get(&key(partner, file, size)).await;
        Ok(found.map_err(trouble)?.into_stream())
    }

    /// Removes whatever there is of a file.
    pub async fn remove(&self, partner: PartnerId, file: FileId) -> Result<(), Refusal> {
        let folder = Path::from(format!("{partner}/{file}"));
        let listed = self
            .store
            .list(Some(&folder))
            .map_ok(|object| object.location);
        for key in listed.try_collect::<Vec<_>>().await.map_err(trouble)? {
            match self.store.delete(&key).await {
                Ok(()) | Err(Error::NotFound { .. }) => {}
                Err(error) => return Err(trouble(error)),
            }
        }
        Ok(())
    }

    /// Every file that has objects. What is not named as ours is left alone.
    pub async fn files(&self) -> Result<BTreeSet<(PartnerId, FileId)>, Refusal> {
        let listed = self.store.list(None).map_ok(|object| object.location);
        let files = listed.try_filter_map(async |key| Ok(whose(&key)));
        files.try_collect().await.map_err(trouble)
    }

    /// Removes what writing that was cut off has left, as far as a file is old enough; gives how much.
    pub async fn remove_unfinished(
        &self,
        is_old: impl Fn(FileId) -> bool + Send + 'static,
    ) -> Result<usize, Refusal> {
        let Some(folder) = self.folder.clone() else {
            // S3 shows an object whole or not at all.
            return Ok(0);
        };
        let removed = tokio::task::spawn_blocking(move || unfinished::remove(&folder, is_old));
        removed
            .await
            .map_err(Refusal::internal)?
            .map_err(Refusal::internal)
    }

    /// Writes, reads and removes an object.
    pub async fn check(&self) -> Result<(), Error> {
        let key = Path::from("doctor");
        self.store
            .put(&key, Bytes::from_static(b"doctor").into())
            .await?;
        self.store.get(&key).await?.bytes().await?;
        self.store.delete(&key).await
    }
}

fn key(partner: PartnerId, file: FileId, size: u32) -> Path {
    Path::from(format!("{partner}/{file}/{size}"))
}

/// The file an object is of.
fn whose(key: &Path) -> Option<(PartnerId, FileId)> {
    let mut parts = key.parts();
    let partner = parts.next()?.as_ref().parse().ok()?;
    let file = parts.next()?.as_ref().parse().ok()?;
    parts.next()?;
    Some((partner, file))
}

/// The store is away, or an object went while it was asked for: somebody replaced the file just now.
pub(super) fn trouble(error: Error) -> Refusal {
    Refusal::unavailable(COME_BACK_S, error)
}
