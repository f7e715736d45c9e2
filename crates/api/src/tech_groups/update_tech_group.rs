//! `PUT /api/v1/tech-groups/{id}`

use super::show::show_one;
use super::store::{self, Plan};
use crate::answer::tagged;
use crate::context::Context;
use crate::events::{Event, changes, record};
use crate::extract::{IfMatch, May, PathId, Valid, WriteTechGroups};
use crate::refusal::{Answer, Refusal};
use actix_web::put;
use actix_web::web::Data;
use gangway_domain::ids::TechGroupId;
use gangway_domain::wire::{SaveTechGroup, TechGroup};
use serde_json::{Value, json};

/// Changes a group of the staff
///
/// The whole of it: its name, and who is in it.
#[utoipa::path(tag = "Tech groups", params(("id" = TechGroupId, Path, description = "The group.")),
    request_body = SaveTechGroup, responses((status = 200, body = TechGroup)),
    extensions(("x-scope" = json!("tech_groups:write")), ("x-if-match" = json!(true))))]
#[put("/api/v1/tech-groups/{id}")]
pub async fn update_tech_group(
    ctx: Data<Context>,
    may: May<WriteTechGroups>,
    id: PathId<TechGroupId>,
    version: IfMatch,
    body: Valid<SaveTechGroup>,
) -> Answer {
    let (caller, id) = (may.0, id.0);
    let plan = Plan::parse(body.body)?;
    let tx = ctx.db.begin().await?;
    let row = store::require(&tx, caller.partner, id).await?;
    version.fits(row.version)?;
    if plan.name.as_str() != row.name {
        plan.refuse_comma()?;
    }
    let was = row.version;
    let before = show_one(&tx, &caller, row.clone()).await?;
    if !store::update(&ctx, &tx, &row, &plan).await? {
        return Err(Refusal::stale());
    }
    let row = store::require(&tx, caller.partner, id).await?;
    let version = row.version;
    let after = show_one(&tx, &caller, row).await?;
    let changed = changes(&facts(&before), &facts(&after));
    if changed == json!({}) {
        tx.rollback().await?;
        return tagged(was, &before);
    }
    let event = Event::by(&caller, "tech_group.changed", id);
    let event = event.with(json!({"name": after.name})).changing(changed);
    record(&ctx, &tx, event).await?;
    tx.commit().await?;
    tagged(version, &after)
}

fn facts(group: &TechGroup) -> Value {
    let members: Vec<&str> = group.members.iter().map(|one| one.name.as_str()).collect();
    json!({"name": group.name, "members": members})
}
