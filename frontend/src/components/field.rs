use super::FormState;
use super::field_frame::{FieldFrame, Wiring};
use leptos::prelude::*;

/// One line of text.
#[component]
pub fn Field(
    form: FormState,
    /// JSON pointer of the field in the request, such as `/email`.
    #[prop(into)]
    pointer: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    /// The input's type.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional)] optional: bool,
    #[prop(default = "off")] autocomplete: &'static str,
    /// Which keyboard a phone shows; by the type where absent.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    #[prop(optional, into)] placeholder: Option<String>,
    /// Shows the value without letting it be changed.
    #[prop(optional)]
    read_only: bool,
    /// Takes the focus when it appears.
    #[prop(optional)]
    focused: bool,
    /// Called when the field is left, for saving as typed.
    #[prop(optional, into)]
    on_left: Option<Callback<()>>,
) -> AnyView {
    let wiring = Wiring::new(form, pointer, &label);
    wiring.follow(value);
    let (id, left) = (wiring.id.clone(), wiring.clone());
    let (described, invalid, red) = (wiring.clone(), wiring.clone(), wiring.clone());
    let has_hint = hint.is_some();
    if focused {
        let id = id.clone();
        crate::dom::soon(move || crate::dom::focus(&id));
    }
    view! {
        <FieldFrame wiring label hint optional>
            <input
                id=id
                class=if read_only { "input scroll-mt-28 bg-base-200" } else { "input scroll-mt-28" }
                class:input-error=move || red.error().is_some()
                type=kind
                autocomplete=autocomplete
                inputmode=inputmode
                spellcheck=(kind != "text").then_some("false")
                autocapitalize=(kind != "text").then_some("none")
                placeholder=placeholder
                aria-required=(!optional).to_string()
                aria-invalid=move || invalid.invalid()
                aria-describedby=move || described.described_by(has_hint)
                readonly=read_only
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
                on:blur=move |event| {
                    left.form.left(&left.pointer, &event);
                    if let Some(on_left) = on_left {
                        on_left.run(());
                    }
                }
            />
        </FieldFrame>
    }
    .into_any()
}
