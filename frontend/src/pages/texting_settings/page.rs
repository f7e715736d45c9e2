use super::consents::Consents;
use super::quick_replies::QuickReplies;
use super::readiness::checks;
use super::settings_form::settings_form;
use super::wording_form::wording_form;
use crate::components::{LoadStates, PageHeader, Tabs};
use crate::load::{Load, reading};
use crate::session::Session;
use gangway_domain::ids::ClientId;
use leptos::prelude::*;

const TABS: [(&str, &str); 4] = [
    ("consent", "Consent"),
    ("hours", "Hours and links"),
    ("replies", "Quick replies"),
    ("proof", "Proof"),
];

/// What a client sets about texting.
#[component]
pub fn TextingSettings() -> AnyView {
    let session = Session::get();
    let Some(client) = untrack(|| session.place())
        .and_then(|place| place.client)
        .map(|client| client.id)
    else {
        return ().into_any();
    };
    let chosen = RwSignal::new("consent".to_owned());
    let tabs = TABS.map(|(value, words)| (value.to_owned(), words.to_owned()));
    view! {
        <PageHeader
            title="Texting settings"
            detail="Customers are texted only when they agreed to it, and never at night."
        />
        <div class="max-w-3xl">
            <Tabs label="Texting settings" tabs=tabs.to_vec() chosen>
                {move || match chosen.get().as_str() {
                    "hours" => hours(client),
                    "replies" => view! { <QuickReplies client /> }.into_any(),
                    "proof" => view! { <Consents client /> }.into_any(),
                    _ => consent(client),
                }}
            </Tabs>
        </div>
    }
    .into_any()
}

/// The words customers agree to, and what carriers make of it all.
fn consent(client: ClientId) -> AnyView {
    let readiness = Load::start(reading(move |api| async move {
        api.read_texting_readiness(client).await
    }));
    let wording = Load::start(reading(move |api| async move {
        api.read_consent_wording(client).await
    }));
    let saved = Callback::new(move |()| readiness.refresh());
    view! {
        <div class="space-y-6">
            <section class="rounded border border-hairline bg-base-100" aria-labelledby="readiness">
                <div class="space-y-1 p-5 sm:p-6">
                    <h2 id="readiness">"What carriers ask for"</h2>
                    <p class="text-sm text-muted">
                        "Carriers hold back texts of companies that lack any of these. They are asked for when the number is registered."
                    </p>
                </div>
                <LoadStates load=readiness rows=7 ready=checks />
            </section>
            <section class="rounded border border-hairline bg-base-100 p-5 sm:p-6">
                <LoadStates load=wording rows=4 ready=move |read| wording_form(client, wording, read, saved) />
            </section>
        </div>
    }
    .into_any()
}

fn hours(client: ClientId) -> AnyView {
    let settings = Load::start(reading(move |api| async move {
        api.read_texting_settings(client).await
    }));
    view! {
        <section class="rounded border border-hairline bg-base-100 p-5 sm:p-6">
            <LoadStates load=settings rows=6 ready=move |read| settings_form(client, settings, read) />
        </section>
    }
    .into_any()
}
