use crate::components::RelativeTime;
use gangway_domain::wire::{Installation, InstallationCall};
use leptos::prelude::*;

/// What visitors' browsers told, or how to make the first call oneself.
pub fn calls(known: &Installation) -> AnyView {
    if known.calls.is_empty() {
        return waiting(known.website.clone());
    }
    let lines: Vec<_> = known.calls.iter().cloned().map(line).collect();
    view! { <ul class="space-y-1">{lines}</ul> }.into_any()
}

fn line(call: InstallationCall) -> AnyView {
    view! {
        <li>
            <span class="break-all">{call.origin}</span>
            " — last "
            <RelativeTime at=call.last_at />
        </li>
    }
    .into_any()
}

fn waiting(website: Option<String>) -> AnyView {
    let link = website.map(|website| {
        view! {
            <a class="link" href=website target="_blank" rel="noopener noreferrer">
                "Open your website"
                <span class="sr-only">" in a new tab"</span>
            </a>
        }
    });
    view! {
        <p>
            "No visitor's browser has loaded it yet. " {link}
            " to be the first; it shows here within seconds."
        </p>
    }
    .into_any()
}
