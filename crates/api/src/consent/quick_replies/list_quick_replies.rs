//! `GET /api/v1/clients/{id}/quick-replies` and `GET /api/v1/clients/{id}/quick-replies/{quick_reply_id}`

use super::store;
use crate::answer::{ok, tagged};
use crate::clients;
use crate::context::Context;
use crate::extract::{Cursor, May, Paging, PathId, PathIds, ReadMessages, part};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, QuickReplyId};
use gangway_domain::wire::{Page, QuickReply};
use gangway_entities::quick_reply::{Column, Model};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func};
use sea_orm::{PaginatorTrait as _, QueryFilter as _};

/// Lists a client's quick replies, newest first
///
/// `q` finds parts of their names.
#[utoipa::path(tag = "Quick replies", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = Page<QuickReply>)),
    extensions(("x-scope" = json!("messages:read")), ("x-list" = json!(true))))]
#[get("/api/v1/clients/{id}/quick-replies")]
pub async fn list_quick_replies(
    ctx: Data<Context>,
    may: May<ReadMessages>,
    id: PathId<ClientId>,
    paging: Paging,
) -> Answer {
    let db = ctx.db.reader();
    clients::require(db, &may.0, id.0).await?;
    let mut rows = store::of_client(may.0.partner, id.0);
    if let Some(q) = paging.q.as_deref() {
        let name = Expr::expr(Func::lower(Expr::col(Column::Name)));
        rows = rows.filter(name.like(part(&q.to_lowercase())));
    }
    let total = if paging.count {
        Some(rows.clone().count(db).await?)
    } else {
        None
    };
    let slice = paging.slice(rows, Column::CreatedAt, Column::Id);
    let place = |row: &Model| Cursor::of(row.created_at, row.id);
    ok(&paging.page(slice.all(db).await?, place, total, store::show))
}

/// Reads a quick reply
#[utoipa::path(tag = "Quick replies", params(("id" = ClientId, Path, description = "The client."),
        ("quick_reply_id" = QuickReplyId, Path, description = "The quick reply.")),
    responses((status = 200, body = QuickReply)),
    extensions(("x-scope" = json!("messages:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/clients/{id}/quick-replies/{quick_reply_id}")]
pub async fn read_quick_reply(
    ctx: Data<Context>,
    may: May<ReadMessages>,
    ids: PathIds<ClientId, QuickReplyId>,
) -> Answer {
    let db = ctx.db.reader();
    clients::require(db, &may.0, ids.0).await?;
    let row = store::require(db, may.0.partner, ids.0, ids.1).await?;
    tagged(row.version, &store::show(row))
}
