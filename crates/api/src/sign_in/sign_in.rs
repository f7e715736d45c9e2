//! `POST /public/v1/sessions`

use super::sessions;
use crate::context::Context;
use crate::events::record;
use crate::extract::{Device, OwnPage, Valid};
use crate::refusal::{Answer, Refusal};
use crate::{limits, people, second_factor};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, post};
use gangway_domain::ids::PersonId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::{EmailAddress, Password};
use gangway_domain::wire::{CodeNeeded, Session, SignIn};

/// Signs in
///
/// The access token is in the body, the refresh token in an `HttpOnly` cookie. An unknown address and a
/// wrong password get the same answer after the same time. Tries are limited per address of the caller
/// and per email; a device that signed in before keeps a cookie and has tries of its own. Where the person's
/// second factor is on, the answer is 202 and the code follows by `sign_in_with_code`.
#[utoipa::path(tag = "Sign-in", request_body = SignIn,
    responses((status = 201, body = Session),
        (status = 202, body = CodeNeeded, description = "The password is right; a code is still wanted.")),
    extensions(("x-public" = json!(true))))]
#[post("/public/v1/sessions")]
pub async fn sign_in(
    ctx: Data<Context>,
    _own: OwnPage,
    request: HttpRequest,
    device: Device,
    body: Valid<SignIn>,
) -> Answer {
    let SignIn { email, password } = body.body;
    let email = EmailAddress::parse(&email).map_err(|r| Refusal::rejected("/email", &r))?;
    let password = Password::typed(&password).map_err(|r| Refusal::rejected("/password", &r))?;
    // Who would be turned away anyway costs the database nothing.
    let place = ctx.hasher.place()?;
    let person = people::by_email(ctx.db.reader(), &email).await?;
    let guess = limits::guess(&ctx, &request, &email, person.as_ref()).await?;
    let hash = person
        .as_ref()
        .and_then(|person| person.password_hash.clone());
    let fits = ctx.hasher.fits(place, &password, hash.clone()).await?;
    let (Some(person), Some(hash), true) = (person, hash, fits) else {
        tracing::warn!(security = "sign_in_failed", "sign-in failed");
        return Err(wrong());
    };
    let renewed = ctx
        .hasher
        .renewed(&password, &hash, ctx.chance.as_ref())
        .await?;
    let place = sessions::choose_place(ctx.db.reader(), &person, None).await?;
    let tx = ctx.db.begin().await?;
    let id = PersonId(person.id);
    // A new password may have been set while the old one was checked.
    if !people::keep_hash(&tx, id, &hash, renewed.clone()).await? {
        return Err(wrong());
    }
    guess.was_right(&tx).await?;
    if second_factor::is_on(&tx, id).await? {
        tx.commit().await?;
        return Ok(second_factor::ask_for_code(&ctx, id, &renewed));
    }
    let opened = sessions::open(&ctx, &tx, id, place, device).await?;
    let event = sessions::event(&tx, "session.opened", person.id, id, place).await?;
    record(&ctx, &tx, event).await?;
    tx.commit().await?;
    opened.answer(&ctx, StatusCode::CREATED).await
}

/// The one answer to every pair that does not fit.
fn wrong() -> Refusal {
    Refusal::new(
        ProblemCode::WrongCredentials,
        "Check both, or set a new password with \u{201c}Forgotten password\u{201d}.",
    )
}
