//! `POST /api/v1/test-emails`

use super::store;
use crate::answer::Kept;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{May, SendTestEmail, Valid};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::limits;
use crate::refusal::{Answer, Refusal};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::{Mail, SendTestEmail as Body};
use serde_json::json;

/// Sends a test email
///
/// The answer is on its way when it is queued; read the mail to see whether the receiving server
/// accepted it, or why it refused.
#[utoipa::path(tag = "Mail", request_body = Body, responses((status = 202, body = Mail)),
    extensions(("x-scope" = json!("mails:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/test-emails")]
pub async fn send_test_email(
    ctx: Data<Context>,
    may: May<SendTestEmail>,
    key: IdempotencyKey,
    body: Valid<Body>,
) -> Answer {
    let caller = may.0;
    let to = match body.body.to.as_deref().map(str::trim) {
        None | Some("") => caller.email.as_str(),
        Some(to) => to,
    };
    let to = EmailAddress::parse(to).map_err(|rejection| Refusal::rejected("/to", &rejection))?;
    let request = Request {
        principal: caller.principal(),
        operation: "send_test_email",
        key: &key,
        body_hash: &body.hash,
    };
    once(&ctx, request, async |tx| {
        limits::test_mail(&ctx, tx, caller.partner, &to).await?;
        let id = store::queue(
            &ctx,
            tx,
            Some(caller.partner),
            "test_email",
            caller.partner,
            &to,
        )
        .await?;
        let event = Event::by(&caller, "test_email.queued", id);
        record(&ctx, tx, event.with(json!({"email": to.as_str()}))).await?;
        let mail = store::of_partner(tx, caller.partner, id)
            .await?
            .ok_or_else(Refusal::not_found)?;
        Kept::accepted(Some(format!("/api/v1/mails/{id}")), &store::show(mail))
    })
    .await
}
