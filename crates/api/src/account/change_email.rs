//! `POST /api/v1/me/email`

use super::email_changes;
use crate::context::Context;
use crate::events::record;
use crate::extract::{Recent, SignedIn, Valid};
use crate::limits::CallerAddress;
use crate::refusal::{Answer, Refusal};
use crate::{limits, mails, people, sign_in};
use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use gangway_domain::ids::PersonId;
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::{Accepted, ChangeEmail};

/// Asks for another email address to sign in with
///
/// It counts once the link mailed to it was used; until then the old one does. The same answer whether or
/// not the address has an account already. Needs a proof of who one is that is not older than ten minutes.
#[utoipa::path(tag = "Sign-in", request_body = ChangeEmail, responses((status = 202, body = Accepted)))]
#[post("/api/v1/me/email")]
pub async fn change_email(
    ctx: Data<Context>,
    me: Recent<SignedIn>,
    caller: CallerAddress,
    body: Valid<ChangeEmail>,
) -> Answer {
    let me = me.0;
    let email =
        EmailAddress::parse(&body.body.email).map_err(|r| Refusal::rejected("/email", &r))?;
    if email.as_str() == me.person.email {
        return Err(Refusal::field(
            "/email",
            "unchanged",
            "This is the address you sign in with already.",
        ));
    }
    let id = PersonId(me.person.id);
    limits::mail_asked_from(&ctx, &caller).await?;
    let tx = ctx.db.begin().await?;
    limits::mail_asked_by_stranger(&ctx, &tx, &email).await?;
    let change = email_changes::make(&ctx, &tx, id, &email).await?;
    if people::by_email(&tx, &email).await?.is_none() {
        mails::queue(&ctx, &tx, None, "email_change_confirm", change, &email).await?;
    }
    let event = sign_in::event(&tx, "email_change.requested", id, id, me.place_id()).await?;
    record(&ctx, &tx, event).await?;
    tx.commit().await?;
    ctx.job_bell.notify_waiters();
    Ok(HttpResponse::Accepted().json(Accepted {
        message: format!(
            "If {email} has no account yet, a link is on its way there. Your address changes when you open it."
        ),
    }))
}
