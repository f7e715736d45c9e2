//! What is found in a file: counts, values that are stored otherwise, the first rows.

use super::header::Header;
use super::reading::{Judged, Verdict};
use super::to_record::shown;
use gangway_domain::wire::{FileFault, ImportChange, PreviewRow};

/// Rows that are shown before it is confirmed.
const PREVIEW: usize = 10;

/// What was found so far.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Its first row.
    pub header: Header,
    /// Columns that are read, in the file's order.
    pub columns: Vec<String>,
    /// Rows with something in them.
    pub rows: i32,
    /// Rows that are right.
    pub good: i32,
    /// Rows that are not.
    pub faulty: i32,
    /// Values that are stored otherwise than they are written, by column.
    pub changes: Vec<ImportChange>,
    /// The first rows.
    pub preview: Vec<PreviewRow>,
    /// Why the file is refused as a whole.
    pub faults: Vec<FileFault>,
}

impl Findings {
    /// Adds a row.
    pub fn add(&mut self, row: &Judged) {
        self.rows += 1;
        match &row.verdict {
            Ok(_) => self.good += 1,
            Err(_) => self.faulty += 1,
        }
        if self.preview.len() < PREVIEW {
            self.preview
                .push(preview(row.number, &row.cells, &row.verdict));
        }
        for change in row.verdict.iter().flat_map(|checked| &checked.changes) {
            let known = self
                .changes
                .iter_mut()
                .find(|known| known.column == change.column);
            match known {
                Some(known) => known.rows += 1,
                None => self.changes.push(ImportChange {
                    column: change.column.clone(),
                    rows: 1,
                    first_row: row.number,
                    from: change.from.clone(),
                    to: change.to.clone(),
                }),
            }
        }
    }

    /// Whether it is refused for something that matching its columns mends.
    pub fn can_be_matched(&self) -> bool {
        !self.faults.is_empty() && self.header.can_help(&self.faults)
    }

    /// The file is refused: what was found in its rows counts for nothing.
    pub fn refuse(&mut self, faults: Vec<FileFault>) {
        *self = Self {
            header: std::mem::take(&mut self.header),
            columns: std::mem::take(&mut self.columns),
            faults,
            ..Self::default()
        };
    }
}

/// A row as it is shown before the list is confirmed.
pub fn preview(number: u32, cells: &[String], verdict: &Verdict) -> PreviewRow {
    let (changes, faults) = match verdict {
        Ok(checked) => (checked.changes.clone(), Vec::new()),
        Err(faults) => (Vec::new(), faults.clone()),
    };
    PreviewRow {
        row: number,
        cells: cells.iter().map(|cell| shown(cell)).collect(),
        changes,
        faults,
    }
}
