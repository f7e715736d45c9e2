use super::{Glyph, Icon};
use leptos::prelude::*;

/// What a list is for, and the one action to start.
#[component]
pub fn EmptyState(
    glyph: Glyph,
    #[prop(into)] title: String,
    #[prop(into)] detail: String,
    /// The one action.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    view! {
        <div class="flex flex-col items-center gap-3 px-6 py-12 text-center">
            <span class="rounded-full bg-base-200 p-3 text-muted">
                <Icon glyph class="size-6" />
            </span>
            <h2 class="text-base">{title}</h2>
            <p class="max-w-md text-sm text-muted">{detail}</p>
            {children.map(|children| children())}
        </div>
    }
    .into_any()
}
