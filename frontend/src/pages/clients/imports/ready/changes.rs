use crate::pages::clients::imports::rows::value;
use crate::words;
use gangway_domain::wire::ImportChange;
use leptos::prelude::*;

/// What is stored otherwise than it is written, column by column.
pub(super) fn changes(changes: &[ImportChange]) -> AnyView {
    if changes.is_empty() {
        return ().into_any();
    }
    let lines: Vec<_> = changes.iter().map(change).collect();
    view! {
        <section aria-labelledby="changes-heading" class="space-y-4">
            <div>
                <h2 id="changes-heading">"Tidied up"</h2>
                <p class="mt-1 text-sm text-muted">
                    "These are stored otherwise than they are written. The first of each column is shown."
                </p>
            </div>
            <ul class="divide-y divide-hairline rounded border border-hairline bg-base-100">{lines}</ul>
        </section>
    }
    .into_any()
}

fn change(change: &ImportChange) -> AnyView {
    let ImportChange {
        column,
        rows,
        first_row,
        from,
        to,
    } = change;
    let rows = words::counted(u64::from(*rows), "row");
    view! {
        <li class="grid gap-x-6 gap-y-1 px-4 py-3 text-sm sm:grid-cols-3 sm:px-6">
            <p class="min-w-0">
                <span class="font-semibold">{column.clone()}</span>
                <span class="text-muted">{format!(", in {rows}")}</span>
            </p>
            <p class="min-w-0 sm:col-span-2">
                {value(from)} " is stored as " {value(to)}
                <span class="text-muted">{format!(" in row {first_row}")}</span>
            </p>
        </li>
    }
    .into_any()
}
