//! `POST /api/v1/invites/{id}/resend`

use super::show::show_one;
use super::{by_caller, store};
use crate::answer::Kept;
use crate::context::Context;
use crate::events::record;
use crate::extract::{May, PathId, WriteInvites};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::Answer;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::InviteId;
use gangway_domain::wire::Invite;

/// Sends an invitation again: a new link, which kills the older one
#[utoipa::path(tag = "Invitations", params(("id" = InviteId, Path, description = "The invitation.")),
    responses((status = 200, body = Invite)),
    extensions(("x-scope" = json!("invites:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/invites/{id}/resend")]
pub async fn resend_invite(
    ctx: Data<Context>,
    may: May<WriteInvites>,
    id: PathId<InviteId>,
    key: IdempotencyKey,
) -> Answer {
    let caller = may.0;
    let request = Request {
        principal: caller.principal(),
        operation: "resend_invite",
        key: &key,
        body_hash: &id.0.to_string(),
    };
    once(&ctx, request, async |tx| {
        let row = store::require_to_act(tx, &caller, id.0).await?;
        store::renew(&ctx, tx, &row, Some(caller.place_id)).await?;
        record(&ctx, tx, by_caller("invite.resent", &row, &caller)).await?;
        let row = store::require(tx, &caller, id.0).await?;
        Kept::ok(&show_one(&ctx, tx, row).await?)
    })
    .await
}
