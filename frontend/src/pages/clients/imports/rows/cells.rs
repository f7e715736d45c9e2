use super::told::value;
use crate::components::{Field, FormState, Notice, Stars, TextArea, Tone};
use gangway_domain::client_rows::{Column, Fault};
use gangway_domain::problem::FieldError;
use gangway_domain::wire::ImportRow;
use leptos::prelude::*;

/// The cells of a row as they are typed.
#[derive(Clone, Copy)]
pub(super) struct Cells(StoredValue<Vec<Cell>>, StoredValue<Vec<String>>);

#[derive(Clone)]
struct Cell {
    column: String,
    value: RwSignal<String>,
    /// Whether it had several lines when the row was read.
    is_long: bool,
    is_wrong: bool,
}

impl Cells {
    pub fn of(columns: &[String], row: &ImportRow) -> Self {
        let cell = |(at, column): (usize, &String)| {
            let given = row.cells.get(at).cloned().unwrap_or_default();
            let is = |fault: &Fault| fault.column.as_ref() == Some(column);
            Cell {
                column: column.clone(),
                is_long: given.contains(['\n', '\r']),
                value: RwSignal::new(given),
                is_wrong: row.faults.iter().any(is),
            }
        };
        let cells = columns.iter().enumerate().map(cell).collect();
        let surplus = row.cells.iter().skip(columns.len()).cloned().collect();
        Self(StoredValue::new(cells), StoredValue::new(surplus))
    }

    /// As they are sent.
    pub fn typed(self) -> Vec<String> {
        let cells = self.0.get_value();
        cells
            .iter()
            .map(|cell| cell.value.get_untracked())
            .collect()
    }

    /// Puts in what somebody else saved.
    pub fn take(self, row: &ImportRow) {
        for (at, cell) in self.0.get_value().iter().enumerate() {
            cell.value
                .set(row.cells.get(at).cloned().unwrap_or_default());
        }
    }

    /// Values that the header has no names for: they go when the row is saved.
    pub fn surplus(self) -> AnyView {
        let surplus = self.1.get_value();
        let values: Vec<_> = surplus
            .iter()
            .map(|shown| view! { <li>{value(shown)}</li> })
            .collect();
        (!values.is_empty())
            .then(|| {
                view! {
                    <Notice tone=Tone::Wary title="The row has more values than the header has names">
                        <p>"See that each value stands in its column. These have none, and go when the row is saved:"</p>
                        <ul class="flex flex-wrap gap-2">{values}</ul>
                    </Notice>
                }
            })
            .into_any()
    }

    /// The fields: what is wrong first, then the rest.
    pub fn fields(self, form: FormState) -> AnyView {
        provide_context(Stars);
        let cells: Vec<_> = self.0.get_value().into_iter().enumerate().collect();
        let (wrong, rest): (Vec<_>, Vec<_>) =
            cells.into_iter().partition(|(_, cell)| cell.is_wrong);
        let has_wrong = !wrong.is_empty();
        let field = move |(at, cell)| field(form, at, cell);
        view! {
            {has_wrong
                .then(|| {
                    view! { <div class="grid gap-5 sm:grid-cols-2">{wrong.into_iter().map(field).collect_view()}</div> }
                })}
            {has_wrong.then(|| view! { <h3 class="border-t border-hairline pt-5">"Its other values"</h3> })}
            <div class="grid gap-5 sm:grid-cols-2">{rest.into_iter().map(field).collect_view()}</div>
        }
        .into_any()
    }
}

fn field(form: FormState, at: usize, cell: Cell) -> AnyView {
    let pointer = format!("/cells/{at}");
    let needed = |column: &&Column| column.name() == cell.column && column.is_mandatory();
    let optional = !Column::ALL.iter().any(|column| needed(&column));
    let Cell { column, value, .. } = cell;
    if cell.is_long {
        view! { <TextArea form pointer label=column value optional rows=3 /> }.into_any()
    } else {
        view! { <Field form pointer label=column value optional /> }.into_any()
    }
}

/// What is wrong with a row, each at its cell.
pub(super) fn errors(faults: &[Fault], columns: &[String]) -> Vec<FieldError> {
    let error = |fault: &Fault| {
        let at = fault.column.as_ref();
        let at = at.and_then(|name| columns.iter().position(|column| column == name));
        FieldError {
            pointer: at.map_or_else(|| "/cells".to_owned(), |at| format!("/cells/{at}")),
            code: fault.code.as_str().to_owned(),
            message: format!("{} {}", fault.reason, fault.remedy),
        }
    };
    faults.iter().map(error).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gangway_domain::client_rows::FaultCode;

    #[test]
    fn d21_what_is_wrong_with_a_row_stands_at_its_cell() {
        let fault = |column: Option<&str>| Fault {
            column: column.map(str::to_owned),
            code: FaultCode::InvalidTimezone,
            value: "EST".to_owned(),
            reason: "“EST” is no time zone.".to_owned(),
            remedy: "Enter America/New_York.".to_owned(),
        };
        let columns = ["ClientName".to_owned(), "Timezone".to_owned()];
        for (column, pointer) in [
            (Some("Timezone"), "/cells/1"),
            (Some("ClientName"), "/cells/0"),
            (Some("Gone"), "/cells"),
            (None, "/cells"),
        ] {
            let found = errors(&[fault(column)], &columns);
            let found = found.first().expect("one for each fault");
            assert_eq!(found.pointer, pointer);
            assert_eq!(found.code, "invalid_timezone");
            assert_eq!(
                found.message,
                "“EST” is no time zone. Enter America/New_York."
            );
        }
    }
}
