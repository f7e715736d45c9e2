//! `POST /api/v1/me/second-factor/switch-off`

use super::set_up_second_factor::is_off;
use super::store;
use crate::answer::nothing;
use crate::context::Context;
use crate::events::record;
use crate::extract::{Recent, SignedIn};
use crate::refusal::{Answer, Refusal};
use crate::{mails, sign_in};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::PersonId;
use gangway_domain::values::EmailAddress;

/// Switches the second factor off, and forgets its secret and recovery codes
///
/// Needs a proof of who one is, with a code, that is not older than ten minutes.
#[utoipa::path(tag = "Sign-in", responses((status = 204)))]
#[post("/api/v1/me/second-factor/switch-off")]
pub async fn switch_off_second_factor(ctx: Data<Context>, me: Recent<SignedIn>) -> Answer {
    let me = me.0;
    let id = PersonId(me.person.id);
    let tx = ctx.db.begin().await?;
    if !store::switch_off(&tx, id).await? {
        return Err(is_off());
    }
    let kind = "second_factor.disabled";
    record(
        &ctx,
        &tx,
        sign_in::event(&tx, kind, id, id, me.place_id()).await?,
    )
    .await?;
    let email = EmailAddress::parse(&me.person.email).map_err(Refusal::internal)?;
    mails::queue(&ctx, &tx, None, "second_factor_off", id, &email).await?;
    tx.commit().await?;
    ctx.job_bell.notify_waiters();
    nothing()
}
