use super::field_frame::fresh_id;
use crate::dom;
use leptos::prelude::*;

/// Tabs over one panel: arrows move between them.
#[component]
pub fn Tabs(
    #[prop(into)] label: String,
    /// Value and words of each tab.
    tabs: Vec<(String, String)>,
    chosen: RwSignal<String>,
    /// The panel of the chosen tab.
    children: Children,
) -> AnyView {
    let id = fresh_id();
    let values: Vec<String> = tabs.iter().map(|(value, _)| value.clone()).collect();
    let panel = format!("{id}-panel");
    let step = StoredValue::new((id.clone(), values));
    let move_by = move |by: usize| {
        let (id, values) = step.get_value();
        let current = chosen.get_untracked();
        let at = values
            .iter()
            .position(|value| *value == current)
            .unwrap_or(0);
        let to = (at + by) % values.len().max(1);
        if let Some(value) = values.get(to) {
            chosen.set(value.clone());
            dom::focus(&format!("{id}-{to}"));
        }
    };
    let last = tabs.len().saturating_sub(1);
    let tab = |(index, (value, words)): (usize, (String, String))| {
        let is = value.clone();
        let active = Signal::derive(move || chosen.get() == is);
        view! {
            <button
                type="button"
                role="tab"
                id=format!("{id}-{index}")
                class="tab"
                class:tab-active=move || active.get()
                aria-selected=move || active.get().to_string()
                aria-controls=panel.clone()
                tabindex=move || if active.get() { "0" } else { "-1" }
                on:click=move |_| chosen.set(value.clone())
                on:keydown=move |event| match event.key().as_str() {
                    "ArrowRight" => move_by(1),
                    "ArrowLeft" => move_by(last),
                    _ => {}
                }
            >
                {words}
            </button>
        }
        .into_any()
    };
    let row: Vec<_> = tabs.into_iter().enumerate().map(tab).collect();
    view! {
        <div role="tablist" aria-label=label class="tabs tabs-border mb-4">
            {row}
        </div>
        <div role="tabpanel" id=panel.clone()>
            {children()}
        </div>
    }
    .into_any()
}
