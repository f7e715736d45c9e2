//! Where a client works.

use super::contacts::filled;
use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId, SiteId};
use gangway_domain::values::{CompanyName, Country, Line, Region, Rejection, TimeZone};
use gangway_domain::wire::{SaveSite, Site};
use gangway_entities::site::{ActiveModel, Model};
use sea_orm::ActiveValue::Set;

/// A site, parsed.
#[derive(Clone, Debug)]
pub struct SiteKept {
    /// Its id, to keep; a new one without.
    pub id: Option<SiteId>,
    /// What it is called.
    pub name: Line,
    /// Whether it is the headquarters.
    pub is_headquarters: bool,
    /// First line of the address.
    pub address_line1: Option<Line>,
    /// Second line of the address.
    pub address_line2: Option<Line>,
    /// City.
    pub city: Option<Line>,
    /// Country, and the part of it where it is divided.
    pub country: Option<(Country, Option<Region>)>,
    /// Postal code.
    pub postal_code: Option<Line>,
    /// Time zone.
    pub time_zone: TimeZone,
}

/// Parses sites; the rules of their list are kept.
pub(super) fn parse_sites(sites: &[SaveSite]) -> Result<Vec<SiteKept>, Refusal> {
    let sites = sites.iter().enumerate();
    sites
        .map(|(index, site)| SiteKept::parse(site, &format!("/sites/{index}")))
        .collect()
}

impl SiteKept {
    fn parse(site: &SaveSite, pointer: &str) -> Result<Self, Refusal> {
        let SaveSite {
            id,
            name,
            is_headquarters,
            address_line1,
            address_line2,
            city,
            region,
            postal_code,
            country,
            time_zone,
        } = site;
        let wrong = |field: &'static str| {
            move |rejection: Rejection| Refusal::rejected(&format!("{pointer}/{field}"), &rejection)
        };
        let line = |text: &Option<String>, field| {
            let parsed = filled(text.as_deref()).map(Line::parse).transpose();
            parsed.map_err(wrong(field))
        };
        let (country, region) = (filled(country.as_deref()), filled(region.as_deref()));
        Ok(Self {
            id: *id,
            name: Line::parse(name).map_err(wrong("name"))?,
            is_headquarters: *is_headquarters,
            address_line1: line(address_line1, "address_line1")?,
            address_line2: line(address_line2, "address_line2")?,
            city: line(city, "city")?,
            country: placed(country, region, pointer)?,
            postal_code: line(postal_code, "postal_code")?,
            time_zone: TimeZone::parse(time_zone).map_err(wrong("time_zone"))?,
        })
    }

    pub(super) fn row(
        &self,
        ctx: &Context,
        partner: PartnerId,
        client: ClientId,
        position: usize,
    ) -> ActiveModel {
        let line = |line: &Option<Line>| line.as_ref().map(|line| line.as_str().to_owned());
        let id: SiteId = self.id.unwrap_or_else(|| ctx.new_id());
        ActiveModel {
            id: Set(id.0),
            partner_id: Set(partner.0),
            client_id: Set(client.0),
            name: Set(self.name.as_str().to_owned()),
            name_key: Set(key(self.name.as_str())),
            is_headquarters: Set(self.is_headquarters),
            position: Set(i32::try_from(position).unwrap_or(i32::MAX)),
            address_line1: Set(line(&self.address_line1)),
            address_line2: Set(line(&self.address_line2)),
            city: Set(line(&self.city)),
            region: Set(self.region().map(str::to_owned)),
            postal_code: Set(line(&self.postal_code)),
            country: Set(self.country_code().map(str::to_owned)),
            time_zone: Set(self.time_zone.as_str().to_owned()),
        }
    }

    /// The country's code.
    pub fn country_code(&self) -> Option<&'static str> {
        self.country.as_ref().map(|(country, _)| country.as_str())
    }

    /// The region's code within the country.
    pub fn region(&self) -> Option<&'static str> {
        let (_, region) = self.country.as_ref()?;
        region.as_ref().map(Region::as_str)
    }
}

/// Country and region, both given: a country that is divided needs its part.
fn placed(
    country: Option<&str>,
    region: Option<&str>,
    pointer: &str,
) -> Result<Option<(Country, Option<Region>)>, Refusal> {
    let pointer_to = |field: &str| format!("{pointer}/{field}");
    let Some(country) = country else {
        return match region {
            None => Ok(None),
            Some(_) => Err(together(&pointer_to("country"), "Choose the country, too.")),
        };
    };
    let country = Country::parse(country)
        .map_err(|rejection| Refusal::rejected(&pointer_to("country"), &rejection))?;
    let is_divided = Region::all_of(country).next().is_some();
    match region {
        None if is_divided => {
            let words = "Choose the state, province or region, too.";
            Err(together(&pointer_to("region"), words))
        }
        None => Ok(Some((country, None))),
        Some(region) => Region::parse(country, region)
            .map(|region| Some((country, Some(region))))
            .map_err(|rejection| Refusal::rejected(&pointer_to("region"), &rejection)),
    }
}

fn together(pointer: &str, words: &str) -> Refusal {
    Refusal::field(pointer, "required_together", words)
}

/// A name in the form in which names are compared.
pub(in crate::clients) fn key(name: &str) -> String {
    CompanyName::parse(name).map_or_else(|_| name.to_lowercase(), |name| name.folded())
}

/// A site as it travels.
pub(super) fn shown(row: Model) -> Site {
    let Model {
        id,
        partner_id: _,
        client_id: _,
        name,
        name_key: _,
        is_headquarters,
        position: _,
        address_line1,
        address_line2,
        city,
        region,
        postal_code,
        country,
        time_zone,
    } = row;
    Site {
        id: SiteId(id),
        name,
        is_headquarters,
        address_line1,
        address_line2,
        city,
        region,
        postal_code,
        country,
        time_zone,
    }
}
