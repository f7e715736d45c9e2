//! `POST /api/v1/me/second-factor/recovery-codes`

use super::set_up_second_factor::is_off;
use super::store;
use crate::answer::ok;
use crate::context::Context;
use crate::events::record;
use crate::extract::{Recent, SignedIn};
use crate::refusal::Answer;
use crate::sign_in;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::PersonId;
use gangway_domain::wire::RecoveryCodes;

/// Makes ten new recovery codes and shows them, this once; the old ones work no longer
///
/// Needs a proof of who one is that is not older than ten minutes.
#[utoipa::path(tag = "Sign-in", responses((status = 200, body = RecoveryCodes)))]
#[post("/api/v1/me/second-factor/recovery-codes")]
pub async fn renew_recovery_codes(ctx: Data<Context>, me: Recent<SignedIn>) -> Answer {
    let me = me.0;
    let id = PersonId(me.person.id);
    let tx = ctx.db.begin().await?;
    if !store::is_on(&tx, id).await? {
        return Err(is_off());
    }
    let codes = store::new_codes(&ctx, &tx, id).await?;
    let kind = "second_factor.recovery_codes_made";
    record(
        &ctx,
        &tx,
        sign_in::event(&tx, kind, id, id, me.place_id()).await?,
    )
    .await?;
    tx.commit().await?;
    ok(&RecoveryCodes { codes })
}
