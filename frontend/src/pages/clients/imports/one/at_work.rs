use super::away::away;
use super::watched::{Watched, count};
use crate::components::{Button, FailureAlert};
use crate::pages::clients::imports::progress::progress;
use crate::pages::shell;
use crate::words;
use gangway_api_client::Failure;
use leptos::prelude::*;

/// The file is being read. How many rows it has shows only at its end.
pub(super) fn checking(watched: Watched) -> AnyView {
    let rows = move || watched.of(|import| count(import.rows));
    let words = move || match rows() {
        0 => "Reading the file.".to_owned(),
        rows => format!("{} read so far.", words::counted(rows, "row")),
    };
    view! {
        <section class="card-box space-y-4" aria-label="Progress">
            <div>
                <p class="mb-1 text-sm">{words}</p>
                <progress class="progress progress-primary block h-2 w-full" aria-label="Checking the list"></progress>
            </div>
            {away(watched)}
            <p class="text-sm text-muted">
                "Nothing is written yet. You can leave this page and come back: the check goes on."
            </p>
            {stop(watched, "Discard", "Discarding…")}
        </section>
    }
    .into_any()
}

/// Clients are being made.
pub(super) fn importing(watched: Watched) -> AnyView {
    let made = Signal::derive(move || watched.of(|import| count(import.created)));
    let all = Signal::derive(move || watched.of(|import| count(import.good)));
    let left_out = move || watched.of(|import| count(import.faulty));
    let words = Signal::derive(move || {
        format!(
            "{} of {}",
            words::grouped(made.get()),
            words::counted_clients(all.get(), shell::clients_word())
        )
    });
    view! {
        <section class="card-box space-y-4" aria-label="Progress">
            <div>{progress(made, all, "Importing", words)}</div>
            <Show when=move || { left_out() > 0 }>
                <p class="text-sm text-muted">
                    {move || format!("{} left out so far.", words::counted(left_out(), "row"))}
                </p>
            </Show>
            {away(watched)}
            <p class="text-sm text-muted">
                "You can leave this page and come back: the import goes on. Stopping it keeps what was made by then."
            </p>
            {stop(watched, "Stop importing", "Stopping…")}
        </section>
    }
    .into_any()
}

/// Its clients are being deleted.
pub(super) fn undoing(watched: Watched) -> AnyView {
    let gone = Signal::derive(move || watched.of(|import| count(import.undone)));
    let all = Signal::derive(move || watched.of(|import| count(import.created)));
    let words = Signal::derive(move || {
        format!(
            "{} of {} deleted",
            words::grouped(gone.get()),
            words::counted_clients(all.get(), shell::clients_word())
        )
    });
    view! {
        <section class="card-box space-y-4" aria-label="Progress">
            <div>{progress(gone, all, "Undoing the import", words)}</div>
            {away(watched)}
            <p class="text-sm text-muted">"You can leave this page and come back: this goes on."</p>
        </section>
    }
    .into_any()
}

/// Stops it at once.
fn stop(watched: Watched, label: &'static str, busy_label: &'static str) -> AnyView {
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let press = move || {
        watched.act(busy, failure, |api, id| async move {
            api.cancel_import(id).await
        });
    };
    view! {
        <FailureAlert failure />
        <Button label busy_label busy on_press=press />
    }
    .into_any()
}
