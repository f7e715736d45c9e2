use super::at_work::{checking, importing, undoing};
use super::ended::{cancelled, done, undone};
use super::head::head;
use super::watched::Watched;
use crate::components::{Confirm, EmptyState, FailureAlert, Glyph};
use crate::load::Loaded;
use crate::pages::NotHere;
use crate::pages::clients::imports::ready::ready;
use crate::pages::clients::imports::refused::refused;
use crate::pages::shell;
use crate::route::Route;
use crate::session::Session;
use gangway_api_client::Failure;
use gangway_domain::ids::ImportId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::Permission;
use gangway_domain::wire::ImportState;
use leptos::prelude::*;

/// The page of one import.
#[component]
pub fn ImportPage(id: ImportId) -> AnyView {
    if !Session::get().can(Permission::CreateClients) {
        return view! { <NotHere /> }.into_any();
    }
    let watched = Watched::start(id);
    // Counts that move leave the page as it is; only another state builds it anew.
    let shows = Memo::new(move |_| {
        watched.load.state.with(|state| match state {
            Loaded::Loading => Shows::Loading,
            Loaded::Failed(failure) => Shows::Failed(failure.clone()),
            Loaded::Ready(import) => Shows::There(import.state),
        })
    });
    view! {
        {head(watched)}
        {move || match shows.get() {
            Shows::Loading => shell::waiting(),
            Shows::Failed(failure) => failed(watched, failure),
            Shows::There(state) => untrack(|| there(watched, state)),
        }}
        <Confirm question=watched.question />
    }
    .into_any()
}

#[derive(Clone, PartialEq)]
enum Shows {
    Loading,
    Failed(Failure),
    There(ImportState),
}

fn there(watched: Watched, state: ImportState) -> AnyView {
    match state {
        ImportState::Checking => checking(watched),
        ImportState::Refused => refused(watched),
        ImportState::Ready => ready(watched),
        ImportState::Importing => importing(watched),
        ImportState::Done => done(watched),
        ImportState::Cancelled => cancelled(watched),
        ImportState::Undoing => undoing(watched),
        ImportState::Undone => undone(watched),
    }
}

fn failed(watched: Watched, failure: Failure) -> AnyView {
    if !failure.is(ProblemCode::NotFound) {
        let on_retry = Callback::new(move |()| watched.load.retry());
        return view! { <FailureAlert failure=Some(failure) on_retry /> }.into_any();
    }
    view! {
        <div class="rounded border border-hairline bg-base-100">
            <EmptyState
                glyph=Glyph::Search
                title="This import is not here"
                detail="It may be somebody else’s, or be removed because it is long over."
            >
                <a class="btn btn-plain" href=Route::Imports.path()>
                    "All imports"
                </a>
            </EmptyState>
        </div>
    }
    .into_any()
}
