//! `DELETE /api/v1/tech-groups/{id}`

use super::store;
use crate::answer::nothing;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{IfMatch, May, PathId, WriteTechGroups};
use crate::refusal::{Answer, Refusal};
use actix_web::delete;
use actix_web::web::Data;
use gangway_domain::ids::TechGroupId;
use gangway_domain::problem::ProblemCode;
use serde_json::json;

/// Deletes a group that looks after no client
#[utoipa::path(tag = "Tech groups", params(("id" = TechGroupId, Path, description = "The group.")),
    responses((status = 204)),
    extensions(("x-scope" = json!("tech_groups:write")), ("x-if-match" = json!(true))))]
#[delete("/api/v1/tech-groups/{id}")]
pub async fn delete_tech_group(
    ctx: Data<Context>,
    may: May<WriteTechGroups>,
    id: PathId<TechGroupId>,
    version: IfMatch,
) -> Answer {
    let caller = may.0;
    let tx = ctx.db.begin().await?;
    let row = store::require(&tx, caller.partner, id.0).await?;
    version.fits(row.version)?;
    if store::clients(&tx, caller.partner, id.0).await? > 0 {
        return Err(in_use());
    }
    match store::delete(&tx, &row).await {
        Ok(true) => {}
        Ok(false) => return Err(Refusal::stale()),
        // A client was given to it at this very moment.
        Err(refusal) if refusal.is_foreign_key_violation() => return Err(in_use()),
        Err(refusal) => return Err(refusal),
    }
    let event = Event::by(&caller, "tech_group.deleted", id.0);
    record(&ctx, &tx, event.with(json!({"name": row.name}))).await?;
    tx.commit().await?;
    nothing()
}

fn in_use() -> Refusal {
    let words = "The group looks after clients, perhaps after deleted ones that can still be restored. Choose another group there, then delete it.";
    Refusal::new(ProblemCode::Conflict, words)
}
