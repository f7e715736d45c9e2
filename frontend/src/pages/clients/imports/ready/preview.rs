use crate::components::{Glyph, Icon, StatusBadge, Tone};
use crate::pages::clients::imports::one::Watched;
use crate::words;
use gangway_domain::wire::PreviewRow;
use leptos::prelude::*;

/// The first rows, as they were corrected where they were. The table scrolls sideways in itself.
pub(super) fn preview(watched: Watched) -> AnyView {
    let import = watched.now(|import| Some(import.clone()));
    let Some(import) = import.filter(|import| !import.preview.is_empty()) else {
        return ().into_any();
    };
    let shown = u64::try_from(import.preview.len()).unwrap_or_default();
    let title = if shown < u64::from(import.rows) {
        format!("The first {} of the file", words::counted(shown, "row"))
    } else {
        "The rows of the file".to_owned()
    };
    let heads = import.columns.iter().cloned();
    let heads: Vec<_> = heads
        .map(|name| view! { <th scope="col">{name}</th> })
        .collect();
    let columns = StoredValue::new(import.columns);
    let first = Memo::new(move |_| watched.of(|import| import.preview.clone()));
    let rows = move || {
        let row = |one: &PreviewRow| columns.with_value(|columns| row(columns, one));
        first.with(|rows| rows.iter().map(row).collect_view())
    };
    view! {
        <section aria-labelledby="preview-heading" class="space-y-4">
            <div>
                <h2 id="preview-heading">{title}</h2>
                <p class="mt-1 text-sm text-muted">"As they were uploaded or corrected, with what is stored otherwise below a value."</p>
            </div>
            <div
                class="overflow-x-auto rounded border border-hairline bg-base-100"
                role="region"
                aria-labelledby="preview-heading"
                tabindex="0"
            >
                <table class="table">
                    <thead>
                        <tr class="whitespace-nowrap">
                            <th scope="col">"Row"</th>
                            <th scope="col">
                                <span class="sr-only">"Right or wrong"</span>
                            </th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(columns: &[String], row: &PreviewRow) -> AnyView {
    let badge = if row.faults.is_empty() {
        view! { <StatusBadge tone=Tone::Good glyph=Glyph::CheckCircle label="Good" /> }
    } else {
        view! { <StatusBadge tone=Tone::Bad glyph=Glyph::CrossCircle label="Wrong" /> }
    };
    let cells: Vec<_> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| cell(row, at, column))
        .collect();
    view! {
        <tr>
            <th scope="row" class="align-top">{words::grouped(u64::from(row.row))}</th>
            <td class="align-top">{badge}</td>
            {cells}
        </tr>
    }
    .into_any()
}

fn cell(row: &PreviewRow, at: usize, column: &str) -> AnyView {
    let text = row.cells.get(at).cloned().unwrap_or_default();
    let change = row.changes.iter().find(|change| change.column == column);
    let stored = change.map(|change| {
        let to = change.to.clone();
        view! {
            <span class="block max-w-56 truncate text-xs text-muted" title=to.clone()>
                "→ " {to.clone()}
            </span>
        }
    });
    let is = |name: &Option<String>| name.as_deref() == Some(column);
    let fault = row.faults.iter().find(|fault| is(&fault.column));
    let wrong = fault.map(|fault| {
        view! {
            <span class="flex min-w-48 items-start gap-1 text-xs whitespace-normal text-error">
                <Icon glyph=Glyph::Warning class="mt-0.5 size-3.5" />
                {fault.reason.clone()}
            </span>
        }
    });
    view! {
        <td class="align-top">
            <span class="block max-w-56 truncate whitespace-pre" title=text.clone()>
                {text.clone()}
            </span>
            {stored}
            {wrong}
        </td>
    }
    .into_any()
}
