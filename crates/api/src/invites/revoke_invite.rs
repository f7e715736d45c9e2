//! `POST /api/v1/invites/{id}/revoke`

use super::show::show_one;
use super::{by_caller, store};
use crate::answer::ok;
use crate::context::Context;
use crate::events::record;
use crate::extract::{May, PathId, WriteInvites};
use crate::places;
use crate::refusal::{Answer, Refusal};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{InviteId, PlaceId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{Invite, UserState};

/// Takes an invitation back; its link is dead from then on
#[utoipa::path(tag = "Invitations", params(("id" = InviteId, Path, description = "The invitation.")),
    responses((status = 200, body = Invite)), extensions(("x-scope" = json!("invites:write"))))]
#[post("/api/v1/invites/{id}/revoke")]
pub async fn revoke_invite(
    ctx: Data<Context>,
    may: May<WriteInvites>,
    id: PathId<InviteId>,
) -> Answer {
    let caller = may.0;
    let tx = ctx.db.begin().await?;
    let row = store::require_to_act(&tx, &caller, id.0).await?;
    if row.accepted_at.is_some() {
        return Err(Refusal::new(
            ProblemCode::Conflict,
            "It has been accepted. Deactivate the user instead.",
        ));
    }
    if store::revoke(&ctx, &tx, &row).await? {
        if let Some(place) = row.place_id {
            let place = PlaceId(place);
            places::set_state(&ctx, &tx, caller.partner, place, UserState::Deactivated).await?;
        }
        record(&ctx, &tx, by_caller("invite.revoked", &row, &caller)).await?;
    }
    let row = store::require(&tx, &caller, id.0).await?;
    let shown = show_one(&ctx, &tx, row).await?;
    tx.commit().await?;
    ok(&shown)
}
