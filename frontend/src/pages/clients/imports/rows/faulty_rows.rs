use super::correction::Correction;
use super::row_item::row_item;
use crate::components::{
    Button, EmptyState, Glyph, Icon, ListStates, StatusBadge, Tabs, Toasts, Tone,
};
use crate::dom;
use crate::load::{Paged, reading_pages};
use crate::pages::activity::download;
use crate::pages::clients::imports::one::{Watched, count};
use crate::route::Route;
use crate::words;
use gangway_api_client::List;
use gangway_domain::wire::{ImportRow, ImportState};
use leptos::prelude::*;
use leptos::task::spawn_local;

pub(super) const HEADING: &str = "rows-heading";
const WRONG: &str = "wrong";
const CORRECTED: &str = "corrected";

/// What the parts of the list share.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    pub watched: Watched,
    /// The rows of the chosen tab.
    pub rows: Paged<ImportRow>,
    pub tab: RwSignal<String>,
    /// The row that is being corrected.
    pub correcting: RwSignal<Option<u32>>,
    /// Rows can be corrected until the import is confirmed.
    pub can_correct: bool,
}

impl Rows {
    fn new(watched: Watched) -> Self {
        let tab = RwSignal::new(WRONG.to_owned());
        let rows = Paged::start(reading_pages(move |api, list| {
            let faulty = tab.with_untracked(|tab| tab == WRONG);
            let list = List {
                filters: vec![("faulty", faulty.to_string())],
                ..list
            };
            async move { api.list_import_rows(watched.id, list).await }
        }));
        Effect::new(move |before: Option<String>| {
            let tab = tab.get();
            if before.is_some_and(|before| before != tab) {
                rows.restart();
            }
            tab
        });
        Self {
            watched,
            rows,
            tab,
            correcting: RwSignal::new(None),
            can_correct: watched.now(|import| import.state == ImportState::Ready),
        }
    }

    /// Takes a row as it is now, without reading the list anew: who corrects the fortieth stays there.
    pub fn take(self, now: ImportRow) {
        let belongs = now.faults.is_empty() == self.tab.with_untracked(|tab| tab == CORRECTED);
        self.rows.rows.update(|rows| {
            if belongs {
                if let Some(known) = rows.iter_mut().find(|known| known.row == now.row) {
                    *known = now;
                }
            } else {
                rows.retain(|known| known.row != now.row);
            }
        });
        // More may follow the last one that is shown.
        if self.rows.rows.with_untracked(Vec::is_empty) {
            self.rows.refresh();
        }
        self.watched.load.refresh();
        if !belongs {
            dom::soon(|| dom::focus(HEADING));
        }
    }
}

/// The rows of an import that something is wrong with.
#[component]
pub fn FaultyRows(watched: Watched) -> AnyView {
    let page = Rows::new(watched);
    let rows = page.rows;
    let wrong = move || watched.of(|import| count(import.faulty));
    let title = move || match wrong() {
        0 => "All rows are right".to_owned(),
        1 => "1 row is wrong".to_owned(),
        many => format!("{} are wrong", words::counted(many, "row")),
    };
    view! {
        <section aria-labelledby=HEADING class="space-y-4">
            <div class="flex flex-wrap items-start justify-between gap-3">
                <div class="min-w-0">
                    <h2 id=HEADING tabindex="-1" class="outline-none">
                        {title}
                    </h2>
                    <p class="mt-1 max-w-2xl text-sm text-muted">{hint(page.can_correct)}</p>
                </div>
                <Show when=move || { wrong() > 0 }>{tools(watched)}</Show>
            </div>
            {page.can_correct.then(|| tabs(page))}
            <ListStates
                state=rows.state()
                on_retry=move || rows.restart()
                on_more=move || rows.more()
                empty=move || empty(page)
            >
                <ul class="divide-y divide-hairline">
                    <For
                        each=move || rows.rows.get()
                        key=|row| (row.row, row.updated_at)
                        children=move |row| row_item(page, &row)
                    />
                </ul>
            </ListStates>
            <Correction page />
        </section>
    }
    .into_any()
}

const fn hint(can_correct: bool) -> &'static str {
    if can_correct {
        "They are left out. Correct them here one by one, or download them, correct them in your spreadsheet and upload that file. What is wrong stands behind each row, in the column Error."
    } else {
        "They were left out. Download them, correct them in your spreadsheet and upload that file. What is wrong stands behind each row, in the column Error."
    }
}

fn tools(watched: Watched) -> AnyView {
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

fn tabs(page: Rows) -> AnyView {
    let tabs = vec![
        (WRONG.to_owned(), "Still wrong".to_owned()),
        (CORRECTED.to_owned(), "Corrected".to_owned()),
    ];
    view! { <Tabs label="Rows" tabs chosen=page.tab>{()}</Tabs> }.into_any()
}

fn empty(page: Rows) -> AnyView {
    if page.tab.with_untracked(|tab| tab == CORRECTED) {
        return view! {
            <EmptyState
                glyph=Glyph::Note
                title="Nothing corrected yet"
                detail="Rows that you correct here are listed, so that you can look at them again."
            />
        }
        .into_any();
    }
    view! {
        <div class="px-6 py-8 text-center">
            <StatusBadge
                tone=Tone::Good
                glyph=Glyph::CheckCircle
                label="Nothing is wrong with any row any more."
                wrap=true
            />
        </div>
    }
    .into_any()
}
