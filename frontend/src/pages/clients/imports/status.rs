use crate::components::{Glyph, StatusBadge, Tone};
use crate::pages::shell;
use crate::words;
use gangway_domain::wire::{ClientImport, ImportState};
use leptos::prelude::*;

/// How far an import is, as a person says it. One that was stopped before it was confirmed was discarded.
pub(super) fn state_words(import: &ClientImport) -> &'static str {
    match import.state {
        ImportState::Checking => "Checking",
        ImportState::Refused => "Refused",
        ImportState::Ready => "Waits for you",
        ImportState::Importing => "Importing",
        ImportState::Done => "Imported",
        ImportState::Cancelled if import.confirmed_at.is_none() => "Discarded",
        ImportState::Cancelled => "Stopped",
        ImportState::Undoing => "Undoing",
        ImportState::Undone => "Undone",
    }
}

/// The same with its icon.
pub(super) fn state_badge(import: &ClientImport) -> AnyView {
    let (tone, glyph) = match import.state {
        ImportState::Checking | ImportState::Importing | ImportState::Undoing => {
            (Tone::Active, Glyph::Clock)
        }
        ImportState::Refused => (Tone::Bad, Glyph::CrossCircle),
        ImportState::Ready => (Tone::Wary, Glyph::Warning),
        ImportState::Done => (Tone::Good, Glyph::CheckCircle),
        ImportState::Cancelled | ImportState::Undone => (Tone::Neutral, Glyph::Pause),
    };
    view! { <StatusBadge tone glyph label=state_words(import) /> }.into_any()
}

/// What came of it, or would, in a few words.
pub(super) fn tally(import: &ClientImport) -> String {
    let clients = |count: u32| words::counted_clients(u64::from(count), shell::clients_word());
    let left_out = match import.faulty {
        0 => String::new(),
        rows => format!(", {} left out", words::counted(u64::from(rows), "row")),
    };
    match import.state {
        ImportState::Checking => {
            format!("{} read", words::counted(u64::from(import.rows), "row"))
        }
        ImportState::Refused => "Nothing imported".to_owned(),
        ImportState::Ready => format!("{} to import{left_out}", clients(import.good)),
        ImportState::Importing => format!(
            "{} of {}",
            words::grouped(import.created.into()),
            clients(import.good)
        ),
        ImportState::Done => format!("{}{left_out}", clients(import.created)),
        ImportState::Cancelled => match import.created {
            0 => "Nothing imported".to_owned(),
            made => format!("{} before it was stopped", clients(made)),
        },
        ImportState::Undoing | ImportState::Undone => format!(
            "{} of {} deleted",
            words::grouped(import.undone.into()),
            clients(import.created)
        ),
    }
}
