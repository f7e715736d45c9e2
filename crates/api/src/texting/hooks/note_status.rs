//! `POST /hooks/twilio/{hook_key}/statuses`

use super::in_time::in_time;
use super::signed::Signed;
use crate::answer::nothing;
use crate::context::Context;
use crate::db::again;
use crate::refusal::{Answer, Refusal};
use crate::texting::messages::{Told, hold, hold_by_sid, note, note_opt_out};
use actix_web::web::{Data, Payload, Query};
use actix_web::{HttpRequest, post};
use gangway_domain::ids::{MessageId, PartnerId};
use gangway_entities::message::Model;
use gangway_twilio::{MessageStatus, codes};
use sea_orm::DatabaseTransaction;
use serde::Deserialize;

#[derive(Deserialize)]
struct Named {
    message: Option<MessageId>,
}

/// Takes how far a text is, from Twilio only
///
/// By Twilio's signature over the configured address. It may come late, twice and out of order: only what
/// says more than is known changes anything. A word that Gangway does not know is kept, and is in the
/// activity. Answered with 503 where it could not be stored: it is to come again.
#[utoipa::path(tag = "Webhooks",
    params(("hook_key" = String, Path, description = "Names the number."),
        ("message" = Option<MessageId>, Query, description = "The text."),
        ("X-Twilio-Signature" = String, Header, description = "Twilio's signature.")),
    responses((status = 204)), extensions(("x-public" = json!(true))))]
#[post("/hooks/twilio/{hook_key}/statuses")]
pub async fn note_status(ctx: Data<Context>, request: HttpRequest, payload: Payload) -> Answer {
    let named = Query::<Named>::from_query(request.query_string()).ok();
    let named = named.and_then(|named| named.message);
    in_time(async {
        let signed = Signed::of(&ctx, &request, payload).await?;
        if signed.get("From").is_some() {
            signed.require_number(&ctx, "From").await?;
        }
        again(|| keep(&ctx, &signed, named)).await
    })
    .await?;
    nothing()
}

async fn keep(ctx: &Context, signed: &Signed, named: Option<MessageId>) -> Result<(), Refusal> {
    let (sid, word) = (signed.get("MessageSid"), signed.get("MessageStatus"));
    let (Some(sid), Some(word)) = (sid, word) else {
        return Ok(());
    };
    let tx = ctx.db.begin().await?;
    let Some(row) = text(&tx, signed, sid, named).await? else {
        tracing::info!(sid, "a status of a text that is not ours");
        return Ok(());
    };
    let status = MessageStatus::parse(word);
    let error_code = signed.get("ErrorCode").and_then(|code| code.parse().ok());
    let told = Told {
        sid,
        status: &status,
        error_code,
        segments: None,
    };
    note(ctx, &tx, &row, told).await?;
    if error_code == Some(codes::OPTED_OUT) {
        note_opt_out(ctx, &tx, &row).await?;
    }
    fail::fail_point!("before_status_commit", |_| std::process::abort());
    tx.commit().await?;
    fail::fail_point!("after_status_commit", |_| std::process::abort());
    Ok(())
}

/// The text by the provider's name for it; where its answer was lost, by ours.
async fn text(
    tx: &DatabaseTransaction,
    signed: &Signed,
    sid: &str,
    named: Option<MessageId>,
) -> Result<Option<Model>, Refusal> {
    let partner = PartnerId(signed.order.partner_id);
    let mut found = hold_by_sid(tx, partner, sid).await?;
    if let (None, Some(named)) = (&found, named) {
        found = hold(tx, partner, named).await?;
    }
    Ok(found.filter(|row| row.client_id == signed.order.client_id))
}
