//! `GET /api/v1/api-keys` and `GET /api/v1/api-keys/{id}`

use super::store;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{Cursor, ManageApiKeys, May, Paging, PathId};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::ApiKeyId;
use gangway_domain::wire::{ApiKey, Page};
use gangway_entities::api_key::{Column, Entity, Model};
use gangway_entities::finders::OfPartner as _;
use sea_orm::PaginatorTrait as _;

/// Lists the partner's API keys, newest first
///
/// Never the keys themselves: those are shown once, when they are made.
#[utoipa::path(tag = "API keys", responses((status = 200, body = Page<ApiKey>)),
    extensions(("x-scope" = json!("api_keys:write")), ("x-list" = json!(true))))]
#[get("/api/v1/api-keys")]
pub async fn list_api_keys(ctx: Data<Context>, may: May<ManageApiKeys>, paging: Paging) -> Answer {
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
    let place = |row: &Model| Cursor::of(row.created_at, row.id);
    let page = paging.page(found, place, total, |row| row);
    let data = store::show_all(&ctx, db, may.0.partner, page.data).await?;
    ok(&Page {
        data,
        next: page.next,
        total: page.total,
    })
}

/// Reads an API key, without the key itself
#[utoipa::path(tag = "API keys", params(("id" = ApiKeyId, Path, description = "The key.")),
    responses((status = 200, body = ApiKey)), extensions(("x-scope" = json!("api_keys:write"))))]
#[get("/api/v1/api-keys/{id}")]
pub async fn read_api_key(
    ctx: Data<Context>,
    may: May<ManageApiKeys>,
    id: PathId<ApiKeyId>,
) -> Answer {
    let db = ctx.db.reader();
    let row = store::require(db, may.0.partner, id.0).await?;
    ok(&store::show_one(&ctx, db, row).await?)
}
