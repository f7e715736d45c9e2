use leptos::prelude::*;

/// One of a few to narrow a list down by, or all of them.
#[component]
pub fn FilterSelect(
    #[prop(into)] label: String,
    /// Words of the empty choice, which leaves everything in.
    #[prop(into)]
    all: String,
    value: RwSignal<String>,
    /// Value and words of each choice.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
) -> AnyView {
    let choices = move || {
        let chosen = value.get();
        let choice = |(known, words): (String, String)| {
            let selected = known == chosen;
            view! { <option value=known selected=selected>{words}</option> }
        };
        options.get().into_iter().map(choice).collect::<Vec<_>>()
    };
    view! {
        <label class="block min-w-0">
            <span class="mb-1 block text-xs text-muted">{label}</span>
            <select class="select w-full" on:change=move |event| value.set(event_target_value(&event))>
                <option value="" selected=move || value.with(String::is_empty)>{all}</option>
                {choices}
            </select>
        </label>
    }
    .into_any()
}
