use super::undo::undo;
use super::watched::{Watched, count};
use crate::components::{Glyph, Icon, Notice, Tone};
use crate::pages::clients::imports::rows::FaultyRows;
use crate::pages::shell;
use crate::route::Route;
use crate::words;
use gangway_domain::wire::ClientImport;
use leptos::prelude::*;

/// Every good row has its client.
pub(super) fn done(watched: Watched) -> AnyView {
    let (made, left_out) = watched.now(|import| (count(import.created), count(import.faulty)));
    let what = format!(
        "{} imported.",
        words::counted_clients(made, shell::clients_word())
    );
    let rest = (left_out > 0).then(|| {
        format!(
            "{} left out, because something is wrong with each.",
            words::counted(left_out, "row")
        )
    });
    view! {
        <div class="space-y-6">
            {outcome(Tone::Good, what, rest)}
            <div class="flex flex-wrap gap-3">{to_clients(made > 0)} {again()}</div>
            {(left_out > 0).then(|| view! { <FaultyRows watched /> })} {undo(watched)}
        </div>
    }
    .into_any()
}

/// Somebody stopped it, or its file could not be read to its end.
pub(super) fn cancelled(watched: Watched) -> AnyView {
    let import = watched.now(|import| Some(import.clone()));
    let Some(import) = import else {
        return ().into_any();
    };
    let (made, gone) = (count(import.created), count(import.undone));
    let (what, rest) = if made == 0 {
        ("Nothing was imported.".to_owned(), None)
    } else if gone > 0 {
        let made = words::counted_clients(made, shell::clients_word());
        let what = format!(
            "{} of the {made} it made were deleted before undoing it was stopped.",
            words::grouped(gone)
        );
        let rest = "The others stay. To delete the rest, undo the import again.";
        (what, Some(rest.to_owned()))
    } else {
        let made = words::counted_clients(made, shell::clients_word());
        let what = format!("{made} imported before it was stopped.");
        let rest = "They stay. To import the rest, upload the file again: rows that became clients are told as duplicates.";
        (what, Some(rest.to_owned()))
    };
    view! {
        <div class="space-y-6">
            {outcome(Tone::Wary, what, rest)} {why(&import)}
            <div class="flex flex-wrap gap-3">{to_clients(made > 0)} {again()}</div>
            {(import.confirmed_at.is_some() && import.faulty > 0)
                .then(|| view! { <FaultyRows watched /> })} {undo(watched)}
        </div>
    }
    .into_any()
}

/// Its clients were deleted.
pub(super) fn undone(watched: Watched) -> AnyView {
    let (made, gone) = watched.now(|import| (count(import.created), count(import.undone)));
    let word = shell::clients_word();
    let all = words::counted_clients(made, word);
    let what = match (made, gone) {
        (1, 1) => "The one it made is deleted.".to_owned(),
        _ if made == gone => format!("All {all} it made are deleted."),
        _ => format!("{} of the {all} it made are deleted.", words::grouped(gone)),
    };
    let stayed = (made > gone).then(|| {
        format!(
            "{} not: deleted before already, or changed by somebody meanwhile, in which case they stay.",
            words::counted_clients(made - gone, word)
        )
    });
    let deleted = format!("{}?state=deleted", Route::Clients.path());
    view! {
        <div class="space-y-6">
            {outcome(Tone::Good, what, stayed)}
            <p class="text-sm text-muted">
                "What was deleted can be restored one by one for a while."
            </p>
            <div class="flex flex-wrap gap-3">
                <a class="btn btn-plain" href=deleted>
                    {format!("Deleted {}", words::clients(word).to_lowercase())}
                </a>
                {again()}
            </div>
        </div>
    }
    .into_any()
}

fn outcome(tone: Tone, what: String, rest: Option<String>) -> AnyView {
    view! {
        <Notice tone title=what>
            {rest.map(|rest| view! { <p>{rest}</p> })}
        </Notice>
    }
    .into_any()
}

/// What was wrong with the file as a whole, where that ended it.
fn why(import: &ClientImport) -> AnyView {
    let line = |reason: String, remedy: String| {
        view! { <p>{format!("{reason} {remedy}")}</p> }
    };
    let faults = import.faults.iter().cloned();
    let lines: Vec<_> = faults
        .map(|fault| line(fault.reason, fault.remedy))
        .collect();
    (!lines.is_empty())
        .then(|| view! { <Notice tone=Tone::Bad title="The file could not be read to its end">{lines}</Notice> })
        .into_any()
}

fn to_clients(is_there: bool) -> AnyView {
    let clients = words::clients(shell::clients_word()).to_lowercase();
    is_there
        .then(|| {
            view! {
                <a class="btn btn-primary" href=Route::Clients.path()>
                    {format!("See the {clients}")}
                </a>
            }
        })
        .into_any()
}

fn again() -> AnyView {
    view! {
        <a class="btn btn-plain" href=Route::NewImport.path()>
            <Icon glyph=Glyph::Upload class="size-4" />
            "Import another list"
        </a>
    }
    .into_any()
}
