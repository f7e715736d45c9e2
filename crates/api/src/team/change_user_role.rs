//! `PATCH /api/v1/users/{id}`

use super::invite_user::may_grant;
use super::list_users::require_staff;
use super::show::show_one;
use crate::answer::tagged;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{IfMatch, May, PathId, Valid, WriteUsers};
use crate::places;
use crate::refusal::{Answer, Refusal};
use actix_web::patch;
use actix_web::web::Data;
use gangway_domain::ids::PlaceId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{Role, StaffRole};
use gangway_domain::wire::{ChangeUserRole, User};
use serde_json::json;

/// Changes a staff member's role
///
/// Neither the old nor the new role may be above the caller's own; nobody changes their own; the last
/// administrator stays.
#[utoipa::path(tag = "Users", params(("id" = PlaceId, Path, description = "The user.")),
    request_body = ChangeUserRole, responses((status = 200, body = User)),
    extensions(("x-scope" = json!("users:write")), ("x-if-match" = json!(true))))]
#[patch("/api/v1/users/{id}")]
pub async fn change_user_role(
    ctx: Data<Context>,
    may: May<WriteUsers>,
    id: PathId<PlaceId>,
    version: IfMatch,
    body: Valid<ChangeUserRole>,
) -> Answer {
    let caller = may.0;
    let role = body.body.role;
    let tx = ctx.db.begin().await?;
    places::lock_partner(&ctx, &tx, caller.partner).await?;
    let row = require_staff(&tx, &caller, id.0).await?;
    let before = StaffRole::parse(&row.role).unwrap_or(StaffRole::Technician);
    may_grant(&caller, before)?;
    may_grant(&caller, role)?;
    if id.0 == caller.place_id {
        return Err(Refusal::new(
            ProblemCode::Forbidden,
            "Ask another administrator to change your role.",
        ));
    }
    version.fits(row.version)?;
    if before.administers()
        && !role.administers()
        && places::other_administrators(&tx, caller.partner, id.0).await? == 0
    {
        return Err(last_administrator());
    }
    places::set_role(&ctx, &tx, caller.partner, id.0, Role::Staff(role)).await?;
    let facts = json!({"name": places::name(&row), "from": before.as_str(), "to": role.as_str()});
    let changed = json!({"role": {"before": before.as_str(), "after": role.as_str()}});
    record(
        &ctx,
        &tx,
        Event::by(&caller, "user.role_changed", id.0)
            .with(facts)
            .changing(changed),
    )
    .await?;
    let row = require_staff(&tx, &caller, id.0).await?;
    let version = row.version;
    let shown = show_one(&tx, &caller, row).await?;
    tx.commit().await?;
    tagged(version, &shown)
}

/// Someone must stay.
pub fn last_administrator() -> Refusal {
    Refusal::new(
        ProblemCode::LastAdministrator,
        "This is the last administrator. Make someone else administrator first.",
    )
}
