//! `POST /api/v1/me/sessions/{id}/end` and `/me/sessions/end-others`

use super::open_sessions::{end_others, open_of};
use super::sessions;
use crate::answer::nothing;
use crate::context::Context;
use crate::events::record;
use crate::extract::{PathId, SignedIn};
use crate::refusal::{Answer, Refusal};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{PersonId, PlaceId, SessionId};
use gangway_entities::session::Column;
use sea_orm::{ColumnTrait, QueryFilter};
use serde_json::json;

/// Ends one of one's own sessions: it is refused from the next request on
#[utoipa::path(tag = "Sign-in", params(("id" = SessionId, Path, description = "The session.")),
    responses((status = 204)))]
#[post("/api/v1/me/sessions/{id}/end")]
pub async fn end_session(ctx: Data<Context>, me: SignedIn, id: PathId<SessionId>) -> Answer {
    let person = PersonId(me.person.id);
    let tx = ctx.db.begin().await?;
    open_of(&ctx, person)
        .filter(Column::Id.eq(id.0.0))
        .one(&tx)
        .await?
        .ok_or_else(Refusal::not_found)?;
    if sessions::end(&ctx, &tx, id.0, "ended elsewhere").await? {
        let place = me.place.as_ref().map(|place| PlaceId(place.id));
        let event = sessions::event(&tx, "session.ended", id.0, person, place).await?;
        record(&ctx, &tx, event).await?;
    }
    tx.commit().await?;
    nothing()
}

/// Signs out everywhere else: ends all of one's own sessions but this one
#[utoipa::path(tag = "Sign-in", responses((status = 204)))]
#[post("/api/v1/me/sessions/end-others")]
pub async fn end_other_sessions(ctx: Data<Context>, me: SignedIn) -> Answer {
    let person = PersonId(me.person.id);
    let tx = ctx.db.begin().await?;
    let ended = end_others(&ctx, &tx, person, me.session, "ended elsewhere").await?;
    if ended > 0 {
        let place = me.place.as_ref().map(|place| PlaceId(place.id));
        let kind = "person.signed_out_elsewhere";
        let event = sessions::event(&tx, kind, person, person, place).await?;
        record(&ctx, &tx, event.with(json!({ "sessions": ended }))).await?;
    }
    tx.commit().await?;
    nothing()
}
