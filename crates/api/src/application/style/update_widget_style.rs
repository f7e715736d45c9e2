//! `PUT /api/v1/clients/{id}/widget-style`

use super::store::{self, StyleRow};
use crate::answer::tagged;
use crate::clients;
use crate::context::Context;
use crate::events::{Event, changes, record};
use crate::extract::{IfMatch, May, PathId, Valid, WriteApplication};
use crate::refusal::{Answer, Refusal};
use actix_web::put;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::values::{Color, Line};
use gangway_domain::wire::{UpdateWidgetStyle, WidgetStyle};
use serde_json::{Value, json};

/// Changes how a client's application looks
///
/// As a whole. Visitors see it within a minute. Where `enabled` is off they see nothing at all.
#[utoipa::path(tag = "Application", params(("id" = ClientId, Path, description = "The client.")),
    request_body = UpdateWidgetStyle, responses((status = 200, body = WidgetStyle)),
    extensions(("x-scope" = json!("application:write")), ("x-if-match" = json!(true))))]
#[put("/api/v1/clients/{id}/widget-style")]
pub async fn update_widget_style(
    ctx: Data<Context>,
    may: May<WriteApplication>,
    id: PathId<ClientId>,
    version: IfMatch,
    body: Valid<UpdateWidgetStyle>,
) -> Answer {
    let (caller, id) = (may.0, id.0);
    let tx = ctx.db.begin().await?;
    clients::require(&tx, &caller, id).await?;
    let before = store::of_client(&tx, caller.partner, id).await?;
    version.fits(before.version)?;
    let row = read(&before, body.body)?;
    let changed = changes(&fields(&before), &fields(&row));
    let row = store::write(&ctx, &tx, caller.partner, id, row).await?;
    let event = Event::by(&caller, "widget.changed", id).about(id);
    record(&ctx, &tx, event.changing(changed)).await?;
    tx.commit().await?;
    tagged(row.version, &store::show(row))
}

fn read(before: &StyleRow, body: UpdateWidgetStyle) -> Result<StyleRow, Refusal> {
    let UpdateWidgetStyle {
        enabled,
        color,
        position,
        button_label,
        greeting,
    } = body;
    Ok(StyleRow {
        enabled,
        color: Color::parse(&color).map_err(|r| Refusal::rejected("/color", &r))?,
        position,
        button_label: line("/button_label", button_label)?,
        greeting: line("/greeting", greeting)?,
        ..before.clone()
    })
}

fn line(pointer: &str, text: Option<String>) -> Result<Option<String>, Refusal> {
    let text = text.filter(|text| !text.trim().is_empty());
    let line = text.map(|text| Line::parse(&text)).transpose();
    let line = line.map_err(|r| Refusal::rejected(pointer, &r))?;
    Ok(line.map(String::from))
}

/// The look, for what changed.
fn fields(row: &StyleRow) -> Value {
    json!({
        "enabled": row.enabled,
        "color": row.color,
        "position": row.position,
        "button_label": row.button_label,
        "greeting": row.greeting,
    })
}
