//! Files for people to open in a spreadsheet: a mark for UTF-8, CRLF, and no cell that a
//! spreadsheet would run as a formula.

use std::io::{self, Write};

use crate::guard::{guarded, unguarded};

/// Name of the column that says what is wrong with a row.
pub const ERROR_COLUMN: &str = "Error";

/// Writes a list for people, row by row.
pub struct Writer<W: Write> {
    to: csv::Writer<W>,
}

impl<W: Write> Writer<W> {
    /// Writes the mark and the header.
    pub fn new<'a>(mut to: W, header: impl IntoIterator<Item = &'a str>) -> io::Result<Self> {
        to.write_all("\u{feff}".as_bytes())?;
        let mut writer = Self::more(to);
        writer.row(header)?;
        Ok(writer)
    }

    /// Goes on with a list whose header was written before.
    pub fn more(to: W) -> Self {
        let to = csv::WriterBuilder::new()
            .flexible(true)
            .terminator(csv::Terminator::CRLF)
            .from_writer(to);
        Self { to }
    }

    /// Writes a row. A cell that begins as a formula gets an apostrophe, which reading it again
    /// takes off.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        for cell in cells {
            self.to.write_field(guarded(cell).as_ref())?;
        }
        self.to.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Hands everything over, and gives back what was written to.
    pub fn finish(self) -> io::Result<W> {
        self.to
            .into_inner()
            .map_err(csv::IntoInnerError::into_error)
    }
}

/// The sample: the header and a row that shows how it is filled.
pub fn sample<'a>(
    header: impl IntoIterator<Item = &'a str>,
    example: impl IntoIterator<Item = &'a str>,
) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new(), header)?;
    writer.row(example)?;
    writer.finish()
}

/// The rows that failed, as they were given, each with what is wrong with it behind it. It can be
/// corrected and imported as it is: the column [`ERROR_COLUMN`] is skipped then.
pub struct ErrorFile<W: Write> {
    to: Writer<W>,
}

impl<W: Write> ErrorFile<W> {
    pub fn new<'a>(to: W, header: impl IntoIterator<Item = &'a str>) -> io::Result<Self> {
        let header = header.into_iter().chain([ERROR_COLUMN]);
        Ok(Self {
            to: Writer::new(to, header)?,
        })
    }

    /// Goes on with a file whose header was written before.
    pub fn more(to: W) -> Self {
        Self {
            to: Writer::more(to),
        }
    }

    /// The cells of one row as they were read, in the order of the header, what is wrong with them,
    /// and behind it the cells that the header has no name for, so that nothing is lost. A cell that
    /// was read with its apostrophe is written with one, not with two.
    pub fn row<'a>(
        &mut self,
        cells: impl IntoIterator<Item = &'a str>,
        errors: impl IntoIterator<Item = &'a str>,
        extra: impl IntoIterator<Item = &'a str>,
    ) -> io::Result<()> {
        let errors = errors.into_iter().collect::<Vec<_>>().join(" ");
        let mut all: Vec<&str> = cells.into_iter().map(unguarded).collect();
        all.push(&errors);
        for cell in extra {
            all.push(unguarded(cell));
        }
        self.to.row(all)
    }

    pub fn finish(self) -> io::Result<W> {
        self.to.finish()
    }
}
