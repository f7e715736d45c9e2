use leptos::prelude::*;

/// A name and what it is.
#[component]
pub fn Definition(#[prop(into)] term: String, children: Children) -> AnyView {
    view! {
        <div class="grid gap-1 py-3 sm:grid-cols-3 sm:gap-4">
            <dt class="text-sm text-muted">{term}</dt>
            <dd class="min-w-0 text-sm sm:col-span-2">{children()}</dd>
        </div>
    }
    .into_any()
}

/// Names and what they are, one per line.
#[component]
pub fn Definitions(children: Children) -> AnyView {
    view! { <dl class="divide-y divide-hairline">{children()}</dl> }.into_any()
}
