//! `DELETE /api/v1/clients/{id}/logo`

use crate::answer::nothing;
use crate::clients;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{May, PathId, WriteClients};
use crate::files::{self, Purpose};
use crate::refusal::{Answer, Refusal};
use actix_web::delete;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, FileId};
use serde_json::json;

/// Removes a client's logo
#[utoipa::path(tag = "Clients", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 204)), extensions(("x-scope" = json!("clients:write"))))]
#[delete("/api/v1/clients/{id}/logo")]
pub async fn delete_logo(
    ctx: Data<Context>,
    may: May<WriteClients>,
    id: PathId<ClientId>,
) -> Answer {
    let (caller, client) = (may.0, id.0);
    let tx = ctx.db.begin().await?;
    let row = clients::require(&tx, &caller, client).await?;
    let logo = files::of_client(&tx, caller.partner, client, Purpose::ClientLogo).await?;
    let logo = logo.ok_or_else(Refusal::not_found)?;
    if !files::take_out(&ctx, &tx, &logo).await? {
        return Err(Refusal::not_found());
    }
    let event = Event::by(&caller, "client.logo_removed", FileId(logo.id)).about(client);
    let facts = json!({"name": row.name, "file": logo.name});
    record(&ctx, &tx, event.with(facts)).await?;
    tx.commit().await?;
    nothing()
}
