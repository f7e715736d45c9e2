use crate::dom;
use leptos::prelude::*;

/// The page's title with one action at the right. It names the browser's tab too.
#[component]
pub fn PageHeader(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] detail: Option<String>,
    /// The one primary action.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    Effect::new(move |_| dom::set_title(&title.get()));
    view! {
        <header class="mb-6 flex flex-wrap items-start justify-between gap-4">
            <div class="min-w-0">
                <h1 tabindex="-1" class="outline-none">
                    {move || title.get()}
                </h1>
                {detail.map(|detail| view! { <p class="mt-1 max-w-2xl text-sm text-muted">{detail}</p> })}
            </div>
            {children.map(|children| view! { <div class="flex flex-wrap gap-3">{children()}</div> })}
        </header>
    }
    .into_any()
}
