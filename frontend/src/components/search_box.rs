use super::{Glyph, Icon};
use leptos::prelude::*;
use std::time::Duration;

const QUIET: Duration = Duration::from_millis(300);

/// Searches shortly after the last key.
#[component]
pub fn SearchBox(
    #[prop(into)] label: String,
    /// What is searched for; set when typing pauses.
    q: RwSignal<String>,
) -> AnyView {
    let typed = RwSignal::new(q.get_untracked());
    let wait = StoredValue::new(None::<TimeoutHandle>);
    // Cleared, or set by an address, rather than typed.
    Effect::new(move |_| {
        let wanted = q.get();
        if typed.with_untracked(|typed| typed.trim() != wanted) {
            typed.set(wanted);
        }
    });
    let input = move |event| {
        typed.set(event_target_value(&event));
        if let Some(waiting) = wait.get_value() {
            waiting.clear();
        }
        let set = move || {
            if let Some(text) = typed.try_get_untracked() {
                q.set(text.trim().to_owned());
            }
        };
        wait.set_value(set_timeout_with_handle(set, QUIET).ok());
    };
    view! {
        <label class="input max-w-sm">
            <span class="text-muted">
                <Icon glyph=Glyph::Search class="size-4" />
            </span>
            <span class="sr-only">{label.clone()}</span>
            <input type="search" autocomplete="off" placeholder=label prop:value=move || typed.get() on:input=input />
        </label>
    }
    .into_any()
}
