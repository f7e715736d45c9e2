//! Rows that somebody corrected, held against the rules again.

use super::kept_rows;
use super::reading::{Judged, Verdict};
use super::show::read;
use crate::refusal::Refusal;
use gangway_domain::client_rows::{self, Claims, Known, Seen};
use gangway_entities::client_import::Model;
use gangway_entities::client_import_row::Column;
use sea_orm::{ColumnTrait as _, ConnectionTrait, QueryFilter as _};
use std::collections::HashMap;

/// The corrected rows of an import, by their numbers.
#[derive(Debug, Default)]
pub struct Corrected(HashMap<u32, Vec<String>>);

impl Corrected {
    /// Reads them: as many as somebody has gone through by hand.
    pub async fn of(db: &impl ConnectionTrait, import: &Model) -> Result<Self, Refusal> {
        let rows = kept_rows::of(import).filter(Column::Corrected.eq(true));
        let rows = rows.all(db).await?;
        let cells = rows.into_iter().map(|row| {
            let number = u32::try_from(row.row_number).map_err(Refusal::internal)?;
            Ok((number, read(row.cells)?))
        });
        Ok(Self(cells.collect::<Result<_, Refusal>>()?))
    }

    /// The cells of a row, if it was corrected.
    pub fn cells(&self, number: u32) -> Option<&Vec<String>> {
        self.0.get(&number)
    }

    /// Every one of them.
    pub fn all(&self) -> impl Iterator<Item = (u32, &Vec<String>)> {
        self.0.iter().map(|(number, cells)| (*number, cells))
    }

    /// The row, as it was corrected.
    pub fn applied(&self, row: Judged, columns: &[String], known: &Known) -> Judged {
        let Some(cells) = self.cells(row.number) else {
            return row;
        };
        let mut seen = Seen::default();
        Judged {
            number: row.number,
            verdict: judge(row.number, cells, columns, known, &mut seen),
            cells: cells.clone(),
        }
    }
}

/// Holds cells in the order of a file's columns against the rules.
pub fn judge(
    number: u32,
    cells: &[String],
    columns: &[String],
    known: &Known,
    seen: &mut Seen,
) -> Verdict {
    let names = client_rows::column_names(known.fields());
    client_rows::check(number, &in_order(&names, cells, columns), known, seen)
}

/// What cells in the order of a file's columns claim for their client.
pub fn claims(number: u32, cells: &[String], columns: &[String], known: &Known) -> Claims {
    let names = client_rows::column_names(known.fields());
    client_rows::claims(number, &in_order(&names, cells, columns))
}

fn in_order<'a>(names: &[String], cells: &'a [String], columns: &[String]) -> Vec<&'a str> {
    let names = names.iter();
    names.map(|name| cell(name, columns, cells)).collect()
}

/// What a row says in a column.
pub fn cell<'a>(name: &str, columns: &[String], cells: &'a [String]) -> &'a str {
    let place = columns.iter().position(|column| column == name);
    place
        .and_then(|at| cells.get(at))
        .map_or("", String::as_str)
}
