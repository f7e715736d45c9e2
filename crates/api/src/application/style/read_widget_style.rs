//! `GET /api/v1/clients/{id}/widget-style`

use super::store;
use crate::answer::tagged;
use crate::clients;
use crate::context::Context;
use crate::extract::{May, PathId, ReadApplication};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::WidgetStyle;

/// Reads how a client's application looks
#[utoipa::path(tag = "Application", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = WidgetStyle)),
    extensions(("x-scope" = json!("application:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/clients/{id}/widget-style")]
pub async fn read_widget_style(
    ctx: Data<Context>,
    may: May<ReadApplication>,
    id: PathId<ClientId>,
) -> Answer {
    let db = ctx.db.reader();
    clients::require(db, &may.0, id.0).await?;
    let row = store::of_client(db, may.0.partner, id.0).await?;
    tagged(row.version, &store::show(row))
}
