//! `POST /api/v1/clients/{id}/schedules`

use super::plan::Plan;
use super::show::show_one;
use super::store;
use crate::answer::Kept;
use crate::clients;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{May, PathId, Valid, WriteApplication};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::Answer;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, ScheduleId};
use gangway_domain::wire::{SaveSchedule, Schedule};
use serde_json::json;

/// Makes a schedule
///
/// Its hours are those on the clock of the company's time zone, summer and winter. Hours past midnight
/// are two spans: until `24:00`, and from `00:00` the day after. Nothing follows the schedule until an
/// application is told to.
#[utoipa::path(tag = "Availability", params(("id" = ClientId, Path, description = "The client.")),
    request_body = SaveSchedule, responses((status = 201, body = Schedule)),
    extensions(("x-scope" = json!("application:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/clients/{id}/schedules")]
pub async fn create_schedule(
    ctx: Data<Context>,
    may: May<WriteApplication>,
    id: PathId<ClientId>,
    key: IdempotencyKey,
    body: Valid<SaveSchedule>,
) -> Answer {
    let (caller, client) = (may.0, id.0);
    let plan = Plan::parse(body.body)?;
    let request = Request {
        principal: caller.principal(),
        operation: "create_schedule",
        key: &key,
        body_hash: &format!("{client}:{}", body.hash),
    };
    once(&ctx, request, async |tx| {
        clients::require(tx, &caller, client).await?;
        let row = store::insert(&ctx, tx, &caller, client, &plan).await?;
        let id = ScheduleId(row.id);
        let event = Event::by(&caller, "schedule.created", id).about(client);
        record(&ctx, tx, event.with(json!({"name": row.name}))).await?;
        let address = format!("/api/v1/clients/{client}/schedules/{id}");
        Kept::created(address, &show_one(tx, row).await?)
    })
    .await
}
