use super::chosen_file::{ChosenFile, file_error, read_file};
use super::field_frame::fresh_id;
use super::{Button, Glyph, Icon};
use crate::{dom, words};
use leptos::ev::DragEvent;
use leptos::prelude::*;
use web_sys::FileList;

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
    let id = fresh_id();
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let wrong = RwSignal::new(None::<String>);
    let over = RwSignal::new(false);
    let on_choose = Callback::new(move |file| drop(chosen.try_set(Some(file))));
    let take = move |files: Option<FileList>| {
        let file = files.and_then(|files| files.get(0));
        if let Some(file) = file.filter(|_| !busy.get_untracked()) {
            chosen.set(None);
            read_file(file, most_bytes, too_large, wrong, on_choose);
        }
    };
    let drop_here = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(event.data_transfer().and_then(|carried| carried.files()));
    };
    let described = {
        let (hint, error) = (hint_id.clone(), error_id.clone());
        move || match wrong.get() {
            Some(_) => format!("{hint} {error}"),
            None => hint.clone(),
        }
    };
    view! {
        <div
            role="group"
            aria-label=label
            aria-describedby=described
            class="flex flex-col items-center gap-3 rounded border border-dashed border-[var(--field-border)] px-4 py-8 text-center"
            class:border-primary=move || over.get()
            class:bg-base-200=move || over.get()
            on:dragover=move |event: DragEvent| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=drop_here
        >
            <input
                id=id.clone()
                class="sr-only"
                type="file"
                accept=accept
                tabindex="-1"
                aria-hidden="true"
                on:change=move |event| {
                    let input = event_target::<web_sys::HtmlInputElement>(&event);
                    take(input.files());
                    // The same file can be chosen again.
                    input.set_value("");
                }
            />
            <div role="status" class="max-w-full">{move || chosen.get().map(told)}</div>
            {choose(id, chosen, busy)}
            <p class="max-w-md text-sm text-muted" id=hint_id>{hint}</p>
            {move || wrong.get().map(|words| file_error(words, &error_id))}
        </div>
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

fn choose(input: String, chosen: RwSignal<Option<ChosenFile>>, busy: Signal<bool>) -> AnyView {
    let words = move || {
        let another = chosen.with(Option::is_some);
        let words = if another {
            "Choose another file"
        } else {
            "Choose a file"
        };
        words.to_owned()
    };
    let open = move || {
        if let Some(input) = dom::element(&input) {
            input.click();
        }
    };
    view! { <Button label=Signal::derive(words) on_press=open disabled=busy /> }.into_any()
}
