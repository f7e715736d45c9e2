//! `GET /api/v1/clients/{id}`

use super::show::{show, shown};
use super::visible;
use crate::answer::tagged;
use crate::context::Context;
use crate::extract::{May, PathId, ReadClients};
use crate::refusal::{Answer, Refusal};
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::Client;
use gangway_entities::client::Column;
use sea_orm::{ColumnTrait as _, QueryFilter as _};

/// Reads a client
#[utoipa::path(tag = "Clients", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = Client)), extensions(("x-scope" = json!("clients:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/clients/{id}")]
pub async fn read_client(
    ctx: Data<Context>,
    may: May<ReadClients>,
    id: PathId<ClientId>,
) -> Answer {
    let found = shown(visible(&may.0).filter(Column::Id.eq(id.0.0)))
        .one(ctx.db.reader())
        .await?
        .ok_or_else(Refusal::not_found)?;
    tagged(found.client.version, &show(found))
}
