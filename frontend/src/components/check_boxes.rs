use super::field_frame::Wiring;
use super::{Choice, FormState, Glyph, Icon};
use leptos::prelude::*;

/// Several of a list, each with its words and what it is called in the API.
#[component]
pub fn CheckBoxes(
    form: FormState,
    #[prop(into)] pointer: String,
    #[prop(into)] legend: String,
    chosen: RwSignal<Vec<String>>,
    choices: Vec<Choice>,
) -> AnyView {
    let wiring = Wiring::new(form, pointer, &legend);
    let (first, described, invalid) = (wiring.id.clone(), wiring.clone(), wiring.clone());
    let line = |(index, choice): (usize, Choice)| {
        let (is, set) = (choice.value.clone(), choice.value.clone());
        let checked = Signal::derive(move || chosen.with(|chosen| chosen.contains(&is)));
        let toggle = move |_| {
            chosen.update(|chosen| {
                let before = chosen.len();
                chosen.retain(|one| *one != set);
                if chosen.len() == before {
                    chosen.push(set.clone());
                }
            });
        };
        view! {
            <label class="flex cursor-pointer items-start gap-3 px-3 py-2">
                <input
                    type="checkbox"
                    id=(index == 0).then(|| first.clone())
                    class="checkbox checkbox-sm mt-0.5 scroll-mt-28 checked:[--input-color:var(--brand-text)]"
                    prop:checked=checked
                    on:change=toggle
                />
                <span class="min-w-0 text-sm">
                    <span class="block break-words">{choice.title}</span>
                    {(!choice.detail.is_empty())
                        .then(|| view! { <code class="block text-xs text-muted">{choice.detail}</code> })}
                </span>
            </label>
        }
        .into_any()
    };
    let lines: Vec<_> = choices.into_iter().enumerate().map(line).collect();
    let error_id = format!("{}-error", wiring.id);
    let error = move || {
        wiring.error().map(|message| {
            view! {
                <p class="form-error mt-1 flex items-start gap-1" id=error_id.clone()>
                    <Icon glyph=Glyph::Warning class="mt-0.5 size-4" />
                    <span>{message}</span>
                </p>
            }
        })
    };
    view! {
        <fieldset aria-describedby=move || described.described_by(false) aria-invalid=move || invalid.invalid()>
            <legend class="mb-2 text-sm font-semibold">{legend}</legend>
            <div class="grid max-h-96 overflow-y-auto rounded border border-hairline py-1 sm:grid-cols-2">{lines}</div>
            {error}
        </fieldset>
    }
    .into_any()
}
