use super::fields::LookFields;
use crate::components::{Field, FormState};
use leptos::prelude::*;

/// Colors to begin with, each with its name.
const COLORS: [(&str, &str); 8] = [
    ("#1f2937", "Slate"),
    ("#1d4ed8", "Blue"),
    ("#0f766e", "Teal"),
    ("#15803d", "Green"),
    ("#b45309", "Amber"),
    ("#b91c1c", "Red"),
    ("#7e22ce", "Purple"),
    ("#fde047", "Yellow"),
];

/// A color: chosen from a few, from the browser's own dialog, or typed.
#[component]
pub(super) fn ColorField(form: FormState, fields: LookFields) -> AnyView {
    let shown = move || fields.read_color().unwrap_or_default().to_string();
    let swatches: Vec<_> = COLORS
        .into_iter()
        .map(|(color, name)| swatch(fields, color, name))
        .collect();
    view! {
        <div class="space-y-4">
            <div class="flex flex-wrap gap-2" role="group" aria-label="Colors to begin with">
                {swatches}
            </div>
            <div class="flex items-end gap-3">
                <input
                    type="color"
                    class="h-10 w-14 cursor-pointer rounded border border-hairline bg-base-100 p-1"
                    aria-label="Choose a color"
                    prop:value=shown
                    on:input=move |event| {
                        fields.color.set(event_target_value(&event));
                        form.check_field("/color");
                    }
                />
                <div class="grow sm:max-w-40">
                    <Field form pointer="/color" label="Color" value=fields.color placeholder="#1f2937" />
                </div>
            </div>
            <p class="text-sm text-muted" aria-live="polite">
                {move || words(fields)}
            </p>
        </div>
    }
    .into_any()
}

fn swatch(fields: LookFields, color: &'static str, name: &'static str) -> AnyView {
    let chosen = Signal::derive(move || {
        let read = fields.read_color();
        read.is_some_and(|read| read.as_str() == color)
    });
    view! {
        <button
            type="button"
            class="size-10 cursor-pointer rounded border-2"
            class:border-base-content=move || chosen.get()
            class:border-transparent=move || !chosen.get()
            style:background-color=color
            style:background-clip="padding-box"
            title=name
            aria-label=name
            aria-pressed=move || chosen.get().to_string()
            on:click=move |_| fields.color.set(color.to_owned())
        ></button>
    }
    .into_any()
}

fn words(fields: LookFields) -> &'static str {
    match fields.read_color() {
        Some(color) if color.text_color() == "#ffffff" => "The text on it is white.",
        Some(_) => "White could not be read on it, so the text on it is black.",
        None => "",
    }
}
