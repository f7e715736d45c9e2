use super::{Glyph, Icon};
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// A file that was chosen, to be uploaded.
#[derive(Clone, Debug)]
pub struct ChosenFile {
    /// What it is called.
    pub name: String,
    /// All of it.
    pub bytes: Arc<[u8]>,
}

/// Reads a file that the server could take, and hands it on.
pub(super) fn read_file(
    file: File,
    most_bytes: f64,
    too_large: &str,
    wrong: RwSignal<Option<String>>,
    on_choose: Callback<Option<ChosenFile>>,
) {
    wrong.set(None);
    if file.size() > most_bytes {
        wrong.set(Some(too_large.to_owned()));
        return;
    }
    let name = file.name();
    spawn_local(async move {
        let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
            // It was moved away since, or is a folder.
            let words = "The file cannot be read. Choose it again.";
            wrong.try_set(Some(words.to_owned()));
            return;
        };
        on_choose.run(Some(ChosenFile {
            name,
            bytes: Uint8Array::new(&buffer).to_vec().into(),
        }));
    });
}

/// Why a file was not taken, in words, under its field.
pub(super) fn file_error(words: String, id: &str) -> AnyView {
    view! {
        <p class="form-error flex items-start gap-1 text-left" id=id.to_owned() role="alert">
            <Icon glyph=Glyph::Warning class="mt-0.5 size-4" />
            <span>{words}</span>
        </p>
    }
    .into_any()
}
