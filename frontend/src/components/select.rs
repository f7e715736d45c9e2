use super::FormState;
use super::field_frame::{FieldFrame, Wiring};
use leptos::prelude::*;

/// One of a few, by the browser's own list. For long lists there is [`super::Combobox`].
#[component]
pub fn Select(
    form: FormState,
    #[prop(into)] pointer: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    /// Value and words of each choice.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// Words of the empty choice, where nothing is chosen yet.
    #[prop(optional, into)]
    prompt: Option<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] on_left: Option<Callback<()>>,
) -> AnyView {
    let wiring = Wiring::new(form, pointer, &label);
    wiring.follow(value);
    let (id, left) = (wiring.id.clone(), wiring.clone());
    let (described, invalid, red) = (wiring.clone(), wiring.clone(), wiring.clone());
    let has_hint = hint.is_some();
    let choices = move || {
        let chosen = value.get();
        let choice = |(known, words): (String, String)| {
            let selected = known == chosen;
            view! { <option value=known selected=selected>{words}</option> }
        };
        options.get().into_iter().map(choice).collect::<Vec<_>>()
    };
    view! {
        <FieldFrame wiring label hint optional>
            <select
                id=id
                class="select scroll-mt-28"
                class:select-error=move || red.error().is_some()
                aria-required=(!optional).to_string()
                aria-invalid=move || invalid.invalid()
                aria-describedby=move || described.described_by(has_hint)
                on:change=move |event| value.set(event_target_value(&event))
                on:blur=move |event| {
                    left.form.left(&left.pointer, &event);
                    if let Some(on_left) = on_left {
                        on_left.run(());
                    }
                }
            >
                {prompt
                    .map(|words| {
                        view! {
                            <option value="" selected=move || value.get().is_empty()>
                                {words}
                            </option>
                        }
                    })} {choices}
            </select>
        </FieldFrame>
    }
    .into_any()
}
