use crate::dom;
use crate::words::given;
use gangway_domain::ids::SiteId;
use gangway_domain::values::{TimeZone, country_of_zone};
use gangway_domain::wire::{SaveSite, Site};
use leptos::prelude::*;

/// A site as typed.
#[derive(Clone, Copy)]
pub(super) struct SiteInput {
    /// Tells sites apart while they move.
    pub number: u32,
    id: Option<SiteId>,
    pub name: RwSignal<String>,
    pub country: RwSignal<String>,
    pub region: RwSignal<String>,
    pub city: RwSignal<String>,
    pub postal_code: RwSignal<String>,
    pub address_line1: RwSignal<String>,
    pub address_line2: RwSignal<String>,
    pub time_zone: RwSignal<String>,
    /// The country that was filled in by itself. Without anything else of an address it is none.
    suggested: StoredValue<String>,
}

/// The sites of a client as typed.
#[derive(Clone, Copy)]
pub(super) struct SiteInputs {
    pub rows: RwSignal<Vec<SiteInput>>,
    /// The number of the headquarters.
    pub headquarters: RwSignal<u32>,
    made: StoredValue<u32>,
    /// Rows live as long as the list, whichever of them asked for a new one.
    owner: StoredValue<Owner>,
}

impl SiteInputs {
    /// No site at all.
    pub fn empty() -> Self {
        Self {
            rows: RwSignal::new(Vec::new()),
            headquarters: RwSignal::new(0),
            made: StoredValue::new(0),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        }
    }

    /// Replaces what was typed.
    pub fn take(self, sites: &[Site]) {
        let rows: Vec<_> = sites.iter().map(|site| self.input(site)).collect();
        let at = sites.iter().position(|site| site.is_headquarters);
        let headquarters = at.and_then(|at| rows.get(at)).or(rows.first());
        if let Some(row) = headquarters {
            self.headquarters.set(row.number);
        }
        self.rows.set(rows);
    }

    /// Adds one with the zone and the country of this browser.
    pub fn add(self) {
        let row = self.blank();
        if let Ok(zone) = TimeZone::parse(&dom::time_zone()) {
            row.time_zone.set(zone.as_str().to_owned());
            if let Some(country) = country_of_zone(zone) {
                row.country.set(country.as_str().to_owned());
                row.suggested.set_value(country.as_str().to_owned());
            }
        }
        if self.rows.with_untracked(Vec::is_empty) {
            self.headquarters.set(row.number);
        }
        self.rows.update(|rows| rows.push(row));
    }

    /// Takes one away; the first of the others is the headquarters where it was that.
    pub fn remove(self, number: u32) {
        self.rows
            .update(|rows| rows.retain(|row| row.number != number));
        let first = self
            .rows
            .with_untracked(|rows| rows.first().map(|row| row.number));
        if let Some(first) = first
            && self.headquarters.get_untracked() == number
        {
            self.headquarters.set(first);
        }
    }

    /// The sites as they are sent. Follows what is typed.
    pub fn sites(self) -> Vec<SaveSite> {
        let headquarters = self.headquarters.get();
        let rows = self.rows.get().into_iter();
        rows.map(|row| row.site(row.number == headquarters))
            .collect()
    }

    fn input(self, site: &Site) -> SiteInput {
        let Site {
            id,
            name,
            is_headquarters: _,
            address_line1,
            address_line2,
            city,
            region,
            postal_code,
            country,
            time_zone,
        } = site;
        let row = SiteInput {
            id: Some(*id),
            ..self.blank()
        };
        row.name.set(name.clone());
        row.time_zone.set(time_zone.clone());
        let optional = [
            (row.address_line1, address_line1),
            (row.address_line2, address_line2),
            (row.city, city),
            (row.region, region),
            (row.postal_code, postal_code),
            (row.country, country),
        ];
        for (signal, value) in optional {
            signal.set(value.clone().unwrap_or_default());
        }
        row
    }

    fn blank(self) -> SiteInput {
        let number = self.made.get_value() + 1;
        self.made.set_value(number);
        self.owner.get_value().with(|| {
            let text = || RwSignal::new(String::new());
            SiteInput {
                number,
                id: None,
                name: text(),
                country: text(),
                region: text(),
                city: text(),
                postal_code: text(),
                address_line1: text(),
                address_line2: text(),
                time_zone: text(),
                suggested: StoredValue::new(String::new()),
            }
        })
    }
}

impl SiteInput {
    fn site(self, is_headquarters: bool) -> SaveSite {
        let [line1, line2, city, region, postal_code] = [
            self.address_line1,
            self.address_line2,
            self.city,
            self.region,
            self.postal_code,
        ]
        .map(|signal| given(&signal.get()));
        let addressed = [&line1, &line2, &city, &region, &postal_code]
            .into_iter()
            .any(Option::is_some);
        let country = given(&self.country.get());
        let suggested = self.suggested.get_value();
        SaveSite {
            id: self.id,
            name: self.name.get(),
            is_headquarters,
            address_line1: line1,
            address_line2: line2,
            city,
            region,
            postal_code,
            country: country.filter(|country| addressed || *country != suggested),
            time_zone: self.time_zone.get(),
        }
    }
}
