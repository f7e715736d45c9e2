use super::state::Rows;
use super::told::{shown, told, value};
use crate::components::{Button, Glyph, StatusBadge, Tone};
use gangway_domain::client_rows::{Change, Column, Fault};
use gangway_domain::wire::ImportRow;
use leptos::prelude::*;

/// A row with all that is wrong with it.
pub(super) fn row_item(page: Rows, row: &ImportRow) -> AnyView {
    let number = row.row;
    let name = name(page, row);
    // Of two domains in a cell both may be taken.
    let mut faults = row.faults.clone();
    faults.dedup();
    let faults: Vec<_> = faults.iter().map(fault).collect();
    let is_right = faults.is_empty();
    let changes: Vec<_> = row.changes.iter().map(change).collect();
    let label = if is_right {
        format!("Change row {number}")
    } else {
        format!("Correct row {number}")
    };
    view! {
        <li class="space-y-3 px-4 py-4 sm:px-6">
            <div class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
                <h3 class="flex min-w-0 items-baseline gap-2">
                    <span class="whitespace-nowrap">{format!("Row {number}")}</span>
                    <span class="truncate text-sm font-normal text-muted" title=name.clone()>
                        {name.clone()}
                    </span>
                </h3>
                {page
                    .can_correct
                    .then(|| {
                        view! {
                            <Button
                                label
                                small=true
                                on_press=move || page.correcting.set(Some(number))
                            />
                        }
                    })}
            </div>
            {faults}
            {is_right
                .then(|| {
                    view! {
                        <StatusBadge
                            tone=Tone::Good
                            glyph=Glyph::CheckCircle
                            label="Corrected, to be imported with the others"
                            wrap=true
                        />
                    }
                })} {changes}
        </li>
    }
    .into_any()
}

/// The name of the client that the row describes.
fn name(page: Rows, row: &ImportRow) -> String {
    let wanted = Column::ClientName.name();
    let at = page
        .watched
        .now(|import| import.columns.iter().position(|column| column == wanted));
    let cell = at.and_then(|at| row.cells.get(at));
    cell.cloned().unwrap_or_default()
}

/// What is stored otherwise than it was typed.
fn change(change: &Change) -> AnyView {
    let Change { column, from, to } = change;
    view! {
        <p class="text-sm">
            <span class="font-semibold">{column.clone()}</span>
            ": "
            {value(from)}
            " is stored as "
            {value(to)}
        </p>
    }
    .into_any()
}

fn fault(fault: &Fault) -> AnyView {
    let Fault {
        column,
        code,
        value,
        reason,
        remedy,
    } = fault.clone();
    let place = column.unwrap_or_else(|| "The whole row".to_owned());
    told(place, shown(code, &value), reason, remedy)
}
