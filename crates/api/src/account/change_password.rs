//! `POST /api/v1/me/password`

use super::own_words;
use crate::answer::nothing;
use crate::context::Context;
use crate::events::record;
use crate::extract::{Recent, SignedIn, Valid};
use crate::passwords::new_password;
use crate::refusal::{Answer, Refusal};
use crate::{mails, people, sign_in};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::PersonId;
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::ChangePassword;

/// Sets a new password, and signs out everywhere else
///
/// Needs a proof of who one is that is not older than ten minutes. The person is told by mail.
#[utoipa::path(tag = "Sign-in", request_body = ChangePassword, responses((status = 204)))]
#[post("/api/v1/me/password")]
pub async fn change_password(
    ctx: Data<Context>,
    me: Recent<SignedIn>,
    body: Valid<ChangePassword>,
) -> Answer {
    let me = me.0;
    let own = own_words(&ctx, &me.person).await?;
    let password = new_password(&ctx, &body.body.password, &own).await?;
    let hash = ctx.hasher.hash(&password, ctx.chance.as_ref()).await?;
    let id = PersonId(me.person.id);
    let tx = ctx.db.begin().await?;
    people::set_password(&ctx, &tx, id, hash).await?;
    sign_in::revoke_resets(&ctx, &tx, id).await?;
    sign_in::end_others(&ctx, &tx, id, me.session, "password changed").await?;
    let email = EmailAddress::parse(&me.person.email).map_err(Refusal::internal)?;
    mails::queue(&ctx, &tx, None, "password_changed", id, &email).await?;
    let kind = "person.password_changed";
    record(
        &ctx,
        &tx,
        sign_in::event(&tx, kind, id, id, me.place_id()).await?,
    )
    .await?;
    tx.commit().await?;
    ctx.job_bell.notify_waiters();
    nothing()
}
