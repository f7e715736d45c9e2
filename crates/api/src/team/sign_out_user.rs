//! `POST /api/v1/users/{id}/sign-out`

use super::invite_user::may_grant;
use super::list_users::require_staff;
use crate::answer::nothing;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{EndSessions, May, PathId};
use crate::refusal::Answer;
use crate::{places, sign_in};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{PersonId, PlaceId};
use gangway_domain::roles::StaffRole;
use serde_json::json;

/// Ends every session of a staff member
///
/// The person is signed out of every browser, also of those where they act for another company, and
/// may sign in again. Not for someone above one's own role.
#[utoipa::path(tag = "Users", params(("id" = PlaceId, Path, description = "The user.")),
    responses((status = 204)), extensions(("x-scope" = json!("sessions:write"))))]
#[post("/api/v1/users/{id}/sign-out")]
pub async fn sign_out_user(
    ctx: Data<Context>,
    may: May<EndSessions>,
    id: PathId<PlaceId>,
) -> Answer {
    let caller = may.0;
    let tx = ctx.db.begin().await?;
    let row = require_staff(&tx, &caller, id.0).await?;
    may_grant(
        &caller,
        StaffRole::parse(&row.role).unwrap_or(StaffRole::Technician),
    )?;
    if let Some(person) = row.person_id.map(PersonId) {
        let ended = sign_in::end_all(&ctx, &tx, person, "ended by an administrator").await?;
        let event = Event::by(&caller, "user.signed_out", id.0);
        record(
            &ctx,
            &tx,
            event.with(json!({ "name": places::name(&row), "sessions": ended })),
        )
        .await?;
    }
    tx.commit().await?;
    nothing()
}
