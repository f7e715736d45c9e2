//! `PATCH /api/v1/custom-fields/{id}`

use super::show::shown;
use super::store::{self, Plan};
use crate::answer::tagged;
use crate::context::Context;
use crate::events::{Event, changes, record};
use crate::extract::{IfMatch, May, PathId, Valid, WriteCustomFields};
use crate::refusal::{Answer, Refusal};
use actix_web::patch;
use actix_web::web::Data;
use gangway_domain::ids::CustomFieldId;
use gangway_domain::wire::{CustomField, CustomFieldKind, UpdateCustomField};
use serde_json::{Value, json};

/// Changes a field of the partner's own, or archives it
///
/// What it holds stays; values that clients have stay as they are, whatever is changed.
#[utoipa::path(tag = "Custom fields", params(("id" = CustomFieldId, Path, description = "The field.")),
    request_body = UpdateCustomField, responses((status = 200, body = CustomField)),
    extensions(("x-scope" = json!("custom_fields:write")), ("x-if-match" = json!(true))))]
#[patch("/api/v1/custom-fields/{id}")]
pub async fn update_custom_field(
    ctx: Data<Context>,
    may: May<WriteCustomFields>,
    id: PathId<CustomFieldId>,
    version: IfMatch,
    body: Valid<UpdateCustomField>,
) -> Answer {
    let (caller, id) = (may.0, id.0);
    let tx = ctx.db.begin().await?;
    let row = store::require(&tx, caller.partner, id).await?;
    version.fits(row.version)?;
    let before = shown(row.clone());
    let plan = plan(&ctx, &before, body.body)?;
    let changed = changes(&facts(&before), &facts(&planned(&before, &plan)));
    if changed == json!({}) {
        return tagged(row.version, &before);
    }
    if !store::update(&ctx, &tx, &row, &plan).await? {
        return Err(Refusal::stale());
    }
    let kind = match (before.archived_at, plan.archived_at) {
        (None, Some(_)) => "custom_field.archived",
        _ => "custom_field.changed",
    };
    let event = Event::by(&caller, kind, id).with(json!({"name": plan.name.as_str()}));
    record(&ctx, &tx, event.changing(changed)).await?;
    let row = store::require(&tx, caller.partner, id).await?;
    tx.commit().await?;
    tagged(row.version, &shown(row))
}

/// The field as it is to be.
fn plan(ctx: &Context, field: &CustomField, sent: UpdateCustomField) -> Result<Plan, Refusal> {
    let UpdateCustomField {
        name,
        choices,
        is_mandatory,
        is_archived,
    } = sent;
    let choices = choices.unwrap_or_else(|| field.choices.clone());
    let (name, choices) = store::parse(name.as_deref().unwrap_or(&field.name), &choices)?;
    if (field.kind == CustomFieldKind::Choice) == choices.is_empty() {
        let words = "A choice has something to choose from, and other fields have not.";
        return Err(Refusal::field("/choices", "choices_missing", words));
    }
    let archived_at = match is_archived {
        None => field.archived_at,
        Some(true) => field.archived_at.or_else(|| Some(ctx.now())),
        Some(false) => None,
    };
    Ok(Plan {
        name,
        choices,
        is_mandatory: is_mandatory.unwrap_or(field.is_mandatory),
        archived_at,
    })
}

fn planned(field: &CustomField, plan: &Plan) -> CustomField {
    CustomField {
        name: plan.name.as_str().to_owned(),
        choices: plan.choices.clone(),
        is_mandatory: plan.is_mandatory,
        archived_at: plan.archived_at,
        ..field.clone()
    }
}

fn facts(field: &CustomField) -> Value {
    json!({
        "name": field.name,
        "choices": field.choices,
        "is_mandatory": field.is_mandatory,
        "is_archived": field.archived_at.is_some(),
    })
}
