use super::cells::{Cells, errors};
use super::state::Rows;
use crate::components::{Button, Conflict, DialogFor, Edited, Form, FormState, LoadStates, Toasts};
use crate::dom;
use crate::load::{Load, reading};
use gangway_api_client::Tagged;
use gangway_domain::wire::{CorrectImportRow, ImportRow};
use leptos::prelude::*;

/// The dialog that corrects a row.
#[component]
pub(super) fn Correction(page: Rows) -> AnyView {
    let correcting = page.correcting;
    let title = move || match correcting.get() {
        Some(row) => format!("Correct row {row}"),
        None => String::new(),
    };
    let body = move |row: u32, busy| {
        let id = page.watched.id;
        let load = Load::start(reading(move |api| async move {
            api.read_import_row(id, row).await
        }));
        let ready = move |read| fields(page, read, busy);
        view! { <LoadStates load ready rows=4 /> }.into_any()
    };
    view! { <DialogFor what=correcting title=Signal::derive(title) wide=true body /> }.into_any()
}

fn fields(page: Rows, read: Tagged<ImportRow>, busy: RwSignal<bool>) -> AnyView {
    let (id, row) = (page.watched.id, read.value.row);
    let columns = page.watched.now(|import| import.columns.clone());
    let cells = Cells::of(&columns, &read.value);
    let form = FormState::new();
    let found = errors(&read.value.faults, &columns);
    // After the fields are there, so that each finds its message.
    dom::soon(move || dom::soon(move || form.show(found)));
    Effect::new(move |_| busy.set(form.busy.get()));
    let columns = StoredValue::new(columns);
    let edited = Edited::of(read);
    let submit = move || {
        let api = page.watched.session.api();
        let again = api.clone();
        edited.save(
            form,
            CorrectImportRow {
                cells: cells.typed(),
            },
            move |body, tag| async move { api.correct_import_row(id, row, &body, &tag).await },
            move || async move { again.read_import_row(id, row).await },
            move |now: Tagged<ImportRow>| {
                let now = now.value;
                let wrong = errors(&now.faults, &columns.get_value());
                if wrong.is_empty() {
                    Toasts::get().say(format!("Row {row} is right now"));
                    page.correcting.set(None);
                } else {
                    form.show(wrong);
                }
                page.take(now);
            },
        );
    };
    let cancel = move || {
        view! { <Button label="Cancel" on_press=move || page.correcting.set(None) /> }.into_any()
    };
    let take = move |theirs: Tagged<ImportRow>| cells.take(&theirs.value);
    view! {
        <Conflict edited form take />
        <Form form on_submit=submit submit="Check this row" busy="Checking…" before=cancel>
            {cells.surplus()} {cells.fields(form)}
        </Form>
    }
    .into_any()
}
