//! The table of owners' keys.

use super::Spot;
use super::data_key::{DataKey, Unsealable, parts};
use crate::context::Context;
use crate::refusal::Refusal;
use gangway_entities::data_key::{ActiveModel, Column, Entity, Model};
use gangway_entities::finders::OfNobody as _;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use secrecy::SecretSlice;
use uuid::Uuid;

/// Seals a secret for its place, in the caller's transaction; its owner's key is made with the first.
pub async fn seal(
    ctx: &Context,
    tx: &DatabaseTransaction,
    spot: Spot<'_>,
    secret: &[u8],
) -> Result<String, Refusal> {
    let key = match of_owner(tx, spot.owner).await? {
        Some(row) => unwrap(ctx, &row)?,
        None => make(ctx, tx, spot.owner).await?,
    };
    key.seal(ctx.chance.as_ref(), spot, secret)
        .map_err(Refusal::internal)
}

/// Opens what was sealed for a place.
pub async fn open(
    ctx: &Context,
    db: &impl ConnectionTrait,
    spot: Spot<'_>,
    stored: &str,
) -> Result<SecretSlice<u8>, Refusal> {
    let unsealable = || Refusal::internal(Unsealable);
    let (id, _) = parts(stored).ok_or_else(unsealable)?;
    let row = Entity::all().filter(Column::Id.eq(id)).one(db).await?;
    let row = row.filter(|row| row.owner_id == spot.owner);
    let key = unwrap(ctx, &row.ok_or_else(unsealable)?)?;
    key.open(spot, stored).map_err(Refusal::internal)
}

async fn of_owner(db: &impl ConnectionTrait, owner: Uuid) -> Result<Option<Model>, Refusal> {
    let row = Entity::all().filter(Column::OwnerId.eq(owner));
    Ok(row.one(db).await?)
}

/// Makes the key, unless another transaction did meanwhile.
async fn make(ctx: &Context, tx: &DatabaseTransaction, owner: Uuid) -> Result<DataKey, Refusal> {
    let (id, master): (Uuid, _) = (ctx.new_id(), ctx.keys.master());
    let (_, wrapped) = master
        .new_data_key(ctx.chance.as_ref(), id, owner)
        .map_err(Refusal::internal)?;
    let row = ActiveModel {
        id: Set(id),
        owner_id: Set(owner),
        master_key_id: Set(master.id().to_owned()),
        wrapped: Set(wrapped),
        created_at: Set(ctx.now()),
    };
    let alone = OnConflict::column(Column::OwnerId).do_nothing().to_owned();
    Entity::insert(row)
        .on_conflict(alone)
        .exec_without_returning(tx)
        .await?;
    let row = of_owner(tx, owner).await?;
    unwrap(ctx, &row.ok_or_else(|| Refusal::internal(Unsealable))?)
}

fn unwrap(ctx: &Context, row: &Model) -> Result<DataKey, Refusal> {
    let master = ctx.keys.master();
    if row.master_key_id != master.id() {
        return Err(Refusal::internal(anyhow::anyhow!(
            "the key of {} was sealed by the master key {}, but {} is in use: set GANGWAY_SECRET_KEY back",
            row.owner_id,
            row.master_key_id,
            master.id()
        )));
    }
    master
        .data_key(row.id, row.owner_id, &row.wrapped)
        .map_err(Refusal::internal)
}
