use crate::components::{EmptyState, Glyph, ListStates};
use crate::load::{Paged, reading_pages};
use crate::pages::activity::{by_day, day_section};
use gangway_api_client::List;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::Event;
use leptos::prelude::*;

/// Events that are read at once.
const PAGE: u32 = 10;

/// What happened to the client, newest first.
#[component]
pub(super) fn HistoryCard(id: ClientId, #[prop(into)] changes: Signal<u32>) -> AnyView {
    let events = Paged::start(reading_pages(move |api, list| async move {
        let list = List {
            limit: Some(PAGE),
            filters: vec![("client_id", id.to_string())],
            ..list
        };
        api.list_events(list).await
    }));
    Effect::new(move |before: Option<u32>| {
        let now = changes.get();
        if before.is_some_and(|before| before != now) {
            events.refresh();
        }
        now
    });
    // Whose it is need not be said on the page of the client.
    let unnamed = |event: Event| Event {
        client: None,
        ..event
    };
    let days = move || {
        let rows = events.rows.get().into_iter().map(unnamed).collect();
        by_day(rows).into_iter().map(day_section).collect_view()
    };
    view! {
        <section aria-labelledby="history-heading">
            <h2 id="history-heading" class="mb-3">
                "History"
            </h2>
            <ListStates
                state=events.state()
                on_retry=move || events.restart()
                on_more=move || events.more()
                rows=3
                empty=|| {
                    view! {
                        <EmptyState
                            glyph=Glyph::Clock
                            title="Nothing happened yet"
                            detail="Changes and invitations show up here."
                        />
                    }
                }
            >
                {days}
            </ListStates>
        </section>
    }
    .into_any()
}
