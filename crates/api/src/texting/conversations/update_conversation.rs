//! `PATCH /api/v1/clients/{id}/conversations/{conversation_id}`

use super::show::show_one;
use super::store;
use crate::answer::tagged;
use crate::clients;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{IfMatch, May, PathIds, Valid, WriteMessages};
use crate::refusal::{Answer, Refusal};
use actix_web::patch;
use actix_web::web::Data;
use chrono::{DateTime, Utc};
use gangway_domain::ids::{ClientId, ConversationId, PartnerId};
use gangway_domain::values::{Line, Paragraph, Rejection};
use gangway_domain::wire::{Conversation, UpdateConversation};
use gangway_entities::conversation::{Column, Entity, Model};
use gangway_entities::finders::{OfPartner as _, next_version};
use sea_orm::UpdateMany;
use sea_orm::sea_query::Expr;
use serde_json::json;

/// Names a conversation, notes on it, marks it read or unread, archives it or brings it back
///
/// Fields that are absent stay as they are. A text that comes in raises the version: whoever marks it read
/// has seen it.
#[utoipa::path(tag = "Texting", params(("id" = ClientId, Path, description = "The client."),
        ("conversation_id" = ConversationId, Path, description = "The conversation.")),
    request_body = UpdateConversation, responses((status = 200, body = Conversation)),
    extensions(("x-scope" = json!("messages:write")), ("x-if-match" = json!(true))))]
#[patch("/api/v1/clients/{id}/conversations/{conversation_id}")]
pub async fn update_conversation(
    ctx: Data<Context>,
    may: May<WriteMessages>,
    ids: PathIds<ClientId, ConversationId>,
    version: IfMatch,
    body: Valid<UpdateConversation>,
) -> Answer {
    let (caller, PathIds(client, id)) = (may.0, ids);
    let partner = caller.partner;
    let tx = ctx.db.begin().await?;
    clients::require(&tx, &caller, client).await?;
    let before = store::hold(&tx, partner, client, id).await?;
    version.fits(before.version)?;
    changed(&ctx, &before, body.body)?.exec(&tx).await?;
    let row = store::require(&tx, partner, client, id).await?;
    // Names and notes are about people who are not ours: that they changed is recorded, not how.
    let event = Event::by(&caller, "conversation.changed", id).about(client);
    let facts = json!({ "conversation_id": id, "fields": fields_that_differ(&before, &row) });
    record(&ctx, &tx, event.with(facts)).await?;
    let shown = show_one(&ctx, &tx, row.clone()).await?;
    tx.commit().await?;
    tagged(row.version, &shown)
}

fn changed(
    ctx: &Context,
    row: &Model,
    body: UpdateConversation,
) -> Result<UpdateMany<Entity>, Refusal> {
    let UpdateConversation {
        name,
        note,
        unread,
        archived,
    } = body;
    let now = ctx.now();
    let mut rows = Entity::change(PartnerId(row.partner_id), row.id)
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, next_version(Column::Version));
    let line = |text: &str| Line::parse(text).map(Into::into);
    if let Some(name) = name {
        rows = rows.col_expr(Column::Name, Expr::value(text("/name", &name, line)?));
    }
    let paragraph = |text: &str| Paragraph::parse(text).map(Into::into);
    if let Some(note) = note {
        rows = rows.col_expr(Column::Note, Expr::value(text("/note", &note, paragraph)?));
    }
    if let Some(unread) = unread {
        let count = if unread { row.unread.max(1) } else { 0 };
        rows = rows.col_expr(Column::Unread, Expr::value(count));
    }
    if let Some(archived) = archived {
        let at: Option<DateTime<Utc>> = archived.then(|| row.archived_at.unwrap_or(now));
        rows = rows.col_expr(Column::ArchivedAt, Expr::value(at));
    }
    Ok(rows)
}

/// A text as it is stored; none for a blank one.
fn text(
    pointer: &str,
    text: &str,
    parse: impl Fn(&str) -> Result<String, Rejection>,
) -> Result<Option<String>, Refusal> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    parse(text)
        .map(Some)
        .map_err(|rejection| Refusal::rejected(pointer, &rejection))
}

fn fields_that_differ(before: &Model, after: &Model) -> Vec<&'static str> {
    let differ = [
        ("name", before.name != after.name),
        ("note", before.note != after.note),
        ("unread", (before.unread > 0) != (after.unread > 0)),
        (
            "archived",
            before.archived_at.is_some() != after.archived_at.is_some(),
        ),
    ];
    let changed = differ.into_iter().filter(|(_, differs)| *differs);
    changed.map(|(field, _)| field).collect()
}
