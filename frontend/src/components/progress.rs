use leptos::prelude::*;

/// A small turning ring beside words that say what goes on.
#[component]
pub(super) fn Spinner() -> AnyView {
    view! { <span class="loading loading-spinner loading-xs" aria-hidden="true"></span> }.into_any()
}

/// A thin line under the header while something is on its way; it shows only after half a second.
#[component]
pub fn Busy(#[prop(into)] busy: Signal<bool>, #[prop(into)] label: String) -> AnyView {
    let shown = RwSignal::new(false);
    Effect::new(move |_| {
        if !busy.get() {
            shown.set(false);
            return;
        }
        set_timeout(
            move || {
                if busy.try_get_untracked() == Some(true) {
                    shown.set(true);
                }
            },
            std::time::Duration::from_millis(500),
        );
    });
    view! {
        <div class="fixed inset-x-0 top-14 z-20 lg:left-60" role="status">
            <Show when=move || shown.get()>
                <span class="sr-only">{label.clone()}</span>
                <progress class="progress progress-primary block h-1 w-full" aria-hidden="true"></progress>
            </Show>
        </div>
    }
    .into_any()
}

/// How far something is, as a bar with its numbers in words.
#[component]
pub fn ProgressBar(
    #[prop(into)] done: Signal<usize>,
    total: usize,
    /// Words such as "2 of 5 steps".
    #[prop(into)]
    label: Signal<String>,
) -> AnyView {
    view! {
        <div>
            <div class="mb-1 text-sm text-muted">{move || label.get()}</div>
            <progress
                class="progress progress-primary block h-2 w-full"
                max=total
                value=move || done.get()
                aria-label=move || label.get()
            ></progress>
        </div>
    }
    .into_any()
}
