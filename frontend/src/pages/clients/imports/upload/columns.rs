use gangway_domain::client_rows::{CUSTOM_PREFIX, Column};
use leptos::prelude::*;

/// The columns of a list at one glance: those that every row fills, and those that may be left out.
pub(super) fn columns() -> AnyView {
    let (needed, others): (Vec<Column>, Vec<Column>) = Column::ALL
        .iter()
        .copied()
        .partition(|column| column.is_mandatory());
    view! {
        <section class="card-box space-y-4" aria-labelledby="columns-heading">
            <h2 id="columns-heading">"What the file needs"</h2>
            <p class="text-sm text-muted">
                "The first row names the columns, in any order. These must be there, and filled in every row:"
            </p>
            {examples(needed)}
            <details class="text-sm">
                <summary class="cursor-pointer font-semibold">"Columns that may be left out"</summary>
                <div class="mt-3 space-y-3">
                    {examples(others)}
                    <p class="text-muted">
                        "Your own fields, each as " <code>{CUSTOM_PREFIX}</code> " and its name."
                    </p>
                </div>
            </details>
        </section>
    }
    .into_any()
}

fn examples(columns: Vec<Column>) -> AnyView {
    let line = |column: Column| {
        view! {
            <div class="py-2">
                <dt class="font-semibold">{column.name()}</dt>
                <dd class="text-muted">{example(column)}</dd>
            </div>
        }
    };
    let lines: Vec<_> = columns.into_iter().map(line).collect();
    view! { <dl class="divide-y divide-hairline text-sm">{lines}</dl> }.into_any()
}

/// What the sample has there, or what would stand there.
const fn example(column: Column) -> &'static str {
    match column {
        Column::AccountManager => "Email address of one of your users",
        Column::TechGroups => "Names of your groups, with commas between them",
        other => other.example(),
    }
}
