use super::field_frame::{FieldFrame, Wiring};
use super::{FormState, Glyph, Icon};
use leptos::prelude::*;

/// A password, with a button that shows it.
#[component]
pub fn PasswordField(
    form: FormState,
    #[prop(into)] pointer: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: Option<String>,
    /// `current-password` or `new-password`.
    #[prop(default = "current-password")]
    autocomplete: &'static str,
    #[prop(optional, into)] on_left: Option<Callback<()>>,
    /// Takes the focus when it appears.
    #[prop(optional)]
    focused: bool,
) -> AnyView {
    let wiring = Wiring::new(form, pointer, &label);
    wiring.follow(value);
    let (id, left) = (wiring.id.clone(), wiring.clone());
    let (described, invalid, red) = (wiring.clone(), wiring.clone(), wiring.clone());
    let has_hint = hint.is_some();
    let shown = RwSignal::new(false);
    if focused {
        let id = id.clone();
        crate::dom::soon(move || crate::dom::focus(&id));
    }
    let words = move || {
        if shown.get() {
            "Hide password"
        } else {
            "Show password"
        }
    };
    view! {
        <FieldFrame wiring label hint optional=false>
            <div class="relative">
                <input
                    id=id
                    class="input scroll-mt-28 pr-12"
                    class:input-error=move || red.error().is_some()
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    spellcheck="false"
                    autocapitalize="none"
                    maxlength="1000"
                    aria-required="true"
                    aria-invalid=move || invalid.invalid()
                    aria-describedby=move || described.described_by(has_hint)
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                    on:blur=move |event| {
                        left.form.left(&left.pointer, &event);
                        if let Some(on_left) = on_left {
                            on_left.run(());
                        }
                    }
                />
                <button
                    type="button"
                    class="btn btn-ghost btn-sm btn-square absolute right-1 top-1 z-1"
                    aria-label=words
                    title=words
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {move || {
                        let glyph = if shown.get() { Glyph::EyeOff } else { Glyph::Eye };
                        view! { <Icon glyph /> }
                    }}
                </button>
            </div>
        </FieldFrame>
    }
    .into_any()
}
