//! Company Info with every value in its one form.

use crate::events::{Event, changes};
use crate::extract::Caller;
use crate::refusal::Refusal;
use gangway_domain::ids::ClientId;
use gangway_domain::values::{
    CompanyName, Country, EmailAddress, Line, Rejection, TimeZone, WebsiteAddress,
};
use gangway_domain::wire::CompanyInfo;
use gangway_entities::client::Model;
use serde_json::{Value, json};

/// Company Info, parsed.
#[derive(Clone, Debug)]
pub struct Company {
    pub(super) name: CompanyName,
    pub(super) address_line1: Line,
    pub(super) address_line2: Option<Line>,
    pub(super) city: Line,
    pub(super) region: Option<Line>,
    pub(super) postal_code: Option<Line>,
    pub(super) country: Country,
    pub(super) time_zone: TimeZone,
    pub(super) reply_to: EmailAddress,
    pub(super) website: WebsiteAddress,
}

impl Company {
    /// Parses what was sent; `at` is the JSON pointer to it, empty for the body itself.
    pub fn parse(info: &CompanyInfo, at: &str) -> Result<Self, Refusal> {
        let CompanyInfo {
            name,
            address_line1,
            address_line2,
            city,
            region,
            postal_code,
            country,
            time_zone,
            reply_to,
            website,
        } = info;
        let wrong = |field: &'static str| {
            move |rejection: Rejection| Refusal::rejected(&format!("{at}/{field}"), &rejection)
        };
        Ok(Self {
            name: CompanyName::parse(name).map_err(wrong("name"))?,
            address_line1: Line::parse(address_line1).map_err(wrong("address_line1"))?,
            address_line2: filled(address_line2.as_deref()).map_err(wrong("address_line2"))?,
            city: Line::parse(city).map_err(wrong("city"))?,
            region: filled(region.as_deref()).map_err(wrong("region"))?,
            postal_code: filled(postal_code.as_deref()).map_err(wrong("postal_code"))?,
            country: Country::parse(country).map_err(wrong("country"))?,
            time_zone: TimeZone::parse(time_zone).map_err(wrong("time_zone"))?,
            reply_to: EmailAddress::parse(reply_to).map_err(wrong("reply_to"))?,
            website: WebsiteAddress::parse(website).map_err(wrong("website"))?,
        })
    }

    /// Whether a row says the same already.
    pub(super) fn is_that_of(&self, row: &Model) -> bool {
        let Self {
            name,
            address_line1,
            address_line2,
            city,
            region,
            postal_code,
            country,
            time_zone,
            reply_to,
            website,
        } = self;
        let same = |stored: &Option<String>, wanted: Option<&str>| stored.as_deref() == wanted;
        same(&row.name, Some(name.as_str()))
            && same(&row.address_line1, Some(address_line1.as_str()))
            && same(&row.address_line2, address_line2.as_ref().map(Line::as_str))
            && same(&row.city, Some(city.as_str()))
            && same(&row.region, region.as_ref().map(Line::as_str))
            && same(&row.postal_code, postal_code.as_ref().map(Line::as_str))
            && same(&row.country, Some(country.as_str()))
            && same(&row.time_zone, Some(time_zone.as_str()))
            && same(&row.reply_to, Some(reply_to.as_str()))
            && same(&row.website, Some(website.as_str()))
    }
}

impl Company {
    /// Its name, for an event about it.
    pub fn facts(&self) -> Value {
        json!({"name": self.name.as_str()})
    }

    /// The event of writing it into a row that said something else.
    pub fn changed_event(&self, caller: &Caller, row: &Model) -> Event {
        let before = json!({
            "name": row.name,
            "address_line1": row.address_line1,
            "address_line2": row.address_line2,
            "city": row.city,
            "region": row.region,
            "postal_code": row.postal_code,
            "country": row.country,
            "time_zone": row.time_zone,
            "reply_to": row.reply_to,
            "website": row.website,
        });
        let Self {
            name,
            address_line1,
            address_line2,
            city,
            region,
            postal_code,
            country,
            time_zone,
            reply_to,
            website,
        } = self;
        let after = json!({
            "name": name.as_str(),
            "address_line1": address_line1.as_str(),
            "address_line2": address_line2.as_ref().map(Line::as_str),
            "city": city.as_str(),
            "region": region.as_ref().map(Line::as_str),
            "postal_code": postal_code.as_ref().map(Line::as_str),
            "country": country.as_str(),
            "time_zone": time_zone.as_str(),
            "reply_to": reply_to.as_str(),
            "website": website.as_str(),
        });
        let client = ClientId(row.id);
        Event::by(caller, "client.changed", client)
            .about(client)
            .with(self.facts())
            .changing(changes(&before, &after))
    }
}

fn filled(text: Option<&str>) -> Result<Option<Line>, Rejection> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => Line::parse(text).map(Some),
    }
}
