//! `POST /public/v1/email-changes/confirm`

use super::email_changes;
use crate::answer::ok;
use crate::context::Context;
use crate::events::{changes, record};
use crate::extract::Valid;
use crate::keys::Purpose;
use crate::mail::Message;
use crate::refusal::{Answer, Refusal};
use crate::{links, mails, people, places, sign_in};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{LinkId, PersonId, PlaceId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::{EmailConfirmed, Token};
use gangway_entities::email_change::Model;
use gangway_entities::person;
use serde_json::json;

/// Confirms a new email address with the link mailed to it
///
/// It is the one to sign in with from then on. The old address is told, and links for a forgotten password
/// that went there work no longer.
#[utoipa::path(tag = "Sign-in", request_body = Token, responses((status = 200, body = EmailConfirmed)),
    extensions(("x-public" = json!(true))))]
#[post("/public/v1/email-changes/confirm")]
pub async fn confirm_email(ctx: Data<Context>, body: Valid<Token>) -> Answer {
    let (change, person) = find(&ctx, &body.body.token).await?;
    let old = EmailAddress::parse(&person.email).map_err(Refusal::internal)?;
    let new = EmailAddress::parse(&change.email).map_err(Refusal::internal)?;
    let (id, place) = (PersonId(person.id), person.last_place_id.map(PlaceId));
    let tx = ctx.db.begin().await?;
    if !email_changes::use_up(&ctx, &tx, LinkId(change.id)).await? {
        return Err(links::used());
    }
    if people::by_email(&tx, &new).await?.is_some() {
        return Err(taken());
    }
    if places::would_clash(&tx, id, &new).await? {
        return Err(invited());
    }
    people::set_email(&ctx, &tx, id, &new)
        .await
        .map_err(clash)?;
    places::set_email(&ctx, &tx, id, &new)
        .await
        .map_err(clash)?;
    sign_in::revoke_resets(&ctx, &tx, id).await?;
    mails::queue(&ctx, &tx, None, "email_changed", LinkId(change.id), &old).await?;
    let event = sign_in::event(&tx, "person.email_changed", id, id, place).await?;
    let fields = changes(
        &json!({"email": old.as_str()}),
        &json!({"email": new.as_str()}),
    );
    record(&ctx, &tx, event.changing(fields)).await?;
    tx.commit().await?;
    ctx.job_bell.notify_waiters();
    ok(&EmailConfirmed {
        email: new.as_str().to_owned(),
    })
}

async fn find(ctx: &Context, token: &str) -> Result<(Model, person::Model), Refusal> {
    let db = ctx.db.reader();
    let opened = links::open(db, Purpose::EmailChange, token).await?;
    let change = email_changes::by_id(db, opened.subject.into()).await?;
    let change = change.ok_or_else(links::unknown)?;
    if change.used_at.is_some() {
        return Err(links::used());
    }
    if change.revoked_at.is_some() {
        return Err(links::revoked());
    }
    if change.expires_at <= ctx.now() {
        return Err(links::expired());
    }
    let person = people::by_id(db, PersonId(change.person_id)).await?;
    Ok((change, person.ok_or_else(links::unknown)?))
}

/// Somebody took the address in the moment between looking and writing.
fn clash(refusal: Refusal) -> Refusal {
    if refusal.is_unique_violation() {
        return taken();
    }
    refusal
}

fn taken() -> Refusal {
    Refusal::new(
        ProblemCode::Conflict,
        "This address has an account of its own by now. Sign in with it, or choose another one.",
    )
}

fn invited() -> Refusal {
    Refusal::new(
        ProblemCode::Conflict,
        "This address is invited where you are already. Ask for that invitation to be taken back, then try again.",
    )
}

/// What the mail to the old address says.
pub async fn changed_message(
    ctx: &Context,
    id: LinkId,
) -> Result<Option<(Message, Option<String>)>, Refusal> {
    let db = ctx.db.reader();
    let Some(change) = email_changes::by_id(db, id).await? else {
        return Ok(None);
    };
    let person = people::by_id(db, PersonId(change.person_id)).await?;
    Ok(person.map(|person| {
        let message = Message::EmailChanged {
            first_name: person.first_name,
            email: change.email,
        };
        (message, None)
    }))
}
