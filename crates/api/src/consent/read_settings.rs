//! `GET /api/v1/clients/{id}/texting-settings`

use super::settings::{Settings, settings};
use crate::answer::tagged;
use crate::clients;
use crate::context::Context;
use crate::extract::{May, PathId, ReadMessages};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::values::ClockTime;
use gangway_domain::wire::TextingSettings;

/// Reads what a client sets about texting, with what holds where nothing is set
#[utoipa::path(tag = "Consent", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = TextingSettings)),
    extensions(("x-scope" = json!("messages:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/clients/{id}/texting-settings")]
pub async fn read_texting_settings(
    ctx: Data<Context>,
    may: May<ReadMessages>,
    id: PathId<ClientId>,
) -> Answer {
    let db = ctx.db.reader();
    let client = clients::require(db, &may.0, id.0).await?;
    let settings = settings(db, &client).await?;
    tagged(settings.version, &show(&settings))
}

/// The settings as they travel.
pub fn show(settings: &Settings) -> TextingSettings {
    let row = settings.row.as_ref();
    let time = |minute| ClockTime::of_minute(minute).map(|time| time.to_string());
    TextingSettings {
        quiet_from: time(settings.quiet_from_minute).unwrap_or_default(),
        quiet_until: time(settings.quiet_until_minute).unwrap_or_default(),
        help_text: row.and_then(|row| row.help_text.clone()),
        help_text_used: settings.help_text.clone(),
        privacy_url: settings.privacy_url.clone(),
        terms_url: settings.terms_url.clone(),
        brand_name: row.and_then(|row| row.brand_name.clone()),
        brand_name_used: settings.brand_name.clone(),
        updated_at: row.map(|row| row.updated_at),
    }
}
