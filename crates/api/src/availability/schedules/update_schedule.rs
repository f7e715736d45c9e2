//! `PUT /api/v1/clients/{id}/schedules/{schedule_id}`

use super::plan::Plan;
use super::show::show_one;
use super::{facts, store};
use crate::answer::tagged;
use crate::clients;
use crate::context::Context;
use crate::events::{Event, changes, record};
use crate::extract::{IfMatch, May, PathIds, Valid, WriteApplication};
use crate::refusal::{Answer, Refusal};
use actix_web::put;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, ScheduleId};
use gangway_domain::wire::{SaveSchedule, Schedule};
use serde_json::json;

/// Changes a schedule
///
/// The whole of it; what follows it does so from the next look of a visitor on.
#[utoipa::path(tag = "Availability",
    params(("id" = ClientId, Path, description = "The client."),
        ("schedule_id" = ScheduleId, Path, description = "The schedule.")),
    request_body = SaveSchedule, responses((status = 200, body = Schedule)),
    extensions(("x-scope" = json!("application:write")), ("x-if-match" = json!(true))))]
#[put("/api/v1/clients/{id}/schedules/{schedule_id}")]
pub async fn update_schedule(
    ctx: Data<Context>,
    may: May<WriteApplication>,
    ids: PathIds<ClientId, ScheduleId>,
    version: IfMatch,
    body: Valid<SaveSchedule>,
) -> Answer {
    let (caller, PathIds(client, id)) = (may.0, ids);
    let tx = ctx.db.begin().await?;
    clients::require(&tx, &caller, client).await?;
    let row = store::require(&tx, caller.partner, client, id).await?;
    version.fits(row.version)?;
    let plan = Plan::parse(body.body)?;
    let changed = changes(&facts::of_row(&row)?, &facts::of_plan(&plan));
    if changed != json!({}) {
        if !store::update(&ctx, &tx, &row, &plan).await? {
            return Err(Refusal::stale());
        }
        let event = Event::by(&caller, "schedule.changed", id).about(client);
        let event = event.with(json!({"name": plan.name.as_str()}));
        record(&ctx, &tx, event.changing(changed)).await?;
    }
    let row = store::require(&tx, caller.partner, client, id).await?;
    let version = row.version;
    let shown = show_one(&tx, row).await?;
    tx.commit().await?;
    tagged(version, &shown)
}
