//! `GET /api/v1/clients/{id}/record`

use super::show_found;
use crate::answer::tagged;
use crate::clients::visible;
use crate::context::Context;
use crate::extract::{May, PathId, ReadRecords};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::ClientRecord;
use gangway_entities::client::Column;
use sea_orm::{ColumnTrait as _, QueryFilter as _};

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
    let asked = visible(&may.0).filter(Column::Id.eq(id.0.0));
    let (version, record) = show_found(&ctx, db, asked).await?;
    tagged(version, &record)
}
