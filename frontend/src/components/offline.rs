use super::{Glyph, Icon};
use crate::dom;
use leptos::prelude::*;

/// Says on every page that the browser has no connection, for as long as it is so.
#[component]
pub fn OfflineBanner() -> AnyView {
    let offline = RwSignal::new(!dom::window().navigator().on_line());
    for (event, now) in [("offline", true), ("online", false)] {
        let handle = window_event_listener_untyped(event, move |_| offline.set(now));
        on_cleanup(move || handle.remove());
    }
    view! {
        <div role="status">
            <Show when=move || offline.get()>
                <p class="flex items-center justify-center gap-2 bg-warning px-4 py-2 text-sm text-warning-content">
                    <Icon glyph=Glyph::Warning class="size-4" />
                    "You are offline. What you typed stays; try again when the connection is back."
                </p>
            </Show>
        </div>
    }
    .into_any()
}
