//! `POST /api/v1/tech-groups`

use super::show::show_one;
use super::store::{self, Plan};
use crate::answer::Kept;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{May, Valid, WriteTechGroups};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::Answer;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::TechGroupId;
use gangway_domain::wire::{SaveTechGroup, TechGroup};
use serde_json::json;

/// Makes a group of the staff
#[utoipa::path(tag = "Tech groups", request_body = SaveTechGroup,
    responses((status = 201, body = TechGroup)),
    extensions(("x-scope" = json!("tech_groups:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/tech-groups")]
pub async fn create_tech_group(
    ctx: Data<Context>,
    may: May<WriteTechGroups>,
    key: IdempotencyKey,
    body: Valid<SaveTechGroup>,
) -> Answer {
    let caller = may.0;
    let plan = Plan::parse(body.body)?;
    plan.refuse_comma()?;
    let request = Request {
        principal: caller.principal(),
        operation: "create_tech_group",
        key: &key,
        body_hash: &body.hash,
    };
    once(&ctx, request, async |tx| {
        let row = store::insert(&ctx, tx, caller.partner, &plan).await?;
        let id = TechGroupId(row.id);
        let event = Event::by(&caller, "tech_group.created", id);
        record(&ctx, tx, event.with(json!({"name": row.name}))).await?;
        let shown = show_one(tx, &caller, row).await?;
        Kept::created(format!("/api/v1/tech-groups/{id}"), &shown)
    })
    .await
}
