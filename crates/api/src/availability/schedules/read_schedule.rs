//! `GET /api/v1/clients/{id}/schedules/{schedule_id}`

use super::show::show_one;
use super::store;
use crate::answer::tagged;
use crate::clients;
use crate::context::Context;
use crate::extract::{May, PathIds, ReadApplication};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, ScheduleId};
use gangway_domain::wire::Schedule;

/// Reads a schedule
#[utoipa::path(tag = "Availability",
    params(("id" = ClientId, Path, description = "The client."),
        ("schedule_id" = ScheduleId, Path, description = "The schedule.")),
    responses((status = 200, body = Schedule)),
    extensions(("x-scope" = json!("application:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/clients/{id}/schedules/{schedule_id}")]
pub async fn read_schedule(
    ctx: Data<Context>,
    may: May<ReadApplication>,
    ids: PathIds<ClientId, ScheduleId>,
) -> Answer {
    let (db, PathIds(client, id)) = (ctx.db.reader(), ids);
    clients::require(db, &may.0, client).await?;
    let row = store::require(db, may.0.partner, client, id).await?;
    let version = row.version;
    tagged(version, &show_one(db, row).await?)
}
