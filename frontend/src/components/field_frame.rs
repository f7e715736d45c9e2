use super::{FormState, Glyph, Icon};
use leptos::prelude::*;
use std::cell::Cell;

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// An id that no other element of the page has.
pub(super) fn fresh_id() -> String {
    let number = NEXT.with(|next| next.replace(next.get() + 1));
    format!("g{number}")
}

/// In the context of a form: a red star marks what is needed to save, and what is optional has no mark.
#[derive(Clone, Copy, Debug)]
pub struct Stars;

/// What every field has: where it belongs, its name and its help.
#[derive(Clone)]
pub(super) struct Wiring {
    pub form: FormState,
    pub pointer: String,
    pub id: String,
}

impl Wiring {
    pub(super) fn new(form: FormState, pointer: String, label: &str) -> Self {
        let id = fresh_id();
        form.knows(&pointer, label, &id);
        Self { form, pointer, id }
    }

    /// Takes the field's message away once its value is right.
    pub(super) fn follow(&self, value: RwSignal<String>) {
        let (form, pointer) = (self.form, self.pointer.clone());
        Effect::new(move |_| {
            value.track();
            form.mended(&pointer);
        });
    }

    /// The field's message.
    pub(super) fn error(&self) -> Option<String> {
        self.form.error(&self.pointer)
    }

    /// Ids of what describes the field to a screen reader.
    pub(super) fn described_by(&self, hint: bool) -> Option<String> {
        let error = self.error().map(|_| format!("{}-error", self.id));
        let hint = hint.then(|| format!("{}-hint", self.id));
        match (hint, error) {
            (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
            (hint, error) => hint.or(error),
        }
    }

    pub(super) fn invalid(&self) -> String {
        self.error().is_some().to_string()
    }
}

/// Label above, hint under it, the control, and the error in words below.
#[component]
pub(super) fn FieldFrame(
    wiring: Wiring,
    label: String,
    hint: Option<String>,
    optional: bool,
    children: Children,
) -> AnyView {
    let id = wiring.id.clone();
    let error_id = format!("{id}-error");
    let hint_id = format!("{id}-hint");
    let starred = use_context::<Stars>().is_some();
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
        <div>
            <label class="mb-1 block text-sm font-semibold" for=id>
                {label}
                {(!optional && starred)
                    .then(|| view! { <span class="text-error" aria-hidden="true">" *"</span> })}
                {(optional && !starred)
                    .then(|| view! { <span class="font-normal text-muted">" (optional)"</span> })}
            </label>
            {hint.map(|hint| view! { <p class="mb-2 text-sm text-muted" id=hint_id>{hint}</p> })}
            {children()} {error}
        </div>
    }
    .into_any()
}
