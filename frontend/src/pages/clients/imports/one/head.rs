use super::Watched;
use crate::components::{PageHeader, RelativeTime};
use crate::dom;
use crate::pages::shell;
use crate::route::Route;
use crate::words;
use gangway_domain::wire::{ClientImport, ImportState};
use leptos::prelude::*;

/// The way back, what the page is about, and which file.
pub(super) fn head(watched: Watched) -> AnyView {
    let title = move || watched.of(|import| Some(title(import)));
    let title = Memo::new(move |_| title().unwrap_or_else(|| "Import".to_owned()));
    // Whoever waited hears what has become of it.
    Effect::new(move |before: Option<Option<ImportState>>| {
        let state = watched.state();
        if before.flatten().is_some_and(|before| Some(before) != state) {
            dom::soon(|| dom::soon(dom::focus_heading));
        }
        state
    });
    view! {
        <nav class="mb-2 flex flex-wrap gap-x-2 text-sm" aria-label="Breadcrumb">
            <a class="link link-hover text-muted" href=Route::Clients.path()>
                {words::clients(shell::clients_word())}
            </a>
            <span class="text-muted" aria-hidden="true">
                "/"
            </span>
            <a class="link link-hover text-muted" href=Route::Imports.path()>
                "Imports"
            </a>
        </nav>
        <PageHeader title />
        {file(watched)}
    }
    .into_any()
}

fn title(import: &ClientImport) -> String {
    let clients = words::clients(shell::clients_word()).to_lowercase();
    match import.state {
        ImportState::Checking => "Checking the list".to_owned(),
        ImportState::Refused if import.can_be_matched => "This list has other columns".to_owned(),
        ImportState::Refused => "This file cannot be imported".to_owned(),
        ImportState::Ready => "Check before you import".to_owned(),
        ImportState::Importing => format!("Importing {clients}"),
        ImportState::Done => "Import finished".to_owned(),
        ImportState::Cancelled if import.confirmed_at.is_none() => "Import discarded".to_owned(),
        ImportState::Cancelled => "Import stopped".to_owned(),
        ImportState::Undoing => "Undoing the import".to_owned(),
        ImportState::Undone => "Import undone".to_owned(),
    }
}

/// Which file it is; it stays the same.
fn file(watched: Watched) -> AnyView {
    let known = Memo::new(move |_| {
        watched.of(|import| {
            let ClientImport {
                file_name,
                file_bytes,
                created_by,
                created_at,
                ..
            } = import.clone();
            Some((file_name, file_bytes, created_by, created_at))
        })
    });
    let line = move || {
        let (name, bytes, by, at) = known.get()?;
        Some(view! {
            <p class="-mt-4 mb-6 flex flex-wrap gap-x-3 text-sm text-muted">
                <span class="min-w-0 break-words font-semibold">{name}</span>
                <span>{words::size(bytes)}</span>
                <span class="min-w-0 break-words">"Uploaded by " {by} ", " <RelativeTime at /></span>
            </p>
        })
    };
    view! { {line} }.into_any()
}
