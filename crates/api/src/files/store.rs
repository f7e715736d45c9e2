//! The table of files.

use super::quota;
use crate::context::Context;
use crate::extract::Caller;
use crate::imports;
use crate::jobs::{self, Job};
use crate::places;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, FileId, PartnerId};
use gangway_entities::file::{Column, Entity, Model};
use gangway_entities::finders::OfPartner as _;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DatabaseTransaction,
    EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
};

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The logo of a client, which has one.
    ClientLogo,
}

impl Purpose {
    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ClientLogo => "client_logo",
        }
    }
}

/// A file to be kept.
#[derive(Debug)]
pub struct NewFile {
    /// Whose it is.
    pub client: ClientId,
    /// What it is for.
    pub purpose: Purpose,
    /// What it was called, cleaned.
    pub name: String,
    /// What it is served as.
    pub media_type: &'static str,
    /// Of the picture that was uploaded, in pixels.
    pub width: u32,
    /// Of the picture that was uploaded, in pixels.
    pub height: u32,
    /// SHA-256 of the upload in hex.
    pub digest: String,
    /// Sizes in pixels and their bytes.
    pub objects: Vec<(u32, Vec<u8>)>,
}

impl NewFile {
    fn bytes(&self) -> usize {
        self.objects.iter().map(|(_, bytes)| bytes.len()).sum()
    }

    fn row(&self, ctx: &Context, caller: &Caller, id: FileId) -> Result<Model, Refusal> {
        let sizes: Vec<String> = self
            .objects
            .iter()
            .map(|(size, _)| size.to_string())
            .collect();
        Ok(Model {
            partner_id: caller.partner.0,
            id: id.0,
            client_id: self.client.0,
            purpose: self.purpose.as_str().to_owned(),
            name: self.name.clone(),
            media_type: self.media_type.to_owned(),
            width: i32::try_from(self.width).map_err(Refusal::internal)?,
            height: i32::try_from(self.height).map_err(Refusal::internal)?,
            sizes: sizes.join(" "),
            bytes: i32::try_from(self.bytes()).map_err(Refusal::internal)?,
            digest: self.digest.clone(),
            created_by: caller.place_id.0,
            created_at: ctx.now(),
        })
    }
}

/// The file of a client for a purpose that has one.
pub async fn of_client(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
    purpose: Purpose,
) -> Result<Option<Model>, Refusal> {
    let of_client = Entity::of(partner)
        .filter(Column::ClientId.eq(client.0))
        .filter(Column::Purpose.eq(purpose.as_str()));
    Ok(of_client.one(db).await?)
}

/// Writes the objects of a file whose row is still to come.
pub async fn put(ctx: &Context, partner: PartnerId, file: &NewFile) -> Result<FileId, Refusal> {
    let id: FileId = ctx.new_id();
    for (size, bytes) in &file.objects {
        ctx.objects.put(partner, id, *size, bytes.clone()).await?;
        fail::fail_point!("object_written", |_| std::process::abort());
    }
    Ok(id)
}

/// Writes the row of a file whose objects are there, in place of the one before, within the quota.
pub async fn replace(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    id: FileId,
    file: &NewFile,
) -> Result<Model, Refusal> {
    let partner = caller.partner;
    places::lock_partner(ctx, tx, partner).await?;
    let before = of_client(tx, partner, file.client, file.purpose).await?;
    let replaced = before.as_ref().map(|row| FileId(row.id));
    let more = u64::try_from(file.bytes()).unwrap_or(u64::MAX);
    quota::has_room(ctx, tx, partner, replaced, more).await?;
    if let Some(before) = before {
        take_out(ctx, tx, &before).await?;
    }
    let row = file.row(ctx, caller, id)?;
    Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(tx)
        .await?;
    Ok(row)
}

/// Removes a row; its objects follow after the commit. False when somebody else was first.
pub async fn take_out(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
) -> Result<bool, Refusal> {
    let (partner, file) = (PartnerId(row.partner_id), FileId(row.id));
    if Entity::remove(partner, file).exec(tx).await?.rows_affected == 0 {
        return Ok(false);
    }
    let job = Job::FileRemoved { partner, file };
    let key = Some(format!("file_removed:{file}"));
    jobs::enqueue(ctx, tx, job, Some(partner), key, ctx.now()).await?;
    Ok(true)
}

/// Removes whatever there is of a client.
pub async fn take_all_out(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
) -> Result<(), Refusal> {
    let all = Entity::of(partner).filter(Column::ClientId.eq(client.0));
    for row in all.all(tx).await? {
        take_out(ctx, tx, &row).await?;
    }
    Ok(())
}

/// Which of these files of a partner have a row, or are lists that are still to be imported.
pub(super) async fn known(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    files: &[FileId],
) -> Result<Vec<FileId>, Refusal> {
    let ids = files.iter().map(|file| file.0);
    let rows = Entity::of(partner).filter(Column::Id.is_in(ids));
    let mut known = imports::keeping(db, partner, files).await?;
    known.extend(rows.all(db).await?.iter().map(|row| FileId(row.id)));
    Ok(known)
}
