//! Values as a card shows them.

use crate::components::Definition;
use gangway_domain::values::{Country, PhoneNumber, Region};
use gangway_domain::wire::{Phone, Site};
use leptos::prelude::*;

/// A name and its value, or that there is none.
pub(super) fn line(term: &'static str, value: Option<AnyView>) -> AnyView {
    let value = value.unwrap_or_else(missing);
    view! { <Definition term>{value}</Definition> }.into_any()
}

pub(super) fn missing() -> AnyView {
    view! { <span class="text-muted">"Not given yet"</span> }.into_any()
}

/// Text that may be long.
pub(super) fn text(text: String) -> AnyView {
    view! { <span class="break-words">{text}</span> }.into_any()
}

/// An address to write to.
pub(super) fn mail_link(email: String) -> AnyView {
    view! { <a class="link break-words" href=format!("mailto:{email}")>{email.clone()}</a> }
        .into_any()
}

/// A page elsewhere.
pub(super) fn web_link(url: String) -> AnyView {
    view! {
        <a class="link break-words" href=url.clone() target="_blank" rel="noreferrer">
            {url.clone()}
        </a>
    }
    .into_any()
}

/// A number to call.
pub(super) fn phone_link(phone: &Phone) -> AnyView {
    let Phone { code, number } = phone;
    let words = PhoneNumber::of_parts(code, number)
        .map_or_else(|_| format!("+{code} {number}"), |number| number.display());
    view! { <a class="link" href=format!("tel:+{code}{number}")>{words}</a> }.into_any()
}

/// An address in lines, with the names of its region and country.
pub(super) fn address_lines(site: &Site) -> Vec<String> {
    let country = site.country.as_deref();
    let country = country.and_then(|code| Country::parse(code).ok());
    let region = match (country, site.region.as_deref()) {
        (Some(country), Some(code)) => {
            let named = Region::parse(country, code);
            named.map_or_else(
                |_| Some(code.to_owned()),
                |region| Some(region.name().to_owned()),
            )
        }
        (None, code) => code.map(str::to_owned),
        (Some(_), None) => None,
    };
    let city = [site.city.clone(), region, site.postal_code.clone()];
    let city: Vec<_> = city.into_iter().flatten().collect();
    let city = (!city.is_empty()).then(|| city.join(", "));
    let country = country.map(|country| country.name().to_owned());
    let lines = [
        site.address_line1.clone(),
        site.address_line2.clone(),
        city,
        country,
    ];
    lines.into_iter().flatten().collect()
}
