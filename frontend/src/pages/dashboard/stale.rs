use crate::components::{Button, Definition, Definitions, Notice, Tone};
use crate::pages::company::CompanyFields;
use gangway_domain::wire::Client;
use leptos::prelude::*;

/// Someone else saved meanwhile: what they have now, beside what was typed here.
#[component]
pub(super) fn StaleNotice(
    fields: CompanyFields,
    newer: Client,
    /// Takes theirs.
    on_reload: Callback<()>,
    /// Keeps what was typed, to be saved over theirs.
    on_keep: Callback<()>,
) -> AnyView {
    let theirs = CompanyFields::of(&newer);
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
    view! {
        <Notice tone=Tone::Wary title="Someone else changed this" assertive=true>
            <p>"What you typed is still below. This is what they saved:"</p>
            <Definitions>{differing}</Definitions>
            <div class="flex flex-wrap gap-3">
                <Button label="Reload" small=true on_press=on_reload />
                <Button label="Keep what I typed" small=true on_press=on_keep />
            </div>
        </Notice>
    }
    .into_any()
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
