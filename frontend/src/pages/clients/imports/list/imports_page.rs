use super::follow::follow;
use super::row::row;
use crate::components::{EmptyState, Glyph, Icon, ListStates, PageHeader};
use crate::load::{Paged, reading_pages};
use crate::pages::{NotHere, shell};
use crate::route::Route;
use crate::session::Session;
use crate::words;
use gangway_domain::roles::Permission;
use leptos::prelude::*;

/// Lists of clients that were uploaded, newest first.
#[component]
pub fn Imports() -> AnyView {
    let session = Session::get();
    if !session.can(Permission::CreateClients) {
        return view! { <NotHere /> }.into_any();
    }
    let imports = Paged::start(reading_pages(|api, list| async move {
        api.list_imports(list).await
    }));
    follow(session, imports);
    let clients = words::clients(shell::clients_word());
    view! {
        <nav class="mb-2 text-sm" aria-label="Breadcrumb">
            <a class="link link-hover text-muted" href=Route::Clients.path()>
                {clients}
            </a>
        </nav>
        <PageHeader title="Imports" detail="Lists that were uploaded, and what came of each.">
            {start()}
        </PageHeader>
        <ListStates
            state=imports.state()
            on_retry=move || imports.restart()
            on_more=move || imports.more()
            empty=empty
        >
            <table class="table">
                <thead class="max-sm:hidden">
                    <tr>
                        <th scope="col">"File"</th>
                        <th scope="col">"Status"</th>
                        <th scope="col">{clients}</th>
                        <th scope="col">"Uploaded by"</th>
                        <th scope="col">"When"</th>
                    </tr>
                </thead>
                <tbody>
                    <For
                        each=move || imports.rows.get()
                        key=|import| (import.id, import.state, import.rows, import.good, import.created, import.undone)
                        children=|import| row(&import)
                    />
                </tbody>
            </table>
        </ListStates>
    }
    .into_any()
}

fn empty() -> AnyView {
    view! {
        <EmptyState
            glyph=Glyph::Upload
            title="No imports yet"
            detail="Upload a list to write down many at once. It is checked first, and nothing is written before you confirm it."
        >
            {start()}
        </EmptyState>
    }
    .into_any()
}

fn start() -> AnyView {
    let label = format!(
        "Import {}",
        words::clients(shell::clients_word()).to_lowercase()
    );
    view! {
        <a class="btn btn-primary" href=Route::NewImport.path()>
            <Icon glyph=Glyph::Upload class="size-4" />
            {label}
        </a>
    }
    .into_any()
}
