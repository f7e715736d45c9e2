//! `POST /api/v1/clients/{id}/quick-replies`

use super::store::{self, Texts};
use crate::answer::Kept;
use crate::clients;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{May, PathId, Valid, WriteMessages};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::Answer;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, QuickReplyId};
use gangway_domain::wire::{QuickReply, SaveQuickReply};
use serde_json::json;

/// Makes a quick reply
///
/// A text prepared for answers, such as the opening hours. Each of a client's has another name.
#[utoipa::path(tag = "Quick replies", params(("id" = ClientId, Path, description = "The client.")),
    request_body = SaveQuickReply, responses((status = 201, body = QuickReply)),
    extensions(("x-scope" = json!("messages:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/clients/{id}/quick-replies")]
pub async fn create_quick_reply(
    ctx: Data<Context>,
    may: May<WriteMessages>,
    id: PathId<ClientId>,
    key: IdempotencyKey,
    body: Valid<SaveQuickReply>,
) -> Answer {
    let (caller, client) = (may.0, id.0);
    let texts = Texts::parse(&body.body)?;
    let request = Request {
        principal: caller.principal(),
        operation: "create_quick_reply",
        key: &key,
        body_hash: &format!("{client} {}", body.hash),
    };
    once(&ctx, request, async |tx| {
        clients::require(tx, &caller, client).await?;
        let id: QuickReplyId = ctx.new_id();
        let row = store::create(&ctx, tx, (caller.partner, client), (id, &texts)).await?;
        let event = Event::by(&caller, "quick_reply.created", id).about(client);
        record(&ctx, tx, event.with(json!({"name": row.name}))).await?;
        let location = format!("/api/v1/clients/{client}/quick-replies/{id}");
        Kept::created(location, &store::show(row))
    })
    .await
}
