//! `POST /public/v1/sessions/second-factor`

use super::check::{Proof, count_try};
use crate::context::Context;
use crate::events::record;
use crate::extract::{Device, OwnPage, Valid};
use crate::keys::Keys;
use crate::refusal::{Answer, Refusal};
use crate::{people, sign_in};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use chrono::Duration;
use gangway_domain::ids::PersonId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::OneTimeCode;
use gangway_domain::wire::{CodeNeeded, Session, SignInWithCode};
use gangway_entities::person;

/// How long one may take between the password and the code.
const LASTS: Duration = Duration::minutes(5);

/// The answer to a right password where a code is still wanted.
pub fn ask_for_code(ctx: &Context, person: PersonId, password_hash: &str) -> HttpResponse {
    let until_s = (ctx.now() + LASTS).timestamp();
    HttpResponse::Accepted().json(CodeNeeded {
        challenge: ctx.keys.challenge(person, password_hash, until_s),
        expires_in_seconds: LASTS.num_seconds().unsigned_abs(),
    })
}

/// Signs in with a code, as the second step
///
/// The challenge is what the first step answered with 202. A code of the app works once, and half a minute
/// early or late; a recovery code works once. At most five tries in a quarter of an hour.
#[utoipa::path(tag = "Sign-in", request_body = SignInWithCode,
    responses((status = 201, body = Session)), extensions(("x-public" = json!(true))))]
#[post("/public/v1/sessions/second-factor")]
pub async fn sign_in_with_code(
    ctx: Data<Context>,
    _own: OwnPage,
    device: Device,
    body: Valid<SignInWithCode>,
) -> Answer {
    let SignInWithCode { challenge, code } = body.body;
    let code = OneTimeCode::parse(&code).map_err(|r| Refusal::rejected("/code", &r))?;
    let person = challenged(&ctx, &challenge).await?;
    let id = PersonId(person.id);
    let counted = count_try(&ctx, id).await?;
    let place = sign_in::choose_place(ctx.db.reader(), &person, None).await?;
    let proof = Proof {
        person: &person,
        place,
        code: &code,
    };
    let tx = ctx.db.begin().await?;
    // A new password may have been set since the first step; whoever sets one waits for this.
    let hash = person.password_hash.as_deref().unwrap_or_default();
    if !people::keep_hash(&tx, id, hash, hash.to_owned()).await? {
        return Err(again());
    }
    proof.take(&ctx, &tx, &counted).await?;
    let opened = sign_in::open(&ctx, &tx, id, place, device).await?;
    let event = sign_in::event(&tx, "session.opened", person.id, id, place).await?;
    record(&ctx, &tx, event).await?;
    tx.commit().await?;
    ctx.job_bell.notify_waiters();
    opened.answer(&ctx, StatusCode::CREATED).await
}

/// Whose password was right a while ago.
async fn challenged(ctx: &Context, challenge: &str) -> Result<person::Model, Refusal> {
    let (person, until_s) = Keys::read_challenge(challenge).ok_or_else(again)?;
    let found = people::by_id(ctx.db.reader(), person).await?;
    let found = found.ok_or_else(again)?;
    let hash = found.password_hash.as_deref().unwrap_or_default();
    let ours = ctx.keys.is_challenge(challenge, (person, hash, until_s));
    if !ours || until_s <= ctx.now().timestamp() {
        return Err(again());
    }
    Ok(found)
}

fn again() -> Refusal {
    Refusal::new(
        ProblemCode::SignInAgain,
        "Too much time has passed, or your password was changed. Enter email and password again.",
    )
}
