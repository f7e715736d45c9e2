use crate::dom;
use crate::load::{Paged, reading_pages};
use crate::pages::clients::imports::one::Watched;
use gangway_api_client::List;
use gangway_domain::wire::{ImportRow, ImportState};
use leptos::prelude::*;

pub(super) const HEADING: &str = "rows-heading";
pub(super) const WRONG: &str = "wrong";
pub(super) const CORRECTED: &str = "corrected";

/// What the parts of the list share.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    pub watched: Watched,
    /// The rows of the chosen tab.
    pub list: Paged<ImportRow>,
    pub tab: RwSignal<String>,
    /// The row that is being corrected.
    pub correcting: RwSignal<Option<u32>>,
    /// Rows can be corrected until the import is confirmed.
    pub can_correct: bool,
}

impl Rows {
    pub fn new(watched: Watched) -> Self {
        let first = if watched.now(|import| import.faulty == 0) {
            CORRECTED
        } else {
            WRONG
        };
        let tab = RwSignal::new(first.to_owned());
        let list = Paged::start(reading_pages(move |api, wanted| {
            let faulty = tab.with_untracked(|tab| tab == WRONG);
            let wanted = List {
                filters: vec![("faulty", faulty.to_string())],
                ..wanted
            };
            async move { api.list_import_rows(watched.id, wanted).await }
        }));
        Effect::new(move |before: Option<String>| {
            let tab = tab.get();
            if before.is_some_and(|before| before != tab) {
                list.restart();
            }
            tab
        });
        Self {
            watched,
            list,
            tab,
            correcting: RwSignal::new(None),
            can_correct: watched.now(|import| import.state == ImportState::Ready),
        }
    }

    /// Takes a row as it is now, without reading the list anew: who corrects the fortieth stays there.
    pub fn take(self, now: ImportRow) {
        let belongs = now.faults.is_empty() == self.tab.with_untracked(|tab| tab == CORRECTED);
        self.list.rows.update(|rows| {
            if belongs {
                if let Some(known) = rows.iter_mut().find(|known| known.row == now.row) {
                    *known = now;
                }
            } else {
                rows.retain(|known| known.row != now.row);
            }
        });
        // More may follow the last one that is shown.
        if self.list.rows.with_untracked(Vec::is_empty) {
            self.list.refresh();
        }
        self.watched.load.refresh();
        if !belongs {
            dom::soon(|| dom::focus(HEADING));
        }
    }
}
