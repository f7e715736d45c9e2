//! `DELETE /api/v1/clients/{id}/schedules/{schedule_id}`

use super::show::used_by;
use super::store;
use crate::answer::nothing;
use crate::availability::applications;
use crate::clients;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{IfMatch, May, PathIds, WriteApplication};
use crate::refusal::{Answer, Refusal};
use actix_web::delete;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, ScheduleId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::ApplicationKind;
use serde_json::json;

/// Deletes a schedule that nothing follows
#[utoipa::path(tag = "Availability",
    params(("id" = ClientId, Path, description = "The client."),
        ("schedule_id" = ScheduleId, Path, description = "The schedule.")),
    responses((status = 204)),
    extensions(("x-scope" = json!("application:write")), ("x-if-match" = json!(true))))]
#[delete("/api/v1/clients/{id}/schedules/{schedule_id}")]
pub async fn delete_schedule(
    ctx: Data<Context>,
    may: May<WriteApplication>,
    ids: PathIds<ClientId, ScheduleId>,
    version: IfMatch,
) -> Answer {
    let (caller, PathIds(client, id)) = (may.0, ids);
    let partner = caller.partner;
    let tx = ctx.db.begin().await?;
    clients::require(&tx, &caller, client).await?;
    let row = store::require(&tx, partner, client, id).await?;
    version.fits(row.version)?;
    let applications = applications::of_client(&tx, partner, client).await?;
    refuse_if_followed(&used_by(id, &applications))?;
    match store::delete(&tx, &row).await {
        Ok(true) => {}
        Ok(false) => return Err(Refusal::stale()),
        // An application was told to follow it at this very moment.
        Err(refusal) if refusal.is_foreign_key_violation() => return Err(followed("Something")),
        Err(refusal) => return Err(refusal),
    }
    let event = Event::by(&caller, "schedule.deleted", id).about(client);
    record(&ctx, &tx, event.with(json!({"name": row.name}))).await?;
    tx.commit().await?;
    nothing()
}

fn refuse_if_followed(by: &[ApplicationKind]) -> Result<(), Refusal> {
    let names: Vec<&str> = by.iter().map(|kind| kind.title()).collect();
    if names.is_empty() {
        Ok(())
    } else {
        Err(followed(&names.join(" and ")))
    }
}

fn followed(by: &str) -> Refusal {
    let words = format!("{by} still uses this schedule. Choose another one there, then delete it.");
    Refusal::new(ProblemCode::Conflict, words)
}
