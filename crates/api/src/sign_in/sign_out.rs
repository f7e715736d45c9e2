//! `POST /public/v1/sessions/sign-out`

use super::sessions::{self, COOKIE};
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::OwnPage;
use crate::refusal::Answer;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};

/// Signs out
///
/// Ends the session of the refresh cookie and clears what the browser keeps. Fine without a session.
#[utoipa::path(tag = "Sign-in", responses((status = 204)), extensions(("x-public" = json!(true))))]
#[post("/public/v1/sessions/sign-out")]
pub async fn sign_out(ctx: Data<Context>, _own: OwnPage, request: HttpRequest) -> Answer {
    let token = request.cookie(COOKIE);
    let known = token.and_then(|cookie| ctx.keys.read_refresh_token(cookie.value()));
    if let Some((id, _)) = known {
        let tx = ctx.db.begin().await?;
        if sessions::end(&ctx, &tx, id, "signed out").await? {
            record(&ctx, &tx, Event::of("session.ended", id)).await?;
        }
        tx.commit().await?;
    }
    let [cookie, hint] = sessions::no_cookies();
    Ok(HttpResponse::NoContent()
        .cookie(cookie)
        .cookie(hint)
        .insert_header(("Clear-Site-Data", "\"cache\", \"storage\""))
        .finish())
}
