//! `POST /api/v1/users/{id}/deactivate` and `/reactivate`

use super::change_user_role::last_administrator;
use super::invite_user::may_grant;
use super::list_users::require_staff;
use super::show::show_one;
use crate::answer::ok;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{Caller, May, PathId, WriteUsers, state_str};
use crate::refusal::{Answer, Refusal};
use crate::{invites, places};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, PlaceId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{User, UserState};
use gangway_entities::place::Model;
use sea_orm::DatabaseTransaction;
use serde_json::json;

/// Deactivates a staff member: no access from the next request on
#[utoipa::path(tag = "Users", params(("id" = PlaceId, Path, description = "The user.")),
    responses((status = 200, body = User)), extensions(("x-scope" = json!("users:write"))))]
#[post("/api/v1/users/{id}/deactivate")]
pub async fn deactivate_user(
    ctx: Data<Context>,
    may: May<WriteUsers>,
    id: PathId<PlaceId>,
) -> Answer {
    let caller = may.0;
    let tx = ctx.db.begin().await?;
    places::lock_partner(&ctx, &tx, caller.partner).await?;
    let row = require_staff(&tx, &caller, id.0).await?;
    let role = StaffRole::parse(&row.role).unwrap_or(StaffRole::Technician);
    may_grant(&caller, role)?;
    if id.0 == caller.place_id {
        return Err(yourself());
    }
    if role.administers() && places::other_administrators(&tx, caller.partner, id.0).await? == 0 {
        return Err(last_administrator());
    }
    set_state(&ctx, &tx, &caller, &row, UserState::Deactivated).await?;
    let row = require_staff(&tx, &caller, id.0).await?;
    let shown = show_one(&tx, &caller, row).await?;
    tx.commit().await?;
    ok(&shown)
}

/// Gives a deactivated staff member access again
#[utoipa::path(tag = "Users", params(("id" = PlaceId, Path, description = "The user.")),
    responses((status = 200, body = User)), extensions(("x-scope" = json!("users:write"))))]
#[post("/api/v1/users/{id}/reactivate")]
pub async fn reactivate_user(
    ctx: Data<Context>,
    may: May<WriteUsers>,
    id: PathId<PlaceId>,
) -> Answer {
    let caller = may.0;
    let tx = ctx.db.begin().await?;
    let row = require_staff(&tx, &caller, id.0).await?;
    may_grant(
        &caller,
        StaffRole::parse(&row.role).unwrap_or(StaffRole::Technician),
    )?;
    set_state(&ctx, &tx, &caller, &row, UserState::Active).await?;
    let row = require_staff(&tx, &caller, id.0).await?;
    let shown = show_one(&tx, &caller, row).await?;
    tx.commit().await?;
    ok(&shown)
}

/// Nobody deactivates themselves.
pub fn yourself() -> Refusal {
    Refusal::new(
        ProblemCode::Conflict,
        "You cannot deactivate yourself. Ask another administrator.",
    )
}

/// Deactivates or reactivates a place. Whoever never accepted needs a new invitation instead.
pub async fn set_state(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    row: &Model,
    state: UserState,
) -> Result<(), Refusal> {
    let id = PlaceId(row.id);
    if row.state == state_str(state) {
        return Ok(());
    }
    let not_in = row.state == state_str(UserState::Invited) || row.person_id.is_none();
    if state == UserState::Active && not_in {
        return Err(Refusal::new(
            ProblemCode::Conflict,
            "This person has not accepted. Send a new invitation instead.",
        ));
    }
    if state == UserState::Deactivated {
        invites::revoke_of_place(ctx, tx, caller.partner, id).await?;
    }
    places::set_state(ctx, tx, caller.partner, id, state).await?;
    let kind = match state {
        UserState::Active => "user.reactivated",
        UserState::Deactivated | UserState::Invited => "user.deactivated",
    };
    let mut event =
        Event::by(caller, kind, id).with(json!({"name": places::name(row), "email": row.email}));
    event.client = row.client_id.map(ClientId);
    record(ctx, tx, event).await
}
