//! `GET /public/v1/settings`

use crate::answer::ok;
use crate::context::Context;
use crate::first_set_up;
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::wire::PublicSettings;

/// Reads what the sign-in page needs to know about this installation
#[utoipa::path(tag = "Sign-in", responses((status = 200, body = PublicSettings)),
    extensions(("x-public" = json!(true))))]
#[get("/public/v1/settings")]
pub async fn read_public_settings(ctx: Data<Context>) -> Answer {
    let sandbox = ctx.config.sandbox.as_ref();
    ok(&PublicSettings {
        sign_up_open: ctx.config.sign_up.is_open(),
        first_set_up_open: first_set_up::is_open(&ctx, ctx.db.reader()).await?,
        sandbox_url: sandbox.map(|sandbox| format!("{}/", sandbox.address())),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}
