//! `POST /hooks/twilio/{hook_key}/messages`

use super::in_time::in_time;
use super::signed::{Signed, refused};
use crate::context::Context;
use crate::db::again;
use crate::refusal::{Answer, Refusal};
use crate::texting::conversations::Pair;
use crate::texting::messages::{FromPhone, receive_from_phone};
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse, post};
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::values::PhoneNumber;

/// What sends nothing, in Twilio's markup. A text/plain answer would be sent to the customer.
const SILENCE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response/>";
/// Characters of a sender at most that is no phone, such as a short code or a name.
const LONGEST_SENDER: usize = 32;

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
    let (from, sid) = (sender(signed)?, sid(signed)?);
    // What no database stores, and no phone sends.
    let body = signed.get("Body").unwrap_or_default().replace('\0', "");
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
    };
    let tx = ctx.db.begin().await?;
    receive_from_phone(ctx, &tx, text).await?;
    fail::fail_point!("before_hook_commit", |_| std::process::abort());
    tx.commit().await?;
    fail::fail_point!("after_hook_commit", |_| std::process::abort());
    Ok(())
}

/// The customer's number in its one form, or what else texts: a short code or a name.
fn sender(signed: &Signed) -> Result<String, Refusal> {
    let from = signed.get("From").ok_or_else(refused)?;
    if let Ok(number) = PhoneNumber::parse(from) {
        return Ok(number.as_str().to_owned());
    }
    let kept: String = from.chars().filter(|c| !c.is_control()).collect();
    Ok(kept.chars().take(LONGEST_SENDER).collect())
}

fn sid(signed: &Signed) -> Result<&str, Refusal> {
    let sid = signed.get("MessageSid").ok_or_else(refused)?;
    let fits = sid.len() <= 64 && sid.bytes().all(|byte| byte.is_ascii_alphanumeric());
    fits.then_some(sid).ok_or_else(refused)
}
