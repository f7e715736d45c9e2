//! `GET /api/v1/clients/{id}/schedules`

use super::show::show_all;
use crate::answer::ok;
use crate::clients;
use crate::context::Context;
use crate::extract::{Cursor, May, Paging, PathId, ReadApplication, part};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{Page, Schedule};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::schedule::{Column, Entity, Model};
use sea_orm::{ColumnTrait as _, PaginatorTrait as _, QueryFilter as _};

/// Lists a client's schedules, newest first
///
/// `q` finds parts of their names.
#[utoipa::path(tag = "Availability", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = Page<Schedule>)),
    extensions(("x-scope" = json!("application:read")), ("x-list" = json!(true))))]
#[get("/api/v1/clients/{id}/schedules")]
pub async fn list_schedules(
    ctx: Data<Context>,
    may: May<ReadApplication>,
    id: PathId<ClientId>,
    paging: Paging,
) -> Answer {
    let (db, partner, client) = (ctx.db.reader(), may.0.partner, id.0);
    clients::require(db, &may.0, client).await?;
    let mut rows = Entity::of(partner).filter(Column::ClientId.eq(client.0));
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
        data: show_all(db, partner, client, page.data).await?,
        next: page.next,
        total: page.total,
    })
}
