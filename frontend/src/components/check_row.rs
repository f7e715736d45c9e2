use super::{Glyph, Icon};
use leptos::prelude::*;

/// A line of a checklist: done or not, what it is, and where to do it.
#[component]
pub fn CheckRow(
    done: bool,
    #[prop(into)] title: String,
    #[prop(into)] detail: String,
    /// The state in words, where it is more than done or not.
    #[prop(optional)]
    words: Option<&'static str>,
    /// The way to do it, while not done.
    #[prop(optional, into)]
    action: ViewFn,
) -> AnyView {
    let (glyph, ink, usual) = if done {
        (Glyph::CheckCircle, "size-6 text-success", "Done")
    } else {
        (Glyph::Circle, "size-6 text-muted", "Not done")
    };
    let words = words.unwrap_or(usual);
    view! {
        <li class="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-4 sm:flex-nowrap sm:px-6">
            <Icon glyph class=ink />
            <div class="min-w-0 grow basis-48">
                <p class="text-sm font-semibold">
                    {title} <span class="ml-2 text-xs font-normal text-muted">{words}</span>
                </p>
                <p class="text-sm text-muted">{detail}</p>
            </div>
            {(!done)
                .then(|| view! { <div class="basis-full pl-10 empty:hidden sm:basis-auto sm:pl-0">{action.run()}</div> })}
        </li>
    }
    .into_any()
}
