use super::correction::Correction;
use super::row_item::row_item;
use super::state::{CORRECTED, HEADING, Rows, WRONG};
use super::tools::tools;
use crate::components::{EmptyState, Glyph, ListStates, StatusBadge, Tabs, Tone};
use crate::pages::clients::imports::one::{Watched, count};
use crate::words;
use leptos::prelude::*;

/// The rows of an import that something is wrong with.
#[component]
pub fn FaultyRows(watched: Watched) -> AnyView {
    let page = Rows::new(watched);
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
                    <p class="mt-1 max-w-2xl text-sm text-muted">
                        {move || hint(page.can_correct, wrong())}
                    </p>
                </div>
                <Show when=move || { wrong() > 0 }>{tools(watched)}</Show>
            </div>
            {if page.can_correct { tabs(page) } else { listed(page) }}
            <Correction page />
        </section>
    }
    .into_any()
}

const fn hint(can_correct: bool, wrong: u64) -> &'static str {
    if wrong == 0 {
        "Those that were corrected are imported with the others. They can be changed until then."
    } else if can_correct {
        "What is wrong is left out. Correct it here row by row; or download these rows, correct them in your spreadsheet and upload that file. What is wrong stands behind each row, in the column Error."
    } else {
        "What is wrong was left out. Download these rows, correct them in your spreadsheet and upload that file. What is wrong stands behind each row, in the column Error."
    }
}

fn tabs(page: Rows) -> AnyView {
    let tabs = vec![
        (WRONG.to_owned(), "Still wrong".to_owned()),
        (CORRECTED.to_owned(), "Corrected".to_owned()),
    ];
    view! {
        <Tabs label="Rows" tabs chosen=page.tab>
            {listed(page)}
        </Tabs>
    }
    .into_any()
}

fn listed(page: Rows) -> AnyView {
    let list = page.list;
    view! {
        <ListStates
            state=list.state()
            on_retry=move || list.restart()
            on_more=move || list.more()
            empty=move || empty(page)
        >
            <ul class="divide-y divide-hairline">
                <For
                    each=move || list.rows.get()
                    key=|row| (row.row, row.updated_at)
                    children=move |row| row_item(page, &row)
                />
            </ul>
        </ListStates>
    }
    .into_any()
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
