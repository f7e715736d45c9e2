use super::download::download;
use super::filters::Filters;
use super::row::{by_day, day_section};
use crate::components::{Button, EmptyState, Glyph, ListStates, PageHeader, Toasts};
use crate::load::{Paged, reading_pages};
use crate::session::Session;
use gangway_api_client::List;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What happened, by day, newest first.
#[component]
pub fn Activity() -> AnyView {
    let session = Session::get();
    let filters = Filters::new();
    let events = Paged::start(reading_pages(move |api, list| {
        let list = filters.list(list);
        async move { api.list_events(list).await }
    }));
    Effect::new(move |before: Option<[String; 5]>| {
        let values = filters.values();
        if before.is_some_and(|before| before != values) {
            events.refresh();
        }
        values
    });
    let saving = RwSignal::new(false);
    let save = move || {
        let (api, list) = (session.api(), filters.list(List::default()));
        saving.set(true);
        spawn_local(async move {
            let outcome = api.export_events(list).await;
            saving.try_set(false);
            match outcome {
                Ok(bytes) => download("activity.csv", "text/csv", &bytes),
                Err(failure) => Toasts::get().fail(&failure),
            }
        });
    };
    let empty = move || {
        let (title, detail) = if filters.narrow() {
            ("Nothing found", "Nothing that happened fits these filters.")
        } else {
            (
                "Nothing happened yet",
                "Invitations, changes and sign-ins show up here.",
            )
        };
        view! { <EmptyState glyph=Glyph::Clock title detail /> }.into_any()
    };
    view! {
        <PageHeader title="Activity" detail="Who did what, and when. Nothing here can be changed or removed.">
            <Button label="Download CSV" busy_label="Preparing the file…" busy=saving on_press=save />
        </PageHeader>
        {filters.view()}
        <ListStates
            state=events.state()
            on_retry=move || events.restart()
            on_more=move || events.more()
            empty
        >
            {move || by_day(events.rows.get()).into_iter().map(day_section).collect::<Vec<_>>()}
        </ListStates>
    }
    .into_any()
}
