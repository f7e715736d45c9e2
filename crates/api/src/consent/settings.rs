//! What a client sets about texting, with what holds where nothing is set.

use super::stale;
use crate::context::Context;
use crate::refusal::Refusal;
use chrono_tz::Tz;
use gangway_domain::ids::PartnerId;
use gangway_domain::values::{ClockTime, CompanyName, Paragraph, Rejection, WebsiteAddress};
use gangway_domain::wire::UpdateTextingSettings;
use gangway_entities::client;
use gangway_entities::finders::OfPartner as _;
use gangway_entities::texting_setting::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseTransaction, EntityTrait as _, QueryFilter as _,
};

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

impl Settings {
    /// Whether the company has said what it calls itself in texts.
    pub(super) fn has_brand_name(&self) -> bool {
        let row = self.row.as_ref();
        row.is_some_and(|row| row.brand_name.is_some())
    }
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

/// What is to be stored, as people set it.
pub(super) struct Change {
    quiet_from_minute: u16,
    quiet_until_minute: u16,
    help_text: Option<String>,
    privacy_url: Option<String>,
    terms_url: Option<String>,
    brand_name: Option<String>,
}

impl Change {
    /// What was set, with the fields of a request in place of their own.
    pub(super) fn of(before: &Settings, body: UpdateTextingSettings) -> Result<Self, Refusal> {
        let UpdateTextingSettings {
            quiet_from,
            quiet_until,
            help_text,
            privacy_url,
            terms_url,
            brand_name,
        } = body;
        let set = before.row.as_ref();
        let of = |text: fn(&Model) -> &Option<String>| set.and_then(|row| text(row).clone());
        let page = |text: &str| WebsiteAddress::parse(text).map(Into::into);
        Ok(Self {
            quiet_from_minute: time(quiet_from, "/quiet_from", QUIET_FROM_MINUTE)?
                .unwrap_or(before.quiet_from_minute),
            quiet_until_minute: time(quiet_until, "/quiet_until", QUIET_UNTIL_MINUTE)?
                .unwrap_or(before.quiet_until_minute),
            help_text: text(help_text, of(|row| &row.help_text), "/help_text", |text| {
                Paragraph::parse(text).map(Into::into)
            })?,
            privacy_url: text(
                privacy_url,
                of(|row| &row.privacy_url),
                "/privacy_url",
                page,
            )?,
            terms_url: text(terms_url, of(|row| &row.terms_url), "/terms_url", page)?,
            brand_name: text(
                brand_name,
                of(|row| &row.brand_name),
                "/brand_name",
                |text| CompanyName::parse(text).map(Into::into),
            )?,
        })
    }
}

/// The minute of a field; none where it is absent, the default where it is empty.
fn time(field: Option<String>, pointer: &str, default: u16) -> Result<Option<u16>, Refusal> {
    match field.as_deref().map(str::trim) {
        None => Ok(None),
        Some("") => Ok(Some(default)),
        Some(text) => ClockTime::parse(text)
            .map(|time| Some(time.minute()))
            .map_err(|r| Refusal::rejected(pointer, &r)),
    }
}

/// The text of a field: what was set where it is absent, none where it is empty.
fn text(
    field: Option<String>,
    before: Option<String>,
    pointer: &str,
    parse: impl FnOnce(&str) -> Result<String, Rejection>,
) -> Result<Option<String>, Refusal> {
    match field.as_deref().map(str::trim) {
        None => Ok(before),
        Some("") => Ok(None),
        Some(text) => parse(text)
            .map(Some)
            .map_err(|r| Refusal::rejected(pointer, &r)),
    }
}

/// Stores it over what was there; refused when somebody else has stored something meanwhile.
pub(super) async fn write(
    ctx: &Context,
    tx: &DatabaseTransaction,
    client: &client::Model,
    before: &Settings,
    change: Change,
) -> Result<(), Refusal> {
    let now = ctx.now();
    let row = ActiveModel {
        client_id: Set(client.id),
        partner_id: Set(client.partner_id),
        quiet_from_minute: Set(i32::from(change.quiet_from_minute)),
        quiet_until_minute: Set(i32::from(change.quiet_until_minute)),
        help_text: Set(change.help_text),
        privacy_url: Set(change.privacy_url),
        terms_url: Set(change.terms_url),
        brand_name: Set(change.brand_name),
        created_at: Set(before.row.as_ref().map_or(now, |row| row.created_at)),
        updated_at: Set(now),
        version: Set(before.version + 1),
    };
    let written = if before.row.is_some() {
        let update = Entity::change(PartnerId(client.partner_id), client.id)
            .filter(Column::Version.eq(before.version));
        update.set(row).exec(tx).await?.rows_affected
    } else {
        let first = OnConflict::column(Column::ClientId).do_nothing().to_owned();
        let insert = Entity::insert(row).on_conflict(first);
        insert.exec_without_returning(tx).await?
    };
    if written == 0 {
        return Err(stale());
    }
    Ok(())
}
