//! `POST /public/v1/sessions/sign-out`

use super::sessions::{self, COOKIE};
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::OwnPage;
use crate::people;
use crate::refusal::{Answer, Refusal};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};
use gangway_domain::ids::{PersonId, PlaceId, SessionId};
use sea_orm::DatabaseTransaction;

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
            let event = ended(&ctx, &tx, id).await?;
            record(&ctx, &tx, event).await?;
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

/// The event, at the place the person was in last.
async fn ended(ctx: &Context, tx: &DatabaseTransaction, id: SessionId) -> Result<Event, Refusal> {
    const KIND: &str = "session.ended";
    let Some(row) = sessions::lock(ctx, tx, id).await? else {
        return Ok(Event::of(KIND, id));
    };
    let person = PersonId(row.person_id);
    let known = people::by_id(tx, person).await?;
    let place = known.and_then(|known| known.last_place_id).map(PlaceId);
    sessions::event(tx, KIND, id, person, place).await
}
