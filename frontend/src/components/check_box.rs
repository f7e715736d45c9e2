use super::field_frame::fresh_id;
use leptos::prelude::*;

/// Yes or no, with a word on what it means.
#[component]
pub fn CheckBox(
    #[prop(into)] label: String,
    value: RwSignal<bool>,
    #[prop(optional, into)] hint: Option<String>,
) -> AnyView {
    let id = fresh_id();
    let hint_id = format!("{id}-hint");
    let described = hint.is_some().then(|| hint_id.clone());
    view! {
        <div class="flex items-start gap-3">
            <input
                type="checkbox"
                id=id.clone()
                class="checkbox checkbox-sm mt-0.5 scroll-mt-28 checked:[--input-color:var(--brand-text)]"
                aria-describedby=described
                prop:checked=move || value.get()
                on:change=move |event| value.set(event_target_checked(&event))
            />
            <div class="min-w-0 text-sm">
                <label class="cursor-pointer font-semibold" for=id>{label}</label>
                {hint.map(|hint| view! { <p class="text-muted" id=hint_id>{hint}</p> })}
            </div>
        </div>
    }
    .into_any()
}
