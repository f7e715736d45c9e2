use crate::fault::{Code, Fault};
use crate::header::Header;
use crate::layout::Layout;
use crate::limits::MAX_CELL;
use crate::record::{BadQuote, Record};

/// One row with something in it.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub(crate) number: u32,
    pub(crate) record: &'a Record,
    pub(crate) header: &'a Header,
    pub(crate) layout: &'a Layout,
}

impl<'a> Row<'a> {
    /// The number that a spreadsheet shows: the header is row 1, blank rows count, and a row with
    /// line breaks in quotes counts once.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The cell of a column of the layout, as it stands in the file; empty where the file has no
    /// such column.
    pub fn cell(&self, column: usize) -> &'a str {
        match self.header.place(column) {
            Some(place) => self.record.cell(place),
            None => "",
        }
    }

    /// The cells in the order of the layout.
    pub fn cells(&self) -> impl Iterator<Item = &'a str> {
        let row = *self;
        (0..self.layout.columns().len()).map(move |column| row.cell(column))
    }

    /// The values that stand behind the last column of the header, as far as they are kept; empty ones at
    /// the end are none.
    pub fn surplus(&self) -> impl Iterator<Item = &'a str> {
        let (record, width) = (self.record, self.header.width());
        let filled = record.cells().skip(width).enumerate();
        let filled = filled.filter(|(_, cell)| !cell.trim().is_empty());
        let count = filled.last().map_or(0, |(at, _)| at + 1);
        record.cells().skip(width).take(count)
    }

    /// What is wrong with the row as it is written. Its cells may then stand in wrong columns, so
    /// it is not judged further.
    pub fn fault(&self) -> Option<Fault> {
        self.bad_quote()
            .or_else(|| self.column_count())
            .or_else(|| self.too_long())
    }

    fn bad_quote(&self) -> Option<Fault> {
        let (place, reason, remedy) = match self.record.quotes()? {
            BadQuote::Behind(place) => (
                Some(place),
                "Something stands behind the closing quote of a value.",
                "Put the whole value in quotes, and write a quote within it twice.",
            ),
            BadQuote::Backslash => (
                None,
                "A backslash stands before a quote, so it is not clear where the values end.",
                "Write a quote within a value twice, without a backslash.",
            ),
        };
        let fault = Fault::of_file(self.number, Code::BadQuote, reason, remedy);
        let shown = self.record.cell(place.unwrap_or_default());
        let column = place.and_then(|place| self.header.name(place));
        Some(fault.in_column(column).showing(shown))
    }

    fn column_count(&self) -> Option<Fault> {
        let (count, width) = (self.record.count(), self.header.width());
        let short = count < width;
        if !short && !self.record.is_filled_behind(width) {
            return None;
        }
        let remedy = if short {
            "Add the values that are missing; where there is none, leave the cell empty."
        } else {
            "Remove what is too much, and put values with commas in quotes."
        };
        let reason = format!(
            "The row has {count} {}, the first row has {width}.",
            if count == 1 { "value" } else { "values" },
        );
        let fault = Fault::of_file(self.number, Code::ColumnCount, reason, remedy);
        Some(fault.showing(self.record.cell(0)))
    }

    fn too_long(&self) -> Option<Fault> {
        let place = self.record.cut()?;
        let name = self.header.name(place)?;
        let reason = format!("The value is longer than {} kB.", MAX_CELL / 1024);
        let fault = Fault::of_file(self.number, Code::TooLong, reason, "Shorten it.");
        Some(fault.in_column(Some(name)).showing(self.record.cell(place)))
    }
}
