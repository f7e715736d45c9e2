//! `GET /api/v1/users` and `GET /api/v1/users/{id}`

use super::show::{show_all, show_one};
use crate::answer::{ok, tagged};
use crate::context::Context;
use crate::extract::{Caller, Cursor, May, Paging, PathId, ReadUsers, part};
use crate::places;
use crate::refusal::{Answer, Refusal};
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::PlaceId;
use gangway_domain::wire::{Page, User};
use gangway_entities::place::{Column, Entity, Model};
use sea_orm::{ColumnTrait, ConnectionTrait, PaginatorTrait as _, QueryFilter, Select};

/// Lists the partner's staff, newest first
#[utoipa::path(tag = "Users", responses((status = 200, body = Page<User>)),
    extensions(("x-scope" = json!("users:read")), ("x-list" = json!(true))))]
#[get("/api/v1/users")]
pub async fn list_users(ctx: Data<Context>, may: May<ReadUsers>, paging: Paging) -> Answer {
    list(&ctx, &may.0, places::at(may.0.partner, None), &paging).await
}

/// Reads a staff member
#[utoipa::path(tag = "Users", params(("id" = PlaceId, Path, description = "The user.")),
    responses((status = 200, body = User)),
    extensions(("x-scope" = json!("users:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/users/{id}")]
pub async fn read_user(ctx: Data<Context>, may: May<ReadUsers>, id: PathId<PlaceId>) -> Answer {
    let row = require_staff(ctx.db.reader(), &may.0, id.0).await?;
    tagged(row.version, &show_one(ctx.db.reader(), &may.0, row).await?)
}

/// A page of places.
pub async fn list(ctx: &Context, caller: &Caller, rows: Select<Entity>, paging: &Paging) -> Answer {
    let db = ctx.db.reader();
    let rows = match &paging.q {
        None => rows,
        Some(q) => rows.filter(Column::Email.like(part(&q.to_lowercase()))),
    };
    let total = if paging.count {
        Some(rows.clone().count(db).await?)
    } else {
        None
    };
    let found = paging
        .slice(rows, Column::CreatedAt, Column::Id)
        .all(db)
        .await?;
    let page = paging.page(
        found,
        |row| Cursor::of(row.created_at, row.id),
        total,
        |row| row,
    );
    let data = show_all(db, caller, page.data).await?;
    ok(&Page {
        data,
        next: page.next,
        total: page.total,
    })
}

/// A staff member of the caller's partner.
pub async fn require_staff(
    db: &impl ConnectionTrait,
    caller: &Caller,
    id: PlaceId,
) -> Result<Model, Refusal> {
    places::at(caller.partner, None)
        .filter(Column::Id.eq(id.0))
        .one(db)
        .await?
        .ok_or_else(Refusal::not_found)
}
