//! `POST /api/v1/custom-fields/order`

use super::show::shown;
use super::store;
use crate::answer::ok;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{May, Valid, WriteCustomFields};
use crate::refusal::{Answer, Refusal};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::wire::{CustomFields, OrderCustomFields};
use serde_json::json;
use std::collections::BTreeSet;

/// Puts the partner's own fields in another order
///
/// Every field once, archived ones as well; where one was made meanwhile, nothing changes.
#[utoipa::path(tag = "Custom fields", request_body = OrderCustomFields,
    responses((status = 200, body = CustomFields)),
    extensions(("x-scope" = json!("custom_fields:write"))))]
#[post("/api/v1/custom-fields/order")]
pub async fn order_custom_fields(
    ctx: Data<Context>,
    may: May<WriteCustomFields>,
    body: Valid<OrderCustomFields>,
) -> Answer {
    let (caller, ids) = (may.0, body.body.ids);
    let tx = ctx.db.begin().await?;
    let rows = store::all(&tx, caller.partner).await?;
    let (known, sent): (BTreeSet<_>, BTreeSet<_>) = (
        rows.iter().map(|row| row.id).collect(),
        ids.iter().map(|id| id.0).collect(),
    );
    if known != sent || sent.len() != ids.len() {
        let words = "Send every field once: reload to see the fields there are.";
        return Err(Refusal::field("/ids", "not_every_field", words));
    }
    let moved = ids
        .iter()
        .enumerate()
        .filter(|(position, id)| rows.get(*position).is_none_or(|row| row.id != id.0));
    let moved: Vec<_> = moved.map(|(_, id)| *id).collect();
    if let Some(first) = moved.first() {
        for (position, id) in ids.iter().enumerate() {
            store::place(&tx, caller.partner, *id, position).await?;
        }
        let event = Event::by(&caller, "custom_field.ordered", *first);
        record(&ctx, &tx, event.with(json!({"fields": ids.len()}))).await?;
    }
    let rows = store::all(&tx, caller.partner).await?;
    tx.commit().await?;
    let data = rows.into_iter().map(shown).collect();
    ok(&CustomFields { data })
}
