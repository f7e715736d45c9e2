//! `GET /api/v1/me/sessions`

use super::device_words::device_words;
use super::open_sessions::open_of;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{Cursor, Paging, SignedIn};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::{PersonId, SessionId};
use gangway_domain::wire::{OpenSession, Page};
use gangway_entities::session::{Column, Model};
use sea_orm::PaginatorTrait as _;

/// Lists where one is signed in, newest first
#[utoipa::path(tag = "Sign-in", responses((status = 200, body = Page<OpenSession>)),
    extensions(("x-list" = json!(true))))]
#[get("/api/v1/me/sessions")]
pub async fn list_my_sessions(ctx: Data<Context>, me: SignedIn, paging: Paging) -> Answer {
    let db = ctx.db.reader();
    let rows = open_of(&ctx, PersonId(me.person.id));
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
    ok(&paging.page(found, place, total, |row| show(row, me.session)))
}

fn show(row: Model, current: SessionId) -> OpenSession {
    OpenSession {
        id: row.id.into(),
        device: device_words(row.user_agent.as_deref()),
        address: row.address,
        is_current: row.id == current.0,
        created_at: row.created_at,
        last_used_at: row.last_used_at,
    }
}
