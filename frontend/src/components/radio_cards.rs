use super::field_frame::fresh_id;
use leptos::prelude::*;

/// One of a few choices that need a sentence each.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What goes into the signal.
    pub value: String,
    /// Its name.
    pub title: String,
    /// What it means.
    pub detail: String,
}

impl Choice {
    /// A choice with its name and what it means.
    pub fn new(
        value: impl Into<String>,
        title: impl Into<String>,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            value: value.into(),
            title: title.into(),
            detail: detail.into(),
        }
    }
}

/// Choices as cards, one of which is chosen.
#[component]
pub fn RadioCards(
    #[prop(into)] legend: String,
    value: RwSignal<String>,
    choices: Vec<Choice>,
    /// Side by side where there is room.
    #[prop(optional)]
    beside: bool,
    /// Leaves the legend to screen readers.
    #[prop(optional)]
    quiet_legend: bool,
) -> AnyView {
    let name = fresh_id();
    let card = |choice: Choice| {
        let (name, chosen, set) = (name.clone(), choice.value.clone(), choice.value.clone());
        let is_chosen = Signal::derive(move || value.get() == chosen);
        view! {
            <label
                class="flex cursor-pointer items-start gap-3 rounded border p-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
                class:border-hairline=move || !is_chosen.get()
                class:border-primary=move || is_chosen.get()
            >
                <input
                    type="radio"
                    class="radio radio-sm mt-0.5 checked:[--input-color:var(--brand-text)]"
                    name=name
                    value=choice.value
                    prop:checked=move || is_chosen.get()
                    on:change=move |_| value.set(set.clone())
                />
                <span class="min-w-0">
                    <span class="block text-sm font-semibold">{choice.title}</span>
                    <span class="block text-sm text-muted">{choice.detail}</span>
                </span>
            </label>
        }
        .into_any()
    };
    let cards: Vec<_> = choices.into_iter().map(card).collect();
    let grid = if beside {
        "grid gap-3 sm:grid-cols-2"
    } else {
        "grid gap-2"
    };
    let legend_class = if quiet_legend {
        "sr-only"
    } else {
        "mb-2 text-sm font-semibold"
    };
    view! {
        <fieldset>
            <legend class=legend_class>{legend}</legend>
            <div class=grid>{cards}</div>
        </fieldset>
    }
    .into_any()
}
