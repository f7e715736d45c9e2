//! `GET /api/v1/clients/{id}/conversations/{conversation_id}/messages`

use super::store;
use crate::answer::ok;
use crate::clients;
use crate::context::Context;
use crate::extract::{Cursor, May, Paging, PathIds, ReadMessages};
use crate::refusal::Answer;
use crate::texting::messages::{names, show};
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, ConversationId};
use gangway_domain::wire::{Message, Page};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::message::{Column, Entity, Model};
use sea_orm::{ColumnTrait as _, PaginatorTrait as _, QueryFilter as _};

/// Lists the texts of a conversation, newest first
///
/// `q` finds parts of what they say.
#[utoipa::path(tag = "Texting", params(("id" = ClientId, Path, description = "The client."),
        ("conversation_id" = ConversationId, Path, description = "The conversation.")),
    responses((status = 200, body = Page<Message>)),
    extensions(("x-scope" = json!("messages:read")), ("x-list" = json!(true))))]
#[get("/api/v1/clients/{id}/conversations/{conversation_id}/messages")]
pub async fn list_messages(
    ctx: Data<Context>,
    may: May<ReadMessages>,
    ids: PathIds<ClientId, ConversationId>,
    paging: Paging,
) -> Answer {
    let (caller, PathIds(client, id)) = (may.0, ids);
    let (db, partner) = (ctx.db.reader(), caller.partner);
    clients::require(db, &caller, client).await?;
    store::require(db, partner, client, id).await?;
    let mut rows = Entity::of(partner).filter(Column::ConversationId.eq(id.0));
    if let Some(q) = &paging.q {
        rows = rows.filter(Column::Body.like(crate::extract::part(q)));
    }
    let total = if paging.count {
        Some(rows.clone().count(db).await?)
    } else {
        None
    };
    let found = paging
        .slice(rows, Column::CreatedAt, Column::Id)
        .all(db)
        .await?;
    let names = names(db, partner, &found).await?;
    let place = |row: &Model| Cursor::of(row.created_at, row.id);
    ok(&paging.page(found, place, total, |row| show(row, &names)))
}
