//! `GET /api/v1/clients/{id}`

use super::{require, show_one};
use crate::answer::tagged;
use crate::context::Context;
use crate::extract::{May, PathId, ReadClients};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::Client;

/// Reads a client
#[utoipa::path(tag = "Clients", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = Client)), extensions(("x-scope" = json!("clients:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/clients/{id}")]
pub async fn read_client(
    ctx: Data<Context>,
    may: May<ReadClients>,
    id: PathId<ClientId>,
) -> Answer {
    let db = ctx.db.reader();
    let row = require(db, &may.0, id.0).await?;
    tagged(row.version, &show_one(db, may.0.partner, row).await?)
}
