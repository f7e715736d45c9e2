use super::{Glyph, Icon};
use gangway_api_client::Failure;
use leptos::prelude::*;
use std::time::Duration;

const SHOWN_FOR: Duration = Duration::from_secs(6);

#[derive(Clone, Debug, PartialEq)]
struct Toast {
    number: u32,
    good: bool,
    words: String,
}

/// Short notices of what was done. Get them with [`Toasts::get`].
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    count: RwSignal<u32>,
}

impl Toasts {
    /// Makes them available to every page.
    pub fn provide() -> Self {
        let toasts = Self {
            shown: RwSignal::new(Vec::new()),
            count: RwSignal::new(0),
        };
        provide_context(toasts);
        KEPT.with(|kept| kept.set(Some(toasts)));
        toasts
    }

    /// The toasts of this page.
    pub fn get() -> Self {
        KEPT.with(std::cell::Cell::get)
            .unwrap_or_else(Self::provide)
    }

    /// Says what was done: "Invitation sent to ann@acme.example".
    pub fn say(self, words: impl Into<String>) {
        let number = self.add(true, words.into());
        set_timeout(move || self.remove(number), SHOWN_FOR);
    }

    /// Says what went wrong; it stays until it is closed.
    pub fn fail(self, failure: &Failure) {
        let words = match failure.reference() {
            Some(reference) => format!("{failure} Reference {reference}"),
            None => failure.to_string(),
        };
        self.add(false, words);
    }

    fn add(self, good: bool, words: String) -> u32 {
        self.count.update(|count| *count += 1);
        let number = self.count.get_untracked();
        self.shown.update(|shown| {
            shown.retain(|toast| toast.words != words);
            shown.push(Toast {
                number,
                good,
                words,
            });
        });
        number
    }

    fn remove(self, number: u32) {
        self.shown
            .update(|shown| shown.retain(|toast| toast.number != number));
    }
}

thread_local! {
    static KEPT: std::cell::Cell<Option<Toasts>> = const { std::cell::Cell::new(None) };
}

/// Where toasts appear, and where a screen reader hears them. Once per application.
#[component]
pub fn ToastArea() -> AnyView {
    let toasts = Toasts::get();
    let toast = move |toast: Toast| {
        let glyph = if toast.good {
            Glyph::CheckCircle
        } else {
            Glyph::CrossCircle
        };
        let ink = if toast.good {
            "size-5 text-success"
        } else {
            "size-5 text-error"
        };
        view! {
            <div class="flex items-start gap-3 rounded border border-hairline bg-base-100 p-3 text-sm shadow-card">
                <Icon glyph class=ink />
                <p class="min-w-0 grow">{toast.words}</p>
                <button
                    type="button"
                    class="btn btn-ghost btn-xs btn-square"
                    aria-label="Close notice"
                    on:click=move |_| toasts.remove(toast.number)
                >
                    <Icon glyph=Glyph::Cross class="size-4" />
                </button>
            </div>
        }
        .into_any()
    };
    view! {
        <div
            class="fixed inset-x-4 bottom-4 z-50 space-y-2 sm:left-auto sm:w-96"
            role="status"
            aria-live="polite"
        >
            <For each=move || toasts.shown.get() key=|toast| toast.number children=toast />
        </div>
    }
    .into_any()
}
