//! `POST /api/v1/clients/{id}/restore`

use super::{deletion, show_one};
use crate::answer::tagged;
use crate::context::Context;
use crate::extract::{DeleteClients, May, PathId};
use crate::refusal::Answer;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::Client;

/// Restores a deleted client
///
/// With everything of it. A conflict names what another client has taken meanwhile: its name, the address of
/// its primary contact or a domain; change it there, then restore.
#[utoipa::path(tag = "Clients", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = Client)),
    extensions(("x-scope" = json!("client_deletions:write"))))]
#[post("/api/v1/clients/{id}/restore")]
pub async fn restore_client(
    ctx: Data<Context>,
    may: May<DeleteClients>,
    id: PathId<ClientId>,
) -> Answer {
    let tx = ctx.db.begin().await?;
    deletion::restore(&ctx, &tx, &may.0, id.0).await?;
    let (version, client) = show_one(&tx, may.0.partner, id.0).await?;
    tx.commit().await?;
    tagged(version, &client)
}
