use super::Watched;
use crate::components::{Notice, Tone};
use leptos::prelude::*;

/// Says that the server does not answer now, and that this does not matter to the import.
pub(super) fn away(watched: Watched) -> AnyView {
    view! {
        <Show when=move || watched.away.get()>
            <Notice tone=Tone::Wary assertive=true>
                <p>
                    "Gangway cannot be reached now. What was begun goes on there, and this page catches up as soon as it can."
                </p>
            </Notice>
        </Show>
    }
    .into_any()
}
