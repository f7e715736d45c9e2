//! `POST /api/v1/custom-fields`

use super::show::shown;
use super::store::{self, Plan};
use crate::answer::Kept;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{May, Valid, WriteCustomFields};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::Answer;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::CustomFieldId;
use gangway_domain::wire::{CustomField, NewCustomField};
use serde_json::json;

/// Makes a field of the partner's own
///
/// After all others. Where it is mandatory, clients that are there already stay as they are; who next
/// writes their values fills it in.
#[utoipa::path(tag = "Custom fields", request_body = NewCustomField,
    responses((status = 201, body = CustomField)),
    extensions(("x-scope" = json!("custom_fields:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/custom-fields")]
pub async fn create_custom_field(
    ctx: Data<Context>,
    may: May<WriteCustomFields>,
    key: IdempotencyKey,
    body: Valid<NewCustomField>,
) -> Answer {
    let caller = may.0;
    let NewCustomField {
        name,
        kind,
        choices,
        is_mandatory,
    } = body.body;
    let (name, choices) = store::parse(&name, &choices)?;
    let plan = Plan {
        name,
        choices,
        is_mandatory,
        archived_at: None,
    };
    let request = Request {
        principal: caller.principal(),
        operation: "create_custom_field",
        key: &key,
        body_hash: &body.hash,
    };
    once(&ctx, request, async |tx| {
        let row = store::insert(&ctx, tx, caller.partner, kind, &plan).await?;
        let id = CustomFieldId(row.id);
        let event = Event::by(&caller, "custom_field.created", id);
        record(&ctx, tx, event.with(json!({"name": row.name}))).await?;
        Kept::created(format!("/api/v1/custom-fields/{id}"), &shown(row))
    })
    .await
}
