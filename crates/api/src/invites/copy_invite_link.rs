//! `POST /api/v1/invites/{id}/link`

use super::{by_caller, store};
use crate::answer::ok;
use crate::context::Context;
use crate::events::record;
use crate::extract::{May, PathId, WriteInvites};
use crate::keys::Purpose;
use crate::links;
use crate::refusal::{Answer, Refusal};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::InviteId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::CopiedLink;

/// Gives an invitation's link, to hand over by other means than mail
#[utoipa::path(tag = "Invitations", params(("id" = InviteId, Path, description = "The invitation.")),
    responses((status = 200, body = CopiedLink)), extensions(("x-scope" = json!("invites:write"))))]
#[post("/api/v1/invites/{id}/link")]
pub async fn copy_invite_link(
    ctx: Data<Context>,
    may: May<WriteInvites>,
    id: PathId<InviteId>,
) -> Answer {
    let caller = may.0;
    let tx = ctx.db.begin().await?;
    let row = store::require_to_act(&tx, &caller, id.0).await?;
    let dead = row.accepted_at.is_some() || row.revoked_at.is_some() || row.expires_at <= ctx.now();
    if dead {
        return Err(Refusal::new(
            ProblemCode::Conflict,
            "This link no longer works. Send the invitation again first.",
        ));
    }
    record(&ctx, &tx, by_caller("invite.link_copied", &row, &caller)).await?;
    tx.commit().await?;
    ok(&CopiedLink {
        url: links::address(&ctx, Purpose::Invite, row.id, row.generation),
        expires_at: Some(row.expires_at),
    })
}
