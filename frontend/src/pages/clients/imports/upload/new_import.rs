use super::columns::columns;
use super::known::known_file;
use super::sample::sample;
use super::uploading::Uploading;
use crate::components::{Button, FailureAlert, FileField, Glyph, Look, PageHeader};
use crate::pages::clients::imports::progress::progress;
use crate::pages::{NotHere, shell};
use crate::route::Route;
use crate::session::Session;
use crate::words;
use gangway_domain::roles::Permission;
use gangway_domain::wire::MOST_IMPORT_BYTES;
use leptos::prelude::*;

#[expect(
    clippy::cast_precision_loss,
    reason = "a browser counts the bytes of a file so, and 25 MB are counted exactly"
)]
const MOST: f64 = MOST_IMPORT_BYTES as f64;
const TOO_LARGE: &str =
    "The file is too large. At most 25 MB are taken: split the list over several files.";

/// The page where a list is uploaded.
#[component]
pub fn NewImport() -> AnyView {
    if !Session::get().can(Permission::CreateClients) {
        return view! { <NotHere /> }.into_any();
    }
    let clients = words::clients(shell::clients_word());
    view! {
        <nav class="mb-2 flex gap-2 text-sm" aria-label="Breadcrumb">
            <a class="link link-hover text-muted" href=Route::Clients.path()>
                {clients}
            </a>
        </nav>
        <PageHeader
            title=format!("Import {}", clients.to_lowercase())
            detail=format!(
                "From a list with one {} in each row. It is checked first; nothing is written before you have seen and confirmed it.",
                shell::client_word(),
            )
        >
            <a class="btn btn-plain" href=Route::Imports.path()>
                "Earlier imports"
            </a>
        </PageHeader>
        <div class="grid items-start gap-6 lg:grid-cols-3">
            <div class="min-w-0 lg:col-span-2">{upload(Uploading::new())}</div>
            <div class="min-w-0 space-y-6">{sample()} {columns()}</div>
        </div>
    }
    .into_any()
}

fn upload(uploading: Uploading) -> AnyView {
    let Uploading {
        chosen,
        busy,
        failure,
        known,
        ..
    } = uploading;
    let nothing = Signal::derive(move || chosen.with(Option::is_none));
    let waits = Signal::derive(move || nothing.get() || known.with(Option::is_some));
    view! {
        <section class="card-box space-y-5" aria-labelledby="file-heading">
            <h2 id="file-heading">"The file"</h2>
            <FileField
                label="List to import"
                hint="CSV, up to 25 MB and 200,000 rows. In a spreadsheet, save it as “CSV UTF-8”. You can also drop the file here."
                accept=".csv,.txt,.tsv,text/csv,text/plain"
                most_bytes=MOST
                too_large=TOO_LARGE
                chosen
                busy
            />
            {known_file(uploading)}
            <FailureAlert failure />
            {on_its_way(uploading)}
            <div class="flex justify-end">
                <Button
                    label="Upload and check"
                    busy_label="Uploading and checking…"
                    look=Look::Primary
                    icon=Glyph::Upload
                    busy
                    disabled=waits
                    on_press=move || uploading.send(false)
                />
            </div>
        </section>
    }
    .into_any()
}

fn on_its_way(uploading: Uploading) -> AnyView {
    let Uploading {
        chosen, busy, sent, ..
    } = uploading;
    let all = Signal::derive(move || {
        chosen.with(|file| {
            file.as_ref().map_or(0, |file| {
                u64::try_from(file.bytes.len()).unwrap_or(u64::MAX)
            })
        })
    });
    let done = Signal::derive(move || sent.get().min(all.get()));
    let words = Signal::derive(move || {
        if done.get() < all.get() {
            let (done, all) = (words::size(done.get()), words::size(all.get()));
            format!("{done} of {all} sent. Nothing is written yet.")
        } else {
            "All sent. It is being checked; nothing is written yet.".to_owned()
        }
    });
    view! {
        <Show when=move || busy.get()>
            <div>{progress(done, all, "Uploading", words)}</div>
        </Show>
    }
    .into_any()
}
