//! `POST /api/v1/clients/{id}/messages/{message_id}/resend`

use super::send_message::send;
use super::store;
use super::words::state_of;
use crate::clients;
use crate::context::Context;
use crate::extract::{May, PathIds, Valid, WriteMessages};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::{Answer, Refusal};
use crate::texting::conversations;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, ConversationId, MessageId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{Message, MessageDirection, MessageState, ResendMessage};
use gangway_entities::message::{Column, Model};
use sea_orm::sea_query::Expr;

/// Sends a text again that was not sent or not delivered
///
/// As a new text, by the same rules; each text once. One whose state is `unknown` may have arrived: say
/// `may_arrive_twice` to send it again all the same.
#[utoipa::path(tag = "Texting", params(("id" = ClientId, Path, description = "The client."),
        ("message_id" = MessageId, Path, description = "The text.")),
    request_body = ResendMessage, responses((status = 201, body = Message)),
    extensions(("x-scope" = json!("messages:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/clients/{id}/messages/{message_id}/resend")]
pub async fn resend_message(
    ctx: Data<Context>,
    may: May<WriteMessages>,
    ids: PathIds<ClientId, MessageId>,
    key: IdempotencyKey,
    body: Valid<ResendMessage>,
) -> Answer {
    let (caller, PathIds(client, id)) = (may.0, ids);
    let request = Request {
        principal: caller.principal(),
        operation: "resend_message",
        key: &key,
        body_hash: &format!("{client} {id} {}", body.hash),
    };
    once(&ctx, request, async |tx| {
        clients::require(tx, &caller, client).await?;
        let row = store::hold(tx, caller.partner, id).await?;
        let row = row
            .filter(|row| row.client_id == client.0)
            .ok_or_else(Refusal::not_found)?;
        refuse_unless_lost(&row, body.body.may_arrive_twice)?;
        let talk = ConversationId(row.conversation_id);
        let talk = conversations::hold(tx, caller.partner, client, talk).await?;
        let kept = send(&ctx, tx, &caller, &talk, &row.body).await?;
        let again: Message = serde_json::from_str(&kept.body).map_err(Refusal::internal)?;
        store::change(&ctx, &row)
            .col_expr(Column::ResentAs, Expr::value(again.id.0))
            .exec(tx)
            .await?;
        Ok(kept)
    })
    .await
}

/// Only what did not arrive, as far as is known, is sent again, and each text once.
fn refuse_unless_lost(row: &Model, knowingly: bool) -> Result<(), Refusal> {
    let conflict = |words: &str| Refusal::new(ProblemCode::Conflict, words);
    if super::direction_of(row) == MessageDirection::In {
        return Err(conflict("This text came in. Write an answer instead."));
    }
    if row.resent_as.is_some() {
        return Err(conflict("This text was sent again already."));
    }
    match state_of(row) {
        MessageState::Failed | MessageState::Undelivered => Ok(()),
        MessageState::Unknown if knowingly => Ok(()),
        MessageState::Unknown => Err(Refusal::field(
            "/may_arrive_twice",
            "needed",
            "The customer may have got this text. Say that it may arrive twice to send it again.",
        )),
        MessageState::Received
        | MessageState::Queued
        | MessageState::Sending
        | MessageState::Sent
        | MessageState::Delivered => Err(conflict("This text is on its way or has arrived.")),
    }
}
