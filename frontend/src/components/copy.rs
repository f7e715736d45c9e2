use super::{Glyph, Icon};
use crate::dom;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Copies a text and says so.
#[component]
pub fn CopyButton(
    #[prop(into)] text: Signal<String>,
    #[prop(default = "Copy")] label: &'static str,
    /// What is copied, for screen readers.
    #[prop(optional, into)]
    what: Option<String>,
) -> AnyView {
    let copied = RwSignal::new(None::<bool>);
    let words = move || match copied.get() {
        None => label,
        Some(true) => "Copied",
        Some(false) => "Select and copy by hand",
    };
    let glyph = move || {
        if copied.get() == Some(true) {
            Glyph::Check
        } else {
            Glyph::Copy
        }
    };
    let press = move |_| {
        spawn_local(async move {
            copied.set(Some(dom::copy(&text.get_untracked()).await));
            let back = move || {
                copied.try_set(None);
            };
            set_timeout(back, Duration::from_secs(3));
        });
    };
    view! {
        <button type="button" class="btn btn-plain btn-sm" on:click=press>
            {move || view! { <Icon glyph=glyph() class="size-4" /> }}
            <span aria-live="polite">{words}</span>
            {what.map(|what| view! { <span class="sr-only">{format!(" {what}")}</span> })}
        </button>
    }
    .into_any()
}

/// A text that is made to be copied, with its button.
#[component]
pub fn CopyField(
    #[prop(into)] text: Signal<String>,
    #[prop(into)] label: String,
    /// Several lines, as code.
    #[prop(optional)]
    code: bool,
) -> AnyView {
    let what = label.to_lowercase();
    let class = if code {
        "max-h-64 overflow-auto whitespace-pre-wrap break-all p-3 font-mono text-xs"
    } else {
        "truncate p-3 font-mono text-xs"
    };
    view! {
        <div>
            <div class="mb-1 flex items-end justify-between gap-3">
                <span class="text-sm font-semibold">{label.clone()}</span>
                <CopyButton text what />
            </div>
            <div class="rounded border border-hairline bg-base-200">
                <pre
                    class=class
                    tabindex="0"
                    role="region"
                    aria-label=label
                    title=move || if code { String::new() } else { text.get() }
                >
                    <code class="select-all">{move || text.get()}</code>
                </pre>
            </div>
        </div>
    }
    .into_any()
}
