//! `GET /api/v1/tech-groups` and `GET /api/v1/tech-groups/{id}`

use super::show::{show_all, show_one};
use super::store;
use crate::answer::{ok, tagged};
use crate::context::Context;
use crate::extract::{Cursor, May, Paging, PathId, ReadRecords, part};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::TechGroupId;
use gangway_domain::wire::{Page, TechGroup};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::tech_group::{Column, Entity, Model};
use sea_orm::{ColumnTrait as _, PaginatorTrait as _, QueryFilter as _};

/// Lists the groups of the staff, newest first
///
/// `q` finds parts of their names.
#[utoipa::path(tag = "Tech groups", responses((status = 200, body = Page<TechGroup>)),
    extensions(("x-scope" = json!("records:read")), ("x-list" = json!(true))))]
#[get("/api/v1/tech-groups")]
pub async fn list_tech_groups(ctx: Data<Context>, may: May<ReadRecords>, paging: Paging) -> Answer {
    let (db, caller) = (ctx.db.reader(), may.0);
    let mut rows = Entity::of(caller.partner);
    if let Some(q) = &paging.q {
        rows = rows.filter(Column::NameKey.like(part(&q.to_lowercase())));
    }
    let total = if paging.count {
        Some(rows.clone().count(db).await?)
    } else {
        None
    };
    let found = paging.slice(rows, Column::CreatedAt, Column::Id);
    let place = |row: &Model| Cursor::of(row.created_at, row.id);
    let page = paging.page(found.all(db).await?, place, total, |row| row);
    ok(&Page {
        data: show_all(db, &caller, page.data).await?,
        next: page.next,
        total: page.total,
    })
}

/// Reads a group of the staff
#[utoipa::path(tag = "Tech groups", params(("id" = TechGroupId, Path, description = "The group.")),
    responses((status = 200, body = TechGroup)),
    extensions(("x-scope" = json!("records:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/tech-groups/{id}")]
pub async fn read_tech_group(
    ctx: Data<Context>,
    may: May<ReadRecords>,
    id: PathId<TechGroupId>,
) -> Answer {
    let (db, caller) = (ctx.db.reader(), may.0);
    let row = store::require(db, caller.partner, id.0).await?;
    tagged(row.version, &show_one(db, &caller, row).await?)
}
