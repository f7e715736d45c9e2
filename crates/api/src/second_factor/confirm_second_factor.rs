//! `POST /api/v1/me/second-factor/confirm`

use super::check::{count_try, wrong};
use super::set_up_second_factor::is_on;
use super::store;
use crate::answer::ok;
use crate::context::Context;
use crate::events::record;
use crate::extract::{Recent, SignedIn, Valid};
use crate::refusal::{Answer, Refusal};
use crate::{mails, sign_in};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::PersonId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::{EmailAddress, OneTimeCode};
use gangway_domain::wire::{ConfirmSecondFactor, RecoveryCodes};

/// Switches the second factor on, with a code of the app, and gives the recovery codes, this once
///
/// Signing in asks for a code from then on. Needs a proof of who one is that is not older than ten minutes.
#[utoipa::path(tag = "Sign-in", request_body = ConfirmSecondFactor,
    responses((status = 200, body = RecoveryCodes)))]
#[post("/api/v1/me/second-factor/confirm")]
pub async fn confirm_second_factor(
    ctx: Data<Context>,
    me: Recent<SignedIn>,
    body: Valid<ConfirmSecondFactor>,
) -> Answer {
    let me = me.0;
    let id = PersonId(me.person.id);
    let digits =
        OneTimeCode::of_app(&body.body.code).map_err(|r| Refusal::rejected("/code", &r))?;
    let counted = count_try(&ctx, id).await?;
    let tx = ctx.db.begin().await?;
    let row = store::of(&tx, id).await?.ok_or_else(not_begun)?;
    if row.confirmed_at.is_some() {
        return Err(is_on());
    }
    if !store::use_app_code(&ctx, &tx, &row, &digits).await? {
        return Err(wrong());
    }
    counted.was_right(&tx).await?;
    if !store::switch_on(&ctx, &tx, id).await? {
        return Err(is_on());
    }
    let codes = store::new_codes(&ctx, &tx, id).await?;
    let kind = "second_factor.enabled";
    record(
        &ctx,
        &tx,
        sign_in::event(&tx, kind, id, id, me.place_id()).await?,
    )
    .await?;
    let email = EmailAddress::parse(&me.person.email).map_err(Refusal::internal)?;
    mails::queue(&ctx, &tx, None, "second_factor_on", id, &email).await?;
    tx.commit().await?;
    ctx.job_bell.notify_waiters();
    ok(&RecoveryCodes { codes })
}

fn not_begun() -> Refusal {
    Refusal::new(
        ProblemCode::Conflict,
        "Begin the set-up first: your app needs the secret.",
    )
}
