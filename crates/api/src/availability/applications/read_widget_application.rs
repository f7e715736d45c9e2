//! `GET /api/v1/clients/{id}/applications/{kind}`

use super::store::{find, show, version};
use crate::answer::tagged;
use crate::clients;
use crate::context::Context;
use crate::extract::{May, PathIds, ReadApplication};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{ApplicationKind, WidgetApplication};

/// Reads whether and when visitors are offered an application
#[utoipa::path(tag = "Availability",
    params(("id" = ClientId, Path, description = "The client."),
        ("kind" = ApplicationKind, Path, description = "The application.")),
    responses((status = 200, body = WidgetApplication)),
    extensions(("x-scope" = json!("application:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/clients/{id}/applications/{kind}")]
pub async fn read_widget_application(
    ctx: Data<Context>,
    may: May<ReadApplication>,
    ids: PathIds<ClientId, ApplicationKind>,
) -> Answer {
    let (db, PathIds(client, kind)) = (ctx.db.reader(), ids);
    clients::require(db, &may.0, client).await?;
    let row = find(db, may.0.partner, client, kind).await?;
    tagged(version(row.as_ref()), &show(kind, row))
}
