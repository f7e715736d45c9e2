use super::chosen_file::{ChosenFile, file_error, read_file};
use super::field_frame::fresh_id;
use crate::dom;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use web_sys::FileList;

/// Which files are taken.
#[derive(Clone, Copy)]
pub(super) struct Taken {
    /// What the dialog of the browser offers; the server looks for itself.
    pub accept: &'static str,
    pub most_bytes: f64,
    /// What to do about a file that is larger.
    pub too_large: &'static str,
}

/// The input behind a button that chooses a file.
#[derive(Clone, Copy)]
pub(super) struct FileInput(StoredValue<String>);

impl FileInput {
    pub fn new() -> Self {
        Self(StoredValue::new(fresh_id()))
    }

    /// Opens the dialog of the browser.
    pub fn open(self) {
        if let Some(input) = dom::element(&self.0.get_value()) {
            input.click();
        }
    }
}

/// Where a file is dropped, with what chooses one by the browser's dialog.
#[component]
pub(super) fn FileTarget(
    input: FileInput,
    label: String,
    /// What is taken, and up to which size.
    hint: String,
    taken: Taken,
    /// While nothing is taken.
    busy: Signal<bool>,
    /// Gets none when another file was chosen, and then that file if it can be taken.
    on_choose: Callback<Option<ChosenFile>>,
    class: &'static str,
    inner_class: &'static str,
    /// Stands before all else.
    before: AnyView,
    buttons: AnyView,
    /// Stands after what is wrong with a file.
    #[prop(optional)]
    after: Option<AnyView>,
) -> AnyView {
    let id = input.0.get_value();
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let (wrong, over) = (RwSignal::new(None::<String>), RwSignal::new(false));
    let take = move |files: Option<FileList>| {
        let file = files.and_then(|files| files.get(0));
        if let Some(file) = file.filter(|_| !busy.get_untracked()) {
            on_choose.run(None);
            read_file(file, taken.most_bytes, taken.too_large, wrong, on_choose);
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
            class=format!("rounded border border-dashed {class}")
            class:border-primary=move || over.get()
            class:bg-base-200=move || over.get()
            on:dragover=move |event: DragEvent| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=drop_here
        >
            {before}
            <div class=inner_class>
                <input
                    id=id
                    class="sr-only"
                    type="file"
                    accept=taken.accept
                    tabindex="-1"
                    aria-hidden="true"
                    on:change=move |event| {
                        let input = event_target::<web_sys::HtmlInputElement>(&event);
                        take(input.files());
                        // The same file can be chosen again.
                        input.set_value("");
                    }
                />
                {buttons}
                <p class="max-w-md text-sm text-muted" id=hint_id>
                    {hint}
                </p>
                {move || wrong.get().map(|words| file_error(words, &error_id))}
                {after}
            </div>
        </div>
    }
    .into_any()
}
