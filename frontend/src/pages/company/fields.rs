use crate::dom;
use gangway_domain::values::{TimeZone, country_of_zone};
use gangway_domain::wire::{Client, CompanyInfo, CompanyInfoDraft};
use leptos::prelude::*;

/// The fields as typed. Each has the name it has on the wire.
#[derive(Clone, Copy)]
pub struct CompanyFields {
    pub name: RwSignal<String>,
    pub address_line1: RwSignal<String>,
    pub address_line2: RwSignal<String>,
    pub city: RwSignal<String>,
    pub region: RwSignal<String>,
    pub postal_code: RwSignal<String>,
    pub country: RwSignal<String>,
    pub time_zone: RwSignal<String>,
    pub reply_to: RwSignal<String>,
    pub website: RwSignal<String>,
}

impl CompanyFields {
    /// Fields without anything in them.
    pub fn empty() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            name: text(),
            address_line1: text(),
            address_line2: text(),
            city: text(),
            region: text(),
            postal_code: text(),
            country: text(),
            time_zone: text(),
            reply_to: text(),
            website: text(),
        }
    }

    /// The fields with what the client has.
    pub fn of(client: &Client) -> Self {
        let text = |value: &Option<String>| RwSignal::new(value.clone().unwrap_or_default());
        Self {
            name: text(&client.name),
            address_line1: text(&client.address_line1),
            address_line2: text(&client.address_line2),
            city: text(&client.city),
            region: text(&client.region),
            postal_code: text(&client.postal_code),
            country: text(&client.country),
            time_zone: text(&client.time_zone),
            reply_to: text(&client.reply_to),
            website: text(&client.website),
        }
    }

    /// Every field with its name on the wire, in the order of the page.
    pub fn all(self) -> [(&'static str, RwSignal<String>); 10] {
        [
            ("name", self.name),
            ("address_line1", self.address_line1),
            ("address_line2", self.address_line2),
            ("city", self.city),
            ("region", self.region),
            ("postal_code", self.postal_code),
            ("country", self.country),
            ("time_zone", self.time_zone),
            ("reply_to", self.reply_to),
            ("website", self.website),
        ]
    }

    /// Fills what is still empty: zone and country of the browser, the person's own address.
    pub fn suggest(self, email: &str) {
        let zone = TimeZone::parse(&dom::time_zone()).ok();
        if let Some(zone) = zone {
            fill(self.time_zone, zone.as_str());
            if let Some(country) = country_of_zone(zone) {
                fill(self.country, country.as_str());
            }
        }
        fill(self.reply_to, email);
    }

    /// Puts what was typed earlier over it, cleared fields too.
    pub fn take(self, draft: &CompanyInfoDraft) {
        let CompanyInfoDraft {
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
        } = draft;
        let typed = [
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
        ];
        for ((_, field), typed) in self.all().into_iter().zip(typed) {
            if let Some(typed) = typed {
                field.set(typed.clone());
            }
        }
    }

    /// Replaces everything by what the client has.
    pub fn replace(self, client: &Client) {
        let newer = Self::of(client);
        for ((_, field), (_, newer)) in self.all().into_iter().zip(newer.all()) {
            field.set(newer.get_untracked());
        }
    }

    /// The request.
    pub fn body(self) -> CompanyInfo {
        let optional = |field: RwSignal<String>| {
            Some(field.get_untracked()).filter(|text| !text.trim().is_empty())
        };
        CompanyInfo {
            name: self.name.get_untracked(),
            address_line1: self.address_line1.get_untracked(),
            address_line2: optional(self.address_line2),
            city: self.city.get_untracked(),
            region: optional(self.region),
            postal_code: optional(self.postal_code),
            country: self.country.get_untracked(),
            time_zone: self.time_zone.get_untracked(),
            reply_to: self.reply_to.get_untracked(),
            website: self.website.get_untracked(),
        }
    }
}

fn fill(field: RwSignal<String>, text: &str) {
    if field.with_untracked(String::is_empty) {
        field.set(text.to_owned());
    }
}
