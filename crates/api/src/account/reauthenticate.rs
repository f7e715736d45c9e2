//! `POST /api/v1/me/reauthenticate`

use crate::answer::nothing;
use crate::context::Context;
use crate::events::record;
use crate::extract::{SignedIn, Valid};
use crate::limits;
use crate::refusal::{Answer, Refusal};
use crate::second_factor::{self, Proof};
use crate::sign_in;
use actix_web::web::Data;
use actix_web::{HttpRequest, post};
use gangway_domain::ids::PersonId;
use gangway_domain::values::{EmailAddress, OneTimeCode, Password};
use gangway_domain::wire::Reauthenticate;

/// Proves who one is again, for what needs that to be recent
///
/// With the password and, where the second factor is on, a code. What is refused with `reauth_required`
/// works for ten minutes from then on, as after signing in.
#[utoipa::path(tag = "Sign-in", request_body = Reauthenticate, responses((status = 204)))]
#[post("/api/v1/me/reauthenticate")]
pub async fn reauthenticate(
    ctx: Data<Context>,
    me: SignedIn,
    request: HttpRequest,
    body: Valid<Reauthenticate>,
) -> Answer {
    let Reauthenticate { password, code } = body.body;
    let password = Password::typed(&password).map_err(|r| Refusal::rejected("/password", &r))?;
    let (id, place) = (PersonId(me.person.id), me.place_id());
    let code = wanted_code(&ctx, id, code.as_deref()).await?;
    let email = EmailAddress::parse(&me.person.email).map_err(Refusal::internal)?;
    let place_in_queue = ctx.hasher.place()?;
    let guess = limits::guess(&ctx, &request, &email, Some(&me.person)).await?;
    let hash = me.person.password_hash.clone();
    if !ctx.hasher.fits(place_in_queue, &password, hash).await? {
        tracing::warn!(security = "reauthentication_failed", "wrong password");
        return Err(Refusal::field(
            "/password",
            "wrong_password",
            "This is not your password. Try again.",
        ));
    }
    let counted = match &code {
        Some(_) => Some(second_factor::count_try(&ctx, id).await?),
        None => None,
    };
    let tx = ctx.db.begin().await?;
    guess.was_right(&tx).await?;
    if let (Some(code), Some(counted)) = (&code, &counted) {
        let proof = Proof {
            person: &me.person,
            place,
            code,
        };
        proof.take(&ctx, &tx, counted).await?;
    }
    sign_in::note_proof(&ctx, &tx, me.session).await?;
    let event = sign_in::event(&tx, "session.proven", me.session, id, place).await?;
    record(&ctx, &tx, event).await?;
    tx.commit().await?;
    ctx.job_bell.notify_waiters();
    nothing()
}

/// The code, where the second factor is on.
async fn wanted_code(
    ctx: &Context,
    person: PersonId,
    code: Option<&str>,
) -> Result<Option<OneTimeCode>, Refusal> {
    if !second_factor::is_on(ctx.db.reader(), person).await? {
        return Ok(None);
    }
    let code = OneTimeCode::parse(code.unwrap_or_default());
    code.map(Some).map_err(|r| Refusal::rejected("/code", &r))
}
