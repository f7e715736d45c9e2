//! `POST /api/v1/clients/{id}/messages`

use super::queue::{Outgoing, queue};
use super::rules::{Obstacle, Purpose};
use super::show::show_one;
use crate::answer::Kept;
use crate::clients;
use crate::context::Context;
use crate::events::Event;
use crate::extract::{Caller, May, PathId, Valid, WriteMessages};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::{Answer, Refusal};
use crate::texting::conversations::{self, Pair};
use crate::texting::number;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::values::PhoneNumber;
use gangway_domain::wire::{Message, MessageSource, SendMessage};
use gangway_entities::conversation::Model;
use sea_orm::DatabaseTransaction;

/// Sends a text to a customer who agreed to texts from the client's number
///
/// To a number, or in a conversation. It is handed over behind the scenes: read it to see how far it is.
/// Refused with `cannot_text` and the reason where the customer has not agreed or has opted out, where it
/// is night there, where the country is not allowed, and beyond what a day allows.
#[utoipa::path(tag = "Texting", params(("id" = ClientId, Path, description = "The client.")),
    request_body = SendMessage, responses((status = 201, body = Message)),
    extensions(("x-scope" = json!("messages:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/clients/{id}/messages")]
pub async fn send_message(
    ctx: Data<Context>,
    may: May<WriteMessages>,
    id: PathId<ClientId>,
    key: IdempotencyKey,
    body: Valid<SendMessage>,
) -> Answer {
    let (caller, client) = (may.0, id.0);
    let request = Request {
        principal: caller.principal(),
        operation: "send_message",
        key: &key,
        body_hash: &format!("{client} {}", body.hash),
    };
    once(&ctx, request, async |tx| {
        clients::require(tx, &caller, client).await?;
        let conversation = conversation(&ctx, tx, &caller, client, &body.body).await?;
        send(&ctx, tx, &caller, &conversation, &body.body.body).await
    })
    .await
}

/// Queues a text and answers with it.
pub(super) async fn send(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    conversation: &Model,
    body: &str,
) -> Result<Kept, Refusal> {
    let source = match caller.key() {
        Some(_) => MessageSource::Api,
        None => MessageSource::Dashboard,
    };
    let out = Outgoing {
        body,
        source,
        sent_by: Some(caller.place_id),
        purpose: Purpose::ByPerson,
    };
    let event = |id| Event::by(caller, "message.sent", id);
    let row = queue(ctx, tx, conversation, out, event)
        .await?
        .map_err(Obstacle::refusal)?;
    let (client, talk) = (row.client_id, row.conversation_id);
    let place = format!("/api/v1/clients/{client}/conversations/{talk}/messages");
    Kept::created(place, &show_one(tx, caller.partner, row).await?)
}

/// The conversation to write in, held.
async fn conversation(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    client: ClientId,
    body: &SendMessage,
) -> Result<Model, Refusal> {
    let partner = caller.partner;
    match (&body.to, body.conversation_id) {
        (None, Some(id)) => conversations::hold(tx, partner, client, id)
            .await
            .map_err(|_| no_conversation()),
        (Some(to), None) => {
            let to = PhoneNumber::parse(to).map_err(|r| Refusal::rejected("/to", &r))?;
            let number = number(tx, partner, client).await?;
            let pair = Pair {
                partner,
                client,
                company_number: &number.ok_or_else(|| Obstacle::NoNumber.refusal())?,
                customer_number: to.as_str(),
            };
            conversations::open(ctx, tx, pair).await
        }
        (None, None) => Err(Refusal::field("/to", "required", "Choose whom to text.")),
        (Some(_), Some(_)) => {
            let words = "Send a number or a conversation, not both.";
            Err(Refusal::field("/to", "one_of_two", words))
        }
    }
}

fn no_conversation() -> Refusal {
    let words = "Choose one of the client's conversations.";
    Refusal::field("/conversation_id", "unknown_conversation", words)
}
