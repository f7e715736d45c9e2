//! An object that comes in pieces: seen whole or not at all.

use super::objects::trouble;
use crate::refusal::Refusal;
use object_store::path::Path;
use object_store::{MultipartUpload, ObjectStore, ObjectStoreExt as _};
use std::sync::Arc;

/// Bytes held in memory at most before they are handed on; S3 takes no smaller parts.
const PART: usize = 5 * 1024 * 1024;

/// An object on its way. What is dropped unfinished is swept up later.
#[derive(Debug)]
pub struct Writing {
    store: Arc<dyn ObjectStore>,
    key: Path,
    held: Vec<u8>,
    /// Once there is more than one part.
    upload: Option<Box<dyn MultipartUpload>>,
}

impl Writing {
    pub(super) fn new(store: Arc<dyn ObjectStore>, key: Path) -> Self {
        Self {
            store,
            key,
            held: Vec::new(),
            upload: None,
        }
    }

    /// Adds bytes at the end.
    pub async fn add(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        self.held.extend_from_slice(bytes);
        if self.held.len() < PART {
            return Ok(());
        }
        self.hand_on().await
    }

    /// Makes the object be there.
    pub async fn finish(mut self) -> Result<(), Refusal> {
        if self.upload.is_none() {
            let put = self.store.put(&self.key, self.held.into()).await;
            return put.map(drop).map_err(trouble);
        }
        if !self.held.is_empty() {
            self.hand_on().await?;
        }
        if let Some(upload) = &mut self.upload {
            upload.complete().await.map_err(trouble)?;
        }
        Ok(())
    }

    /// Leaves nothing behind, as far as the store can be reached.
    pub async fn give_up(self) {
        if let Some(mut upload) = self.upload
            && let Err(error) = upload.abort().await
        {
            tracing::warn!("an upload that was cut off was not removed: {error}");
        }
    }

    async fn hand_on(&mut self) -> Result<(), Refusal> {
        let mut upload = if let Some(upload) = self.upload.take() {
            upload
        } else {
            let begun = self.store.put_multipart(&self.key).await;
            begun.map_err(trouble)?
        };
        let part = std::mem::take(&mut self.held);
        let written = upload.put_part(part.into()).await;
        self.upload = Some(upload);
        written.map_err(trouble)
    }
}
