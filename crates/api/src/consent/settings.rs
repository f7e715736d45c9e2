//! What a client sets about texting, with what holds where nothing is set.

use crate::refusal::Refusal;
use chrono_tz::Tz;
use gangway_domain::ids::PartnerId;
use gangway_domain::values::ClockTime;
use gangway_entities::client;
use gangway_entities::finders::OfPartner as _;
use gangway_entities::texting_setting::{Entity, Model};
use sea_orm::ConnectionTrait;

/// Quiet time where nothing is set: from 21:00 to 08:00.
const QUIET_FROM_MINUTE: u16 = 21 * 60;
const QUIET_UNTIL_MINUTE: u16 = 8 * 60;

/// What holds for a client's texts.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Minutes after the recipient's midnight when quiet time begins.
    pub quiet_from_minute: u16,
    /// And when it ends; the same for no quiet time.
    pub quiet_until_minute: u16,
    /// What customers are answered who text HELP.
    pub help_text: String,
    /// What the company calls itself in texts.
    pub brand_name: String,
    /// Where its privacy policy is.
    pub privacy_url: Option<String>,
    /// Where its terms are.
    pub terms_url: Option<String>,
    /// The client's own zone, for numbers that tell none.
    pub zone: Tz,
    /// Zero where nothing was ever set.
    pub version: i64,
    /// What was set.
    pub(super) row: Option<Model>,
}

/// What holds for a client's texts.
pub async fn settings(
    db: &impl ConnectionTrait,
    client: &client::Model,
) -> Result<Settings, Refusal> {
    let partner = PartnerId(client.partner_id);
    let row = Entity::one_of(partner, client.id).one(db).await?;
    Ok(of(client, row))
}

pub(super) fn of(client: &client::Model, row: Option<Model>) -> Settings {
    let set = row.as_ref();
    let brand_name = set
        .and_then(|row| row.brand_name.clone())
        .or_else(|| client.name.clone())
        .unwrap_or_else(|| "us".to_owned());
    let help_text = set.and_then(|row| row.help_text.clone());
    Settings {
        quiet_from_minute: minute(set.map(|row| row.quiet_from_minute), QUIET_FROM_MINUTE),
        quiet_until_minute: minute(set.map(|row| row.quiet_until_minute), QUIET_UNTIL_MINUTE),
        help_text: help_text.unwrap_or_else(|| default_help(client, &brand_name)),
        brand_name,
        privacy_url: set.and_then(|row| row.privacy_url.clone()),
        terms_url: set.and_then(|row| row.terms_url.clone()),
        zone: zone(client),
        version: set.map_or(0, |row| row.version),
        row,
    }
}

fn default_help(client: &client::Model, brand: &str) -> String {
    let more = client
        .website
        .as_deref()
        .map(|site| format!(" More at {site}"))
        .unwrap_or_default();
    format!(
        "These are texts from {brand}. Reply here and a person answers. Reply STOP to end.{more}"
    )
}

fn minute(set: Option<i32>, default: u16) -> u16 {
    set.and_then(|minute| u16::try_from(minute).ok())
        .and_then(ClockTime::of_minute)
        .map_or(default, ClockTime::minute)
}

fn zone(client: &client::Model) -> Tz {
    let name = client.time_zone.as_deref();
    name.and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC)
}
