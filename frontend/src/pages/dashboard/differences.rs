use crate::components::{Definition, Definitions};
use crate::pages::company::CompanyFields;
use gangway_domain::wire::Client;
use leptos::prelude::*;

/// What they saved, where it differs from what was typed here.
pub(super) fn differences(fields: CompanyFields, newer: &Client) -> AnyView {
    let theirs = CompanyFields::of(newer);
    let differing: Vec<_> = fields
        .all()
        .into_iter()
        .zip(theirs.all())
        .filter(|((_, mine), (_, theirs))| mine.get_untracked() != theirs.get_untracked())
        .map(|((name, _), (_, theirs))| {
            let value = theirs.get_untracked();
            let value = if value.is_empty() {
                "(empty)".to_owned()
            } else {
                value
            };
            view! { <Definition term=label(name)>{value}</Definition> }
        })
        .collect();
    view! { <Definitions>{differing}</Definitions> }.into_any()
}

fn label(name: &str) -> &'static str {
    match name {
        "name" => "Company name",
        "address_line1" => "Street and number",
        "address_line2" => "Suite, floor, building",
        "city" => "City",
        "region" => "State or region",
        "postal_code" => "Postal code",
        "country" => "Country",
        "time_zone" => "Time zone",
        "reply_to" => "Reply-to address",
        _ => "Website",
    }
}
