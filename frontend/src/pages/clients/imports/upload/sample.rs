use crate::components::{Button, CheckBox, Glyph, Toasts};
use crate::pages::activity::download;
use crate::session::Session;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The sample, to be filled in.
pub(super) fn sample() -> AnyView {
    let session = Session::get();
    let busy = RwSignal::new(false);
    let with_secondary = RwSignal::new(false);
    let press = move || {
        let (api, wanted) = (session.api(), with_secondary.get_untracked());
        busy.set(true);
        spawn_local(async move {
            let outcome = api.download_import_sample(wanted).await;
            busy.try_set(false);
            match outcome {
                Ok(bytes) => download("clients-sample.csv", "text/csv", &bytes),
                Err(failure) => Toasts::get().fail(&failure),
            }
        });
    };
    view! {
        <section class="card-box space-y-4" aria-labelledby="sample-heading">
            <h2 id="sample-heading">"Start from the sample"</h2>
            <p class="text-sm text-muted">
                "It has all columns, your own fields among them, and a row that shows how they are filled."
            </p>
            <CheckBox label="With a second contact" value=with_secondary />
            <Button
                label="Download the sample"
                busy_label="Downloading…"
                icon=Glyph::Download
                busy
                on_press=press
            />
        </section>
    }
    .into_any()
}
