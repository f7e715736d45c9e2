use crate::components::{Combobox, Field, FormState};
use crate::dom;
use crate::words::given;
use gangway_domain::values::{Country, TimeZone, country_of_zone};
use gangway_domain::wire::CompanyInfo;
use leptos::prelude::*;

/// What is typed about a company.
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
    /// Empty fields; the time zone is the browser's, the country that of the zone.
    pub fn new() -> Self {
        let text = || RwSignal::new(String::new());
        let zone = TimeZone::parse(&dom::time_zone()).ok();
        let country = zone.and_then(country_of_zone);
        Self {
            name: text(),
            address_line1: text(),
            address_line2: text(),
            city: text(),
            region: text(),
            postal_code: text(),
            country: RwSignal::new(
                country
                    .map(|country| country.as_str().to_owned())
                    .unwrap_or_default(),
            ),
            time_zone: RwSignal::new(
                zone.map(|zone| zone.as_str().to_owned())
                    .unwrap_or_default(),
            ),
            reply_to: text(),
            website: text(),
        }
    }

    /// The request.
    pub fn body(self) -> CompanyInfo {
        CompanyInfo {
            name: self.name.get_untracked(),
            address_line1: self.address_line1.get_untracked(),
            address_line2: given(&self.address_line2.get_untracked()),
            city: self.city.get_untracked(),
            region: given(&self.region.get_untracked()),
            postal_code: given(&self.postal_code.get_untracked()),
            country: self.country.get_untracked(),
            time_zone: self.time_zone.get_untracked(),
            reply_to: self.reply_to.get_untracked(),
            website: self.website.get_untracked(),
        }
    }

    /// The fields; `at` is their place in the request, such as `/company`, empty at the top.
    pub fn view(self, form: FormState, at: &str) -> AnyView {
        let pointer = |field: &str| format!("{at}/{field}");
        view! {
            <Field form pointer=pointer("name") label="Company name" value=self.name />
            <Field
                form
                pointer=pointer("website")
                label="Web site"
                hint="The full address, such as https://www.companyname.com"
                value=self.website
                kind="url"
            />
            <Field form pointer=pointer("reply_to") label="Reply-to address" hint="Where answers to the company's mails go." value=self.reply_to kind="email" />
            <Field form pointer=pointer("address_line1") label="Address" value=self.address_line1 />
            <Field form pointer=pointer("address_line2") label="Address, second line" value=self.address_line2 optional=true />
            <div class="grid gap-5 sm:grid-cols-3 sm:gap-3">
                <Field form pointer=pointer("city") label="City" value=self.city />
                <Field form pointer=pointer("region") label="State" value=self.region optional=true />
                <Field form pointer=pointer("postal_code") label="Postal code" value=self.postal_code optional=true />
            </div>
            <div class="grid gap-5 sm:grid-cols-2 sm:gap-3">
                <Combobox form pointer=pointer("country") label="Country" value=self.country options=Signal::stored(countries()) />
                <Combobox form pointer=pointer("time_zone") label="Time zone" value=self.time_zone options=Signal::stored(time_zones()) />
            </div>
        }
        .into_any()
    }
}

/// Every country, by code and name.
pub fn countries() -> Vec<(String, String)> {
    Country::all()
        .map(|country| (country.as_str().to_owned(), country.name().to_owned()))
        .collect()
}

/// Every time zone, by tz name and the same without underscores.
pub fn time_zones() -> Vec<(String, String)> {
    let zone = |zone: TimeZone| (zone.as_str().to_owned(), zone.as_str().replace('_', " "));
    TimeZone::all_canonical().map(zone).collect()
}
