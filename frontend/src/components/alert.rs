use super::{Button, Glyph, Icon, Tone};
use gangway_api_client::Failure;
use leptos::prelude::*;

/// A box with something to know.
#[component]
pub fn Notice(
    tone: Tone,
    #[prop(optional, into)] title: Option<String>,
    /// Announced at once where it comes as an answer to something done.
    #[prop(optional)]
    assertive: bool,
    children: Children,
) -> AnyView {
    let (class, glyph) = match tone {
        Tone::Good => ("border-success", Glyph::CheckCircle),
        Tone::Bad => ("border-error", Glyph::CrossCircle),
        Tone::Wary => ("border-warning", Glyph::Warning),
        Tone::Active => ("border-info", Glyph::Clock),
        Tone::Neutral => ("border-hairline", Glyph::Help),
    };
    let ink = match tone {
        Tone::Good => "size-5 text-success",
        Tone::Bad => "size-5 text-error",
        Tone::Wary => "size-5 text-warning",
        Tone::Active => "size-5 text-info",
        Tone::Neutral => "size-5 text-muted",
    };
    view! {
        <div
            class=format!("flex gap-3 rounded border bg-base-100 p-4 text-sm {class}")
            role=if assertive { "alert" } else { "note" }
        >
            <Icon glyph class=ink />
            <div class="min-w-0 space-y-2">
                {title.map(|title| view! { <p class="font-semibold">{title}</p> })} {children()}
            </div>
        </div>
    }
    .into_any()
}

/// What went wrong, what to do, and what support looks it up by.
#[component]
pub fn FailureAlert(
    #[prop(into)] failure: Signal<Option<Failure>>,
    /// Offers "Try again".
    #[prop(optional)]
    on_retry: Option<Callback<()>>,
) -> AnyView {
    let shown = move || {
        failure.get().map(|failure| {
            let reference = failure.reference().map(str::to_owned);
            view! {
                <Notice tone=Tone::Bad assertive=true>
                    <p>{failure.to_string()}</p>
                    {reference
                        .map(|reference| {
                            view! {
                                <p class="text-xs text-muted">
                                    "Reference " <code class="select-all">{reference}</code>
                                </p>
                            }
                        })}
                    {on_retry
                        .map(|on_retry| {
                            view! { <Button label="Try again" on_press=on_retry small=true /> }
                        })}
                </Notice>
            }
            .into_any()
        })
    };
    view! { {shown} }.into_any()
}
