//! The table of matches: what the columns of a header are read as, for the partner's next file with it.

use super::show::read;
use super::store::stored;
use crate::context::Context;
use crate::extract::Caller;
use crate::refusal::Refusal;
use gangway_domain::ids::PartnerId;
use gangway_entities::client_import_match::{ActiveModel, Column, Entity};
use gangway_entities::finders::OfPartner as _;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseTransaction, EntityTrait as _, QueryFilter as _,
};
use uuid::Uuid;

/// What the columns of a header were last matched with.
pub async fn remembered(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    digest: &str,
) -> Result<Option<Vec<Option<String>>>, Refusal> {
    let found = Entity::of(partner).filter(Column::HeaderDigest.eq(digest));
    let found = found.one(db).await?;
    found.map(|row| read(row.columns)).transpose()
}

/// Keeps what the columns of a header are, in place of what was said of it before.
pub async fn remember(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    digest: &str,
    columns: &[Option<String>],
) -> Result<(), Refusal> {
    let row = ActiveModel {
        partner_id: Set(caller.partner.0),
        id: Set(ctx.new_id::<Uuid>()),
        header_digest: Set(digest.to_owned()),
        columns: Set(stored(&columns)?),
        matched_by: Set(caller.place_id.0),
        matched_at: Set(ctx.now()),
    };
    let again = OnConflict::columns([Column::PartnerId, Column::HeaderDigest])
        .update_columns([Column::Columns, Column::MatchedBy, Column::MatchedAt])
        .to_owned();
    Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
