use leptos::prelude::*;

/// How far something is, in tenths told to whoever listens: every step would be too much to hear.
pub(super) fn progress(
    done: Signal<u64>,
    all: Signal<u64>,
    label: &'static str,
    words: Signal<String>,
) -> AnyView {
    let tenth = Memo::new(move |_| done.get() * 10 / all.get().max(1));
    let heard = move || match tenth.get() {
        0 => String::new(),
        tenth => format!("{} percent", tenth * 10),
    };
    view! {
        <p class="mb-1 text-sm">{move || words.get()}</p>
        <progress
            class="progress progress-primary block h-2 w-full"
            max=move || all.get().max(1)
            value=move || done.get()
            aria-label=label
        ></progress>
        <p class="sr-only" role="status" aria-live="polite">
            {heard}
        </p>
    }
    .into_any()
}
