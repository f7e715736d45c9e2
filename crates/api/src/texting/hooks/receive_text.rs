//! `POST /hooks/twilio/{hook_key}/messages`

use super::in_time::in_time;
use super::signed::{Signed, refused};
use crate::context::Context;
use crate::db::again;
use crate::refusal::{Answer, Refusal};
use crate::texting::conversations::Pair;
use crate::texting::messages::{FromPhone, receive_from_phone, sender, storable};
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse, post};
use gangway_domain::ids::{ClientId, PartnerId};

/// What sends nothing, in Twilio's markup. A text/plain answer would be sent to the customer.
const SILENCE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response/>";

/// Takes a text that came in, from Twilio only
///
/// By Twilio's signature over the configured address. Stored before it is answered; one that comes again
/// changes nothing. Answered with 503 where it could not be stored: it is to come again. The answer, in
/// Twilio's markup, sends nothing.
#[utoipa::path(tag = "Webhooks",
    params(("hook_key" = String, Path, description = "Names the number."),
        ("X-Twilio-Signature" = String, Header, description = "Twilio's signature.")),
    responses((status = 200, content_type = "text/xml", body = String,
        description = "TwiML without a text.")),
    extensions(("x-public" = json!(true))))]
#[post("/hooks/twilio/{hook_key}/messages")]
pub async fn receive_text(ctx: Data<Context>, request: HttpRequest, payload: Payload) -> Answer {
    in_time(async {
        let signed = Signed::of(&ctx, &request, payload).await?;
        again(|| keep(&ctx, &signed)).await
    })
    .await?;
    ctx.job_bell.notify_waiters();
    Ok(HttpResponse::Ok()
        .content_type("text/xml; charset=utf-8")
        .body(SILENCE))
}

async fn keep(ctx: &Context, signed: &Signed) -> Result<(), Refusal> {
    let (from, sid) = (signed.get("From").ok_or_else(refused)?, sid(signed)?);
    let (from, body) = (
        sender(from),
        storable(signed.get("Body").unwrap_or_default()),
    );
    let count = |name| signed.get(name).and_then(|text| text.parse().ok());
    let pair = Pair {
        partner: PartnerId(signed.order.partner_id),
        client: ClientId(signed.order.client_id),
        company_number: signed.require_number(ctx, "To").await?,
        customer_number: &from,
    };
    let text = FromPhone {
        sid,
        pair,
        body: &body,
        media: count("NumMedia").unwrap_or(0).clamp(0, 100),
        segments: count("NumSegments").unwrap_or(1).clamp(1, 100),
        opt_out_type: signed.get("OptOutType"),
        missed_at: None,
    };
    let tx = ctx.db.begin().await?;
    receive_from_phone(ctx, &tx, text).await?;
    fail::fail_point!("before_hook_commit", |_| std::process::abort());
    tx.commit().await?;
    fail::fail_point!("after_hook_commit", |_| std::process::abort());
    Ok(())
}

fn sid(signed: &Signed) -> Result<&str, Refusal> {
    let sid = signed.get("MessageSid").ok_or_else(refused)?;
    let fits = sid.len() <= 64 && sid.bytes().all(|byte| byte.is_ascii_alphanumeric());
    fits.then_some(sid).ok_or_else(refused)
}
