use std::io::Read;

use crate::fault::ReadError;
use crate::header::Header;
use crate::layout::Layout;
use crate::limits::Limits;
use crate::record::Record;
use crate::refusals;
use crate::row::Row;
use crate::scan::{Scanner, Step};
use crate::separator;
use crate::text::{Broken, Text};

/// Most characters in which the end of the first line is looked for.
const FIRST_LINE: usize = 64 * 1024;
/// What ends a line.
const BREAKS: [char; 2] = ['\r', '\n'];

/// The names in the first row of a list, whether or not they are those of the layout, so that
/// somebody can say which column is which. [`Reader::matched`] then reads it.
pub fn column_names(
    from: impl Read,
    layout: Layout,
    limits: Limits,
) -> Result<Vec<String>, ReadError> {
    let mut reader = Reader::open(from, layout, limits)?;
    reader.first_row()?;
    Header::names(reader.number, &reader.record).map_err(ReadError::from)
}

/// Reads a list row by row, in memory that does not grow with the file.
///
/// A file that is refused as a whole may be refused late: whoever reads keeps nothing before the
/// end.
pub struct Reader<R> {
    text: Text<R>,
    /// Text that was taken and not scanned yet, from `at`.
    pending: String,
    at: usize,
    /// How the text ended while its first line was looked for.
    broken: Option<Broken>,
    scanner: Scanner,
    record: Record,
    /// Records so far, blank ones too: the number of the row.
    number: u32,
    header: Header,
    layout: Layout,
    limits: Limits,
    rows: u32,
    blank: u32,
}

impl<R: Read> Reader<R> {
    /// Reads the first row and holds it against the layout.
    pub fn new(from: R, layout: Layout, limits: Limits) -> Result<Self, ReadError> {
        let mut reader = Self::open(from, layout, limits)?;
        reader.read_header()?;
        Ok(reader)
    }

    /// Reads a list whose columns were matched: for each of them, in the order of the file, which
    /// column of the layout it is, if any.
    pub fn matched(
        from: R,
        layout: Layout,
        columns: &[Option<usize>],
        limits: Limits,
    ) -> Result<Self, ReadError> {
        let mut reader = Self::open(from, layout, limits)?;
        reader.first_row()?;
        reader.header = Header::matched(reader.number, &reader.record, &reader.layout, columns)?;
        reader.blank = 0;
        Ok(reader)
    }

    fn open(from: R, layout: Layout, limits: Limits) -> Result<Self, ReadError> {
        let text = Text::open(from, limits.bytes)?;
        let mut reader = Self {
            text,
            pending: String::new(),
            at: 0,
            broken: None,
            scanner: Scanner::new(b','),
            record: Record::default(),
            number: 0,
            header: Header::default(),
            layout,
            limits,
            rows: 0,
            blank: 0,
        };
        reader.find_separator()?;
        Ok(reader)
    }

    /// The next row with something in it; nothing at the end.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, ReadError> {
        if !self.advance()? {
            return Ok(None);
        }
        self.rows += 1;
        if self.rows > self.limits.rows {
            return Err(refusals::too_many_rows(self.number, self.limits.rows).into());
        }
        Ok(Some(Row {
            number: self.number,
            record: &self.record,
            header: &self.header,
            layout: &self.layout,
        }))
    }

    /// The columns of the layout that the file has, in its order.
    pub fn columns(&self) -> Vec<usize> {
        self.header.columns()
    }

    /// Rows so far with something in them.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// Rows so far with nothing in them, which were skipped.
    pub fn blank_rows(&self) -> u32 {
        self.blank
    }

    fn find_separator(&mut self) -> Result<(), ReadError> {
        let mut complete = false;
        while !complete && self.pending.len() < FIRST_LINE {
            match self.text.next() {
                Ok(Some(more)) => {
                    let begun = !is_breaks(&self.pending);
                    complete = begun && more.contains(BREAKS) || has_a_line(more);
                    self.pending.push_str(more);
                }
                Ok(None) => break,
                Err(broken) => {
                    self.broken = Some(broken);
                    break;
                }
            }
        }
        let found = separator::find(&self.pending, &self.layout)?;
        self.scanner = Scanner::new(found.separator);
        self.at = found.skip;
        Ok(())
    }

    fn read_header(&mut self) -> Result<(), ReadError> {
        self.first_row()?;
        self.header =
            Header::check(self.number, &self.record, &self.layout).map_err(ReadError::Refused)?;
        self.blank = 0;
        Ok(())
    }

    fn first_row(&mut self) -> Result<(), ReadError> {
        if self.advance()? {
            return Ok(());
        }
        Err(refusals::empty().into())
    }

    /// Reads up to the next record that is not blank; whether there is one.
    fn advance(&mut self) -> Result<bool, ReadError> {
        while self.read_record()? {
            self.number += 1;
            if !self.record.is_blank() {
                return Ok(true);
            }
            self.blank += 1;
        }
        Ok(false)
    }

    fn read_record(&mut self) -> Result<bool, ReadError> {
        self.record.clear();
        loop {
            let rest = self.pending.get(self.at..).unwrap_or_default();
            match self.scanner.feed(rest, &mut self.record) {
                Step::Complete(used) => {
                    self.at += used;
                    return Ok(true);
                }
                Step::Unclosed => return Err(refusals::unclosed(self.number + 1).into()),
                Step::More => {}
            }
            if !self.take_more()? {
                let last = self.scanner.finish(&mut self.record);
                return last.map_err(|()| refusals::unclosed(self.number + 1).into());
            }
        }
    }

    fn take_more(&mut self) -> Result<bool, ReadError> {
        self.pending.clear();
        self.at = 0;
        if let Some(broken) = self.broken.take() {
            return Err(self.refusal(broken));
        }
        match self.text.next() {
            Ok(Some(more)) => self.pending.push_str(more),
            Ok(None) => return Ok(false),
            Err(broken) => return Err(self.refusal(broken)),
        }
        Ok(true)
    }

    fn refusal(&self, broken: Broken) -> ReadError {
        match broken {
            Broken::Io(error) => error.into(),
            Broken::TooManyBytes => {
                refusals::too_many_bytes(self.number + 1, self.limits.bytes).into()
            }
            Broken::BadBytes => {
                let column = self.header.name(self.record.count());
                refusals::bad_letter(self.number + 1, column).into()
            }
        }
    }
}

fn is_breaks(text: &str) -> bool {
    text.trim_start_matches(BREAKS).is_empty()
}

/// Whether the text has a line with something in it, and its end.
fn has_a_line(text: &str) -> bool {
    text.trim_start_matches(BREAKS).contains(BREAKS)
}
