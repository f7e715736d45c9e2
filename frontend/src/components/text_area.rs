use super::FormState;
use super::field_frame::{FieldFrame, Wiring};
use leptos::prelude::*;

/// Several lines of text.
#[component]
pub fn TextArea(
    form: FormState,
    /// JSON pointer of the field in the request, such as `/note`.
    #[prop(into)]
    pointer: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional)] optional: bool,
    /// Lines that show at first.
    #[prop(default = 4)]
    rows: u32,
) -> AnyView {
    let wiring = Wiring::new(form, pointer, &label);
    wiring.follow(value);
    let (id, left) = (wiring.id.clone(), wiring.clone());
    let (described, invalid, red) = (wiring.clone(), wiring.clone(), wiring.clone());
    let has_hint = hint.is_some();
    view! {
        <FieldFrame wiring label hint optional>
            <textarea
                id=id
                class="textarea scroll-mt-28"
                class:textarea-error=move || red.error().is_some()
                rows=rows
                aria-required=(!optional).to_string()
                aria-invalid=move || invalid.invalid()
                aria-describedby=move || described.described_by(has_hint)
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
                on:blur=move |event| left.form.left(&left.pointer, &event)
            ></textarea>
        </FieldFrame>
    }
    .into_any()
}
