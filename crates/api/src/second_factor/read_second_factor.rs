//! `GET /api/v1/me/second-factor`

use super::store;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::SignedIn;
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::PersonId;
use gangway_domain::wire::SecondFactor;

/// Reads how one's second factor stands
#[utoipa::path(tag = "Sign-in", responses((status = 200, body = SecondFactor)))]
#[get("/api/v1/me/second-factor")]
pub async fn read_second_factor(ctx: Data<Context>, me: SignedIn) -> Answer {
    ok(&store::show(ctx.db.reader(), PersonId(me.person.id)).await?)
}
