use super::end_consent::EndConsentDialog;
use crate::components::{
    Button, EmptyState, Glyph, ListStates, Look, RelativeTime, SearchBox, StatusBadge, Toasts, Tone,
};
use crate::load::{Paged, reading_pages};
use crate::pages::activity::download;
use crate::session::Session;
use gangway_api_client::List;
use gangway_domain::ids::ClientId;
use gangway_domain::values::PhoneNumber;
use gangway_domain::wire::{Consent, ConsentKind, ConsentSource};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Who agreed and who asked not to be texted, with what proves it.
#[component]
pub(super) fn Consents(client: ClientId) -> AnyView {
    let session = Session::get();
    let q = RwSignal::new(String::new());
    let consents = Paged::start(reading_pages(move |api, list| {
        let q = Some(q.get_untracked());
        async move { api.list_consents(client, List { q, ..list }).await }
    }));
    Effect::new(move |before: Option<String>| {
        let now = q.get();
        if before.is_some_and(|before| before != now) {
            consents.refresh();
        }
        now
    });
    let (saving, ending) = (RwSignal::new(false), RwSignal::new(false));
    let save = move || {
        let api = session.api();
        saving.set(true);
        spawn_local(async move {
            let outcome = api.download_consents(client, List::default()).await;
            saving.try_set(false);
            match outcome {
                Ok(bytes) => download("consents.csv", "text/csv", &bytes),
                Err(failure) => Toasts::get().fail(&failure),
            }
        });
    };
    let empty = move || {
        let (title, detail) = if q.with(String::is_empty) {
            (
                "Nobody has agreed yet",
                "Customers agree by ticking the box on your website, or by texting you first.",
            )
        } else {
            (
                "Nothing found",
                "No customer's number has these digits in it.",
            )
        };
        view! { <EmptyState glyph=Glyph::CheckCircle title detail /> }.into_any()
    };
    view! {
        <div class="mb-4 space-y-4">
            <p class="max-w-xl text-sm text-muted">
                "Every consent with the exact words, the page, the time and the address. Nothing here can be changed or removed."
            </p>
            <div class="flex flex-wrap items-center gap-3">
                <SearchBox label="Search by phone number" q />
                <Button label="Record a request to stop" on_press=move || ending.set(true) />
                <Button
                    label="Download CSV"
                    busy_label="Preparing the file…"
                    busy=saving
                    look=Look::Primary
                    on_press=save
                />
            </div>
        </div>
        <ListStates
            state=consents.state()
            on_retry=move || consents.restart()
            on_more=move || consents.more()
            empty
        >
            <ul class="divide-y divide-hairline">
                <For each=move || consents.rows.get() key=|consent| consent.id children=row />
            </ul>
        </ListStates>
        <EndConsentDialog client open=ending on_ended=Callback::new(move |()| consents.refresh()) />
    }
    .into_any()
}

fn row(consent: Consent) -> AnyView {
    let (tone, glyph, label) = match consent.kind {
        ConsentKind::Given => (Tone::Good, Glyph::CheckCircle, "Agreed"),
        ConsentKind::Ended => (Tone::Bad, Glyph::CrossCircle, "Stopped"),
        ConsentKind::Restored => (Tone::Good, Glyph::CheckCircle, "Agreed again"),
    };
    let number = PhoneNumber::parse(&consent.customer_number).map(|number| number.display());
    let number = number.unwrap_or_else(|_| consent.customer_number.clone());
    let (how, at) = (how(&consent), consent.at);
    let page = consent.page.map(|page| {
        view! { <span class="block truncate text-xs text-muted" title=page.clone()>{page.clone()}</span> }
    });
    let words = consent.wording.map(|wording| {
        view! {
            <details class="text-xs text-muted">
                <summary class="cursor-pointer">"The words"</summary>
                <p class="mt-1 break-words whitespace-pre-line">{wording}</p>
            </details>
        }
    });
    view! {
        <li class="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-3 sm:px-6">
            <div class="min-w-0 grow basis-56">
                <p class="text-sm font-semibold">{number}</p>
                <p class="text-sm text-muted">{how}</p>
                {page} {words}
            </div>
            <div class="text-right text-sm">
                <StatusBadge tone glyph label />
                <span class="block text-muted"><RelativeTime at /></span>
            </div>
        </li>
    }
    .into_any()
}

fn how(consent: &Consent) -> String {
    match (consent.source, &consent.recorded_by) {
        (ConsentSource::Widget, _) => "Ticked the box on the website".to_owned(),
        (ConsentSource::Text, _) => "Texted first".to_owned(),
        (ConsentSource::Keyword, _) => "By a word in a text, such as STOP or START".to_owned(),
        (ConsentSource::Provider, _) => "The carrier said so".to_owned(),
        (ConsentSource::Staff, Some(name)) => format!("Recorded by {name}"),
        (ConsentSource::Staff, None) => "Recorded by the company".to_owned(),
    }
}
