//! The table of shareable links.

use crate::context::Context;
use crate::keys::Purpose;
use crate::links;
use crate::refusal::Refusal;
use gangway_domain::ids::{PartnerId, PartnerLinkId, PlaceId};
use gangway_domain::wire::PartnerLink;
use gangway_entities::finders::{OfPartner as _, partner_link_behind_link};
use gangway_entities::partner_link::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

/// A shareable link is taken back, never renewed.
pub const GENERATION: i32 = 1;

/// Makes a link; older ones stay until they are taken back.
pub async fn create(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    by: PlaceId,
) -> Result<Model, Refusal> {
    let row = ActiveModel {
        id: Set(ctx.new_id()),
        partner_id: Set(partner.0),
        created_by: Set(Some(by.0)),
        uses: Set(0),
        created_at: Set(ctx.now()),
        revoked_at: Set(None),
    };
    let row = Entity::insert(row).exec_with_returning(tx).await?;
    links::issue(ctx, tx, Purpose::PartnerLink, row.id, GENERATION).await?;
    Ok(row)
}

/// A partner's link.
pub async fn require(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    id: PartnerLinkId,
) -> Result<Model, Refusal> {
    Entity::one_of(partner, id)
        .one(db)
        .await?
        .ok_or_else(Refusal::not_found)
}

/// Takes a link back. False when it was taken back before.
pub async fn revoke(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    id: PartnerLinkId,
) -> Result<bool, Refusal> {
    let taken = Entity::change(partner, id)
        .col_expr(Column::RevokedAt, Expr::value(ctx.now()))
        .filter(Column::RevokedAt.is_null())
        .exec(tx)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Counts a use.
pub async fn count_use(tx: &DatabaseTransaction, row: &Model) -> Result<(), Refusal> {
    Entity::change(PartnerId(row.partner_id), row.id)
        .col_expr(Column::Uses, Expr::col(Column::Uses).add(1))
        .exec(tx)
        .await?;
    Ok(())
}

/// The link behind a token.
pub async fn find(db: &impl ConnectionTrait, token: &str) -> Result<Model, Refusal> {
    let opened = links::open(db, Purpose::PartnerLink, token).await?;
    partner_link_behind_link(opened.subject.into())
        .one(db)
        .await?
        .ok_or_else(links::unknown)
}

/// The row as it travels.
pub fn show(ctx: &Context, row: Model) -> PartnerLink {
    let works = row.revoked_at.is_none();
    PartnerLink {
        id: row.id.into(),
        url: works.then(|| links::address(ctx, Purpose::PartnerLink, row.id, GENERATION)),
        uses: u32::try_from(row.uses).unwrap_or_default(),
        created_at: row.created_at,
        revoked_at: row.revoked_at,
    }
}
