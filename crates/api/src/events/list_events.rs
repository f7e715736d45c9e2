//! `GET /api/v1/events`

use super::filter::Filter;
use super::show::Around;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{Caller, Cursor, May, Paging, ReadActivity};
use crate::refusal::{Answer, Refusal};
use actix_web::web::Data;
use actix_web::{HttpRequest, get};
use gangway_domain::ids::{ClientId, PlaceId};
use gangway_domain::wire::{Event, EventGroup, Page};
use gangway_entities::event::{Column, Entity};
use gangway_entities::finders::OfPartner as _;
use sea_orm::{
    ColumnTrait, ConnectionTrait, PaginatorTrait as _, QueryFilter, QueryOrder, QuerySelect as _,
    Select,
};

/// Lists what happened at the partner and its clients, newest first
///
/// `q` finds parts of what things were called and of the fields that changed.
#[utoipa::path(tag = "Activity",
    params(("group" = Option<EventGroup>, Query, description = "Only events about this."),
        ("user_id" = Option<PlaceId>, Query, description = "Only what this user did."),
        ("client_id" = Option<ClientId>, Query, description = "Only events of this client."),
        ("from" = Option<DateTime<Utc>>, Query, description = "Only from this time on."),
        ("to" = Option<DateTime<Utc>>, Query, description = "Only before this time.")),
    responses((status = 200, body = Page<Event>)),
    extensions(("x-scope" = json!("activity:read")), ("x-list" = json!(true))))]
#[get("/api/v1/events")]
pub async fn list_events(
    ctx: Data<Context>,
    may: May<ReadActivity>,
    paging: Paging,
    request: HttpRequest,
) -> Answer {
    let caller = may.0;
    let db = ctx.db.reader();
    let rows = Filter::of(&request)?.rows(db, &caller, &paging).await?;
    let total = if paging.count {
        Some(rows.clone().count(db).await?)
    } else {
        None
    };
    let rows = after(db, &caller, rows, paging.after).await?;
    let found = rows
        .order_by_desc(Column::Sequence)
        .limit(paging.limit + 1)
        .all(db)
        .await?;
    let around = Around::of(db, caller.partner, &found).await?;
    ok(&paging.page(
        found,
        |row| Cursor::of(row.created_at, row.id),
        total,
        |row| around.show(row),
    ))
}

/// What follows the event of a cursor; one that is not the partner's is a time and nothing more.
async fn after(
    db: &impl ConnectionTrait,
    caller: &Caller,
    rows: Select<Entity>,
    cursor: Option<Cursor>,
) -> Result<Select<Entity>, Refusal> {
    let Some(cursor) = cursor else {
        return Ok(rows);
    };
    let known = Entity::one_of(caller.partner, cursor.id()).one(db).await?;
    Ok(rows.filter(match known {
        Some(row) => Column::Sequence.lt(row.sequence),
        None => Column::CreatedAt.lt(cursor.at()),
    }))
}
