use super::chosen_file::ChosenFile;
use super::file_target::{FileInput, FileTarget, Taken};
use super::{Button, Glyph, Icon};
use crate::words;
use leptos::prelude::*;

/// A file: chosen by a button or dropped, and told by name and size before it is sent.
#[component]
pub fn FileField(
    /// What it is, as in "List of clients".
    #[prop(into)]
    label: String,
    /// What is taken, and up to which size.
    #[prop(into)]
    hint: String,
    /// What the dialog of the browser offers; the server looks for itself.
    accept: &'static str,
    most_bytes: f64,
    /// What to do about a file that is larger.
    too_large: &'static str,
    chosen: RwSignal<Option<ChosenFile>>,
    /// While it is being sent.
    #[prop(into)]
    busy: Signal<bool>,
) -> AnyView {
    let input = FileInput::new();
    let on_choose = Callback::new(move |file| drop(chosen.try_set(file)));
    let told = view! {
        <div role="status" class="max-w-full">
            {move || chosen.get().map(told)}
        </div>
    };
    view! {
        <FileTarget
            input
            label
            hint
            taken=Taken { accept, most_bytes, too_large }
            busy
            on_choose
            class="flex flex-col items-center gap-3 border-[var(--field-border)] px-4 py-8 text-center"
            inner_class="contents"
            before=told.into_any()
            buttons=choose(input, chosen, busy)
        />
    }
    .into_any()
}

fn told(file: ChosenFile) -> AnyView {
    let size = words::size(u64::try_from(file.bytes.len()).unwrap_or(u64::MAX));
    view! {
        <p class="flex items-center justify-center gap-2">
            <Icon glyph=Glyph::Note class="size-5 text-muted" />
            <span class="min-w-0 truncate font-semibold" title=file.name.clone()>
                {file.name.clone()}
            </span>
            <span class="text-sm whitespace-nowrap text-muted">{size}</span>
        </p>
    }
    .into_any()
}

fn choose(input: FileInput, chosen: RwSignal<Option<ChosenFile>>, busy: Signal<bool>) -> AnyView {
    let words = move || {
        let another = chosen.with(Option::is_some);
        let words = if another {
            "Choose another file"
        } else {
            "Choose a file"
        };
        words.to_owned()
    };
    view! { <Button label=Signal::derive(words) on_press=move || input.open() disabled=busy /> }
        .into_any()
}
