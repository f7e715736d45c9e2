//! `GET /api/v1/me`

use super::sessions::show_me;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::SignedIn;
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::wire::Me;

/// Reads who is signed in, and every place they hold
#[utoipa::path(tag = "Sign-in", responses((status = 200, body = Me)))]
#[get("/api/v1/me")]
pub async fn read_me(ctx: Data<Context>, me: SignedIn) -> Answer {
    let place = me.place.as_ref().map(|place| place.id.into());
    ok(&show_me(&ctx, &me.person, place).await?)
}
