use super::CompanyFields;
use crate::components::{Combobox, Field, FormState};
use gangway_domain::values::{Country, TimeZone};
use leptos::prelude::*;

/// The fields of Company Info, in three groups.
#[component]
pub fn CompanyInfoFields(
    form: FormState,
    fields: CompanyFields,
    /// Where the company stands in the request, such as `/company`; empty at the top.
    #[prop(optional)]
    at: &'static str,
    /// Called when a field is left, for saving as typed.
    #[prop(optional, into)]
    on_left: Option<Callback<()>>,
) -> AnyView {
    let pointer = move |field: &str| format!("{at}/{field}");
    let on_left = on_left.unwrap_or_else(|| Callback::new(|()| {}));
    view! {
        <Field form on_left pointer=pointer("name") label="Company name" value=fields.name autocomplete="organization" />
        <Field
            form
            on_left
            pointer=pointer("website")
            label="Website"
            value=fields.website
            kind="url"
            inputmode="url"
            autocomplete="url"
            hint="The full address, like https://www.companyname.com. The application will work there."
        />
        <Field
            form
            on_left
            pointer=pointer("reply_to")
            label="Reply-to address"
            value=fields.reply_to
            kind="email"
            autocomplete="email"
            hint="Where answers to your company's emails go."
        />
        <Address form fields at on_left />
        <Combobox
            form
            on_left
            pointer=pointer("time_zone")
            label="Time zone"
            value=fields.time_zone
            options=zones(fields.time_zone)
        />
    }
    .into_any()
}

#[component]
fn Address(
    form: FormState,
    fields: CompanyFields,
    at: &'static str,
    on_left: Callback<()>,
) -> AnyView {
    let pointer = move |field: &str| format!("{at}/{field}");
    view! {
        <fieldset class="space-y-5">
            <legend class="mb-3 text-base font-semibold">"Address"</legend>
            <Combobox
                form
                on_left
                pointer=pointer("country")
                label="Country"
                value=fields.country
                options=countries()
                autocomplete="country-name"
            />
            <Field
                form
                on_left
                pointer=pointer("address_line1")
                label="Street and number"
                value=fields.address_line1
                autocomplete="address-line1"
            />
            <Field
                form
                on_left
                pointer=pointer("address_line2")
                label="Suite, floor, building"
                value=fields.address_line2
                autocomplete="address-line2"
                optional=true
            />
            <Field form on_left pointer=pointer("city") label="City" value=fields.city autocomplete="address-level2" />
            <div class="grid gap-5 sm:grid-cols-2">
                <Field
                    form
                    on_left
                    pointer=pointer("region")
                    label="State or region"
                    value=fields.region
                    autocomplete="address-level1"
                    optional=true
                />
                <Field
                    form
                    on_left
                    pointer=pointer("postal_code")
                    label="Postal code"
                    value=fields.postal_code
                    autocomplete="postal-code"
                    optional=true
                />
            </div>
        </fieldset>
    }
    .into_any()
}

/// Every country to choose from.
pub fn countries() -> Signal<Vec<(String, String)>> {
    let choice = |country: Country| (country.as_str().to_owned(), country.name().to_owned());
    Signal::stored(Country::all().map(choice).collect())
}

/// Every zone to choose from, and the present one where it goes by an older name.
pub fn zones(chosen: RwSignal<String>) -> Signal<Vec<(String, String)>> {
    let choice = |zone: &str| (zone.to_owned(), zone.replace('_', " "));
    let mut zones: Vec<_> = TimeZone::all_canonical()
        .map(|zone| choice(zone.as_str()))
        .collect();
    let present = chosen.get_untracked();
    if TimeZone::parse(&present).is_ok() && !zones.iter().any(|(zone, _)| *zone == present) {
        zones.insert(0, choice(&present));
    }
    Signal::stored(zones)
}
