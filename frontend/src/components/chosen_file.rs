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
    on_choose: Callback<ChosenFile>,
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
        on_choose.run(ChosenFile {
            name,
            bytes: Uint8Array::new(&buffer).to_vec().into(),
        });
    });
}
