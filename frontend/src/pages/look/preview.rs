use super::fields::LookFields;
use gangway_domain::values::Color;
use leptos::prelude::*;

/// What visitors will see, as it is typed: a page of the company's with button and panel on it.
#[component]
pub(super) fn Preview(fields: LookFields, company: String) -> AnyView {
    // While what is typed is no color, the usual one.
    let color = Signal::derive(move || fields.read_color().unwrap_or_default());
    view! {
        <figure class="space-y-2">
            <figcaption class="text-sm font-semibold">"Preview"</figcaption>
            <div
                data-theme="gangway-light"
                class="overflow-hidden rounded border border-hairline bg-base-200 text-base-content"
            >
                <div class="flex items-center gap-1 border-b border-hairline bg-base-100 px-3 py-2" aria-hidden="true">
                    <span class="size-2 rounded bg-base-300"></span>
                    <span class="size-2 rounded bg-base-300"></span>
                    <span class="size-2 rounded bg-base-300"></span>
                    <span class="ml-2 h-4 grow rounded bg-base-200"></span>
                </div>
                <div class="space-y-3 p-4">
                    <Page />
                    {move || {
                        if fields.enabled.get() {
                            view! { <Widget fields color company=company.clone() /> }.into_any()
                        } else {
                            view! {
                                <p class="py-8 text-center text-sm text-muted">
                                    "It is switched off. Visitors see nothing."
                                </p>
                            }
                                .into_any()
                        }
                    }}
                </div>
            </div>
        </figure>
    }
    .into_any()
}

/// Lines that stand for the company's own page.
#[component]
fn Page() -> AnyView {
    view! {
        <div class="space-y-2" aria-hidden="true">
            <div class="h-4 w-1/2 rounded bg-base-300"></div>
            <div class="h-2 w-full rounded bg-base-300"></div>
            <div class="h-2 w-5/6 rounded bg-base-300"></div>
        </div>
    }
    .into_any()
}

#[component]
fn Widget(fields: LookFields, color: Signal<Color>, company: String) -> AnyView {
    let greeting = move || fields.greeting.get().trim().to_owned();
    view! {
        <div
            class="flex flex-col gap-3"
            class:items-end=move || !fields.is_left()
            class:items-start=move || fields.is_left()
            data-testid="preview"
        >
            <div class="w-full max-w-64 overflow-hidden rounded border border-hairline bg-base-100 text-sm shadow-card">
                <div
                    class="p-3"
                    style:background-color=move || color.get().to_string()
                    style:color=move || color.get().text_color()
                >
                    <p class="font-semibold">{company}</p>
                    <Show when=move || !greeting().is_empty()>
                        <p class="text-xs">{greeting}</p>
                    </Show>
                </div>
                <div class="space-y-2 p-3" aria-hidden="true">
                    <div class="h-6 rounded border border-hairline"></div>
                    <div class="h-6 rounded border border-hairline"></div>
                    <div class="h-10 rounded border border-hairline"></div>
                    <div
                        class="rounded border py-1 text-center text-xs font-semibold"
                        style:border-color=move || color.get().text_color()
                        style:background-color=move || color.get().to_string()
                        style:color=move || color.get().text_color()
                    >
                        "Send"
                    </div>
                </div>
            </div>
            <Launcher fields color />
        </div>
    }
    .into_any()
}

#[component]
fn Launcher(fields: LookFields, color: Signal<Color>) -> AnyView {
    let label = move || fields.button_label.get().trim().to_owned();
    view! {
        <div
            class="flex h-12 max-w-full min-w-12 items-center justify-center gap-2 border px-3 text-sm font-semibold shadow-card"
            style:border-radius="24px"
            style:background-color=move || color.get().to_string()
            style:border-color=move || color.get().text_color()
            style:color=move || color.get().text_color()
        >
            <svg viewBox="0 0 24 24" class="size-5 shrink-0" fill="currentColor" aria-hidden="true">
                <path d="M12 3C6.5 3 2 6.8 2 11.5c0 2.1.9 4 2.4 5.5L3 21.5l5.2-1.8c1.2.4 2.5.6 3.8.6 5.5 0 10-3.8 10-8.6S17.5 3 12 3z" />
            </svg>
            <Show when=move || !label().is_empty()>
                <span class="truncate">{label}</span>
            </Show>
        </div>
    }
    .into_any()
}
