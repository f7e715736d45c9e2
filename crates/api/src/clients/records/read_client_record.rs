//! `GET /api/v1/clients/{id}/record`

use super::show;
use crate::answer::tagged;
use crate::clients::require;
use crate::context::Context;
use crate::extract::{May, PathId, ReadRecords};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::ClientRecord;

/// Reads what is kept on a client
#[utoipa::path(tag = "Client records", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = ClientRecord)),
    extensions(("x-scope" = json!("records:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/clients/{id}/record")]
pub async fn read_client_record(
    ctx: Data<Context>,
    may: May<ReadRecords>,
    id: PathId<ClientId>,
) -> Answer {
    let db = ctx.db.reader();
    let row = require(db, &may.0, id.0).await?;
    let version = row.version;
    tagged(version, &show(&ctx, db, row).await?)
}
