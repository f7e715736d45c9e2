//! `PUT /api/v1/clients/{id}/quick-replies/{quick_reply_id}`

use super::store::{self, Texts};
use crate::answer::tagged;
use crate::clients;
use crate::context::Context;
use crate::events::{Event, changes, record};
use crate::extract::{IfMatch, May, PathIds, Valid, WriteMessages};
use crate::refusal::Answer;
use actix_web::put;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, QuickReplyId};
use gangway_domain::wire::{QuickReply, SaveQuickReply};
use gangway_entities::quick_reply::Model;
use serde_json::{Value, json};

/// Writes a quick reply anew
#[utoipa::path(tag = "Quick replies", params(("id" = ClientId, Path, description = "The client."),
        ("quick_reply_id" = QuickReplyId, Path, description = "The quick reply.")),
    request_body = SaveQuickReply, responses((status = 200, body = QuickReply)),
    extensions(("x-scope" = json!("messages:write")), ("x-if-match" = json!(true))))]
#[put("/api/v1/clients/{id}/quick-replies/{quick_reply_id}")]
pub async fn change_quick_reply(
    ctx: Data<Context>,
    may: May<WriteMessages>,
    ids: PathIds<ClientId, QuickReplyId>,
    version: IfMatch,
    body: Valid<SaveQuickReply>,
) -> Answer {
    let (caller, client, id) = (may.0, ids.0, ids.1);
    let texts = Texts::parse(&body.body)?;
    let tx = ctx.db.begin().await?;
    clients::require(&tx, &caller, client).await?;
    let before = store::require(&tx, caller.partner, client, id).await?;
    version.fits(before.version)?;
    store::change(&ctx, &tx, &before, &texts).await?;
    let row = store::require(&tx, caller.partner, client, id).await?;
    let event = Event::by(&caller, "quick_reply.changed", id)
        .about(client)
        .with(json!({"name": row.name}))
        .changing(changes(&fields(&before), &fields(&row)));
    record(&ctx, &tx, event).await?;
    tx.commit().await?;
    tagged(row.version, &store::show(row))
}

fn fields(row: &Model) -> Value {
    json!({"name": row.name, "text": row.text})
}
