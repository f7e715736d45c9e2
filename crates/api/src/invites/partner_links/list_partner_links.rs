//! `GET /api/v1/partner-links`

use super::store;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{CreateClients, Cursor, May, Paging};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::wire::{Page, PartnerLink};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::partner_link::{Column, Entity};
use sea_orm::PaginatorTrait as _;

/// Lists the partner's shareable links, newest first
#[utoipa::path(tag = "Invitations", responses((status = 200, body = Page<PartnerLink>)),
    extensions(("x-scope" = json!("clients:create")), ("x-list" = json!(true))))]
#[get("/api/v1/partner-links")]
pub async fn list_partner_links(
    ctx: Data<Context>,
    may: May<CreateClients>,
    paging: Paging,
) -> Answer {
    let db = ctx.db.reader();
    let rows = Entity::of(may.0.partner);
    let total = if paging.count {
        Some(rows.clone().count(db).await?)
    } else {
        None
    };
    let found = paging
        .slice(rows, Column::CreatedAt, Column::Id)
        .all(db)
        .await?;
    let place = |row: &_| place_of(row);
    ok(&paging.page(found, place, total, |row| store::show(&ctx, row)))
}

fn place_of(row: &gangway_entities::partner_link::Model) -> Cursor {
    Cursor::of(row.created_at, row.id)
}
