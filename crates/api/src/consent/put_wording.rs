//! `PUT /api/v1/clients/{id}/consent-wording`

use super::read_wording::show;
use super::wording::{newest, write};
use crate::answer::tagged;
use crate::clients;
use crate::context::Context;
use crate::events::{Event, changes, record};
use crate::extract::{IfMatch, May, PathId, Valid, WriteMessages};
use crate::refusal::{Answer, Refusal};
use actix_web::put;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::values::Paragraph;
use gangway_domain::wire::{ConsentWording, PutConsentWording};
use serde_json::json;

/// Writes a new version of the words that customers agree to
///
/// Earlier versions stay, as whoever agreed to them agreed to those. The words that are there already
/// make no version.
#[utoipa::path(tag = "Consent", params(("id" = ClientId, Path, description = "The client.")),
    request_body = PutConsentWording, responses((status = 200, body = ConsentWording)),
    extensions(("x-scope" = json!("messages:write")), ("x-if-match" = json!(true))))]
#[put("/api/v1/clients/{id}/consent-wording")]
pub async fn put_consent_wording(
    ctx: Data<Context>,
    may: May<WriteMessages>,
    id: PathId<ClientId>,
    version: IfMatch,
    body: Valid<PutConsentWording>,
) -> Answer {
    let (caller, id) = (may.0, id.0);
    let text = Paragraph::parse(&body.body.text).map_err(|r| Refusal::rejected("/text", &r))?;
    let tx = ctx.db.begin().await?;
    let client = clients::require(&tx, &caller, id).await?;
    let (number, before) = show(&tx, &client).await?;
    version.fits(number)?;
    if before.text != text.as_str() {
        write(&ctx, &tx, &caller, id, (number + 1, text.as_str())).await?;
        let row = newest(&tx, caller.partner, id).await?;
        let row = row.ok_or_else(Refusal::not_found)?;
        let changed = changes(&json!({"text": before.text}), &json!({"text": row.text}));
        let event = Event::by(&caller, "consent_wording.written", row.id).about(id);
        let facts = json!({"version": row.version.to_string()});
        record(&ctx, &tx, event.with(facts).changing(changed)).await?;
    }
    let (number, shown) = show(&tx, &client).await?;
    tx.commit().await?;
    tagged(number, &shown)
}
