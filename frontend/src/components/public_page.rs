use super::ThemeMenu;
use crate::dom;
use leptos::prelude::*;

/// A page for one thing, before anyone is signed in: a card in the middle.
#[component]
pub fn PublicPage(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] detail: Option<String>,
    /// What stands under the card: other ways.
    #[prop(optional, into)]
    below: ViewFn,
    children: Children,
) -> AnyView {
    Effect::new(move |_| dom::set_title(&title.get()));
    view! {
        <div class="flex min-h-dvh flex-col">
            <header class="flex items-center justify-between px-4 py-3 sm:px-6">
                <Wordmark />
                <ThemeMenu />
            </header>
            <main id="main" class="mx-auto flex w-full max-w-md grow flex-col justify-center px-4 pb-16 pt-6">
                <div class="rounded border border-hairline bg-base-100 p-6 shadow-card sm:p-8">
                    <h1 tabindex="-1" class="text-lg outline-none">
                        {move || title.get()}
                    </h1>
                    {detail.map(|detail| view! { <p class="mt-2 text-sm text-muted">{detail}</p> })}
                    <div class="mt-6">{children()}</div>
                </div>
                <div class="mt-6 text-center text-sm text-muted">{below.run()}</div>
            </main>
        </div>
    }
    .into_any()
}

/// The product's name with its mark.
#[component]
pub(super) fn Wordmark() -> AnyView {
    view! {
        <span class="inline-flex items-center gap-2 text-base font-semibold">
            <svg class="size-6 text-brand" viewBox="0 0 24 24" fill="none" aria-hidden="true">
                <rect width="24" height="24" rx="6" fill="currentColor" opacity="0.14" />
                <path
                    d="M5 17L19 8M8 15.1v-4M12 12.5v-4M16 9.9v-4"
                    stroke="currentColor"
                    stroke-width="1.5"
                    stroke-linecap="round"
                />
            </svg>
            "Gangway"
        </span>
    }
    .into_any()
}
