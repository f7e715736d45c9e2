//! `DELETE /api/v1/clients/{id}`

use super::{deletion, require};
use crate::answer::nothing;
use crate::context::Context;
use crate::extract::{DeleteClients, IfMatch, May, PathId};
use crate::refusal::Answer;
use actix_web::delete;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;

/// Deletes a client
///
/// Nobody sees it from then on, its people and its web site's visitors included; it can be restored for the
/// days that the installation has set.
#[utoipa::path(tag = "Clients", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 204)),
    extensions(("x-scope" = json!("client_deletions:write")), ("x-if-match" = json!(true))))]
#[delete("/api/v1/clients/{id}")]
pub async fn delete_client(
    ctx: Data<Context>,
    may: May<DeleteClients>,
    id: PathId<ClientId>,
    version: IfMatch,
) -> Answer {
    let tx = ctx.db.begin().await?;
    let row = require(&tx, &may.0, id.0).await?;
    version.fits(row.version)?;
    deletion::delete(&ctx, &tx, &may.0, &[id.0]).await?;
    tx.commit().await?;
    nothing()
}
