use crate::components::{Button, Glyph, Icon, Toasts};
use crate::pages::activity::download;
use crate::pages::clients::imports::one::Watched;
use crate::route::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The way over a spreadsheet: down, and up again.
pub(super) fn tools(watched: Watched) -> AnyView {
    let busy = RwSignal::new(false);
    let press = move || {
        let api = watched.session.api();
        busy.set(true);
        spawn_local(async move {
            let outcome = api.download_import_errors(watched.id).await;
            busy.try_set(false);
            match outcome {
                Ok(bytes) => download("clients-errors.csv", "text/csv", &bytes),
                Err(failure) => Toasts::get().fail(&failure),
            }
        });
    };
    view! {
        <div class="flex flex-wrap gap-3">
            <Button
                label="Download these rows"
                busy_label="Downloading…"
                icon=Glyph::Download
                busy
                on_press=press
            />
            <a class="btn btn-plain" href=Route::NewImport.path()>
                <Icon glyph=Glyph::Upload class="size-4" />
                "Upload corrected rows"
            </a>
        </div>
    }
    .into_any()
}
