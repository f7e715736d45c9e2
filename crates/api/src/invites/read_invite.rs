//! `GET /api/v1/invites/{id}`

use super::show::show_one;
use super::store;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{May, PathId, ReadInvites};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::InviteId;
use gangway_domain::wire::Invite;

/// Reads an invitation
#[utoipa::path(tag = "Invitations", params(("id" = InviteId, Path, description = "The invitation.")),
    responses((status = 200, body = Invite)), extensions(("x-scope" = json!("invites:read"))))]
#[get("/api/v1/invites/{id}")]
pub async fn read_invite(
    ctx: Data<Context>,
    may: May<ReadInvites>,
    id: PathId<InviteId>,
) -> Answer {
    let row = store::require(ctx.db.reader(), &may.0, id.0).await?;
    ok(&show_one(&ctx, ctx.db.reader(), row).await?)
}
