//! Characters to cells.
//!
//! `csv-core` reads everything and tells nothing: it takes a quote that nobody closes as one cell
//! up to the end of the file, glues what stands after a closing quote to the cell, and drops blank
//! lines with their numbers. People must be told all three, so these few states are ours. Tests hold
//! that wherever nothing is wrong the cells are those that the `csv` crate reads.

use crate::limits::{MAX_CELL, MAX_CELL_LINES};
use crate::record::{BadQuote, Record};

/// Where in a cell the text so far ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Before its first character.
    Start,
    /// Within one without quotes.
    Plain,
    /// Within quotes.
    Quoted,
    /// After a quote within quotes: the end of the cell, or the first of two.
    Closing,
    /// Behind the closing quote, with nothing but blanks so far.
    Padded,
    /// Behind the closing quote, where nothing should be.
    Behind,
}

/// What became of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// All of it is in the record, which goes on.
    More,
    /// The record is complete; the number of bytes that are used up.
    Complete(usize),
    /// A quote is open for more lines than any cell has.
    Unclosed,
}

/// Reads one record after the other from pieces of text.
pub(crate) struct Scanner {
    separator: u8,
    state: State,
    after_return: bool,
    /// A backslash stands before the last quote.
    backslash: bool,
    line_feeds: usize,
    returns: usize,
}

impl Scanner {
    /// The separator is an ASCII character.
    pub(crate) fn new(separator: u8) -> Self {
        Self {
            separator,
            state: State::Start,
            after_return: false,
            backslash: false,
            line_feeds: 0,
            returns: 0,
        }
    }

    /// Adds the text to the record, up to the end of its line.
    pub(crate) fn feed(&mut self, text: &str, record: &mut Record) -> Step {
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let run = rest.bytes().position(|byte| self.is_mark(byte));
            let plain = rest.get(..run.unwrap_or(rest.len())).unwrap_or_default();
            self.take(plain, record);
            at += plain.len();
            if self.line_feeds.max(self.returns) > MAX_CELL_LINES {
                return Step::Unclosed;
            }
            let Some(mark) = run.and_then(|run| rest.as_bytes().get(run)) else {
                break;
            };
            at += 1;
            if self.mark(*mark, record) {
                return Step::Complete(at);
            }
        }
        Step::More
    }

    /// The file ends: whether there was a last record without an end of line, or else that a quote
    /// is open.
    pub(crate) fn finish(&mut self, record: &mut Record) -> Result<bool, ()> {
        match self.state {
            State::Quoted => Err(()),
            State::Start if record.is_untouched() => Ok(false),
            _ => {
                self.end_cell(record);
                Ok(true)
            }
        }
    }

    fn is_mark(&self, byte: u8) -> bool {
        byte == b'"'
            || (self.state != State::Quoted
                && (byte == self.separator || byte == b'\n' || byte == b'\r'))
    }

    /// Text without marks.
    fn take(&mut self, text: &str, record: &mut Record) {
        if text.is_empty() {
            return;
        }
        self.after_return = false;
        match self.state {
            State::Start => self.state = State::Plain,
            State::Quoted => self.count_lines(text),
            State::Closing | State::Padded if text.trim().is_empty() => self.state = State::Padded,
            State::Closing | State::Padded => self.behind(record),
            State::Plain | State::Behind => {}
        }
        record.push(text, MAX_CELL);
    }

    /// Whether the mark ends the record.
    fn mark(&mut self, mark: u8, record: &mut Record) -> bool {
        let second_of_two = std::mem::take(&mut self.after_return) && mark == b'\n';
        match mark {
            b'"' => self.quote(record),
            b'\n' if second_of_two => {}
            b'\n' | b'\r' => {
                self.end_cell(record);
                self.after_return = mark == b'\r';
                return true;
            }
            _ => self.end_cell(record),
        }
        false
    }

    fn quote(&mut self, record: &mut Record) {
        match self.state {
            State::Start => {
                self.state = State::Quoted;
                (self.line_feeds, self.returns) = (0, 0);
                record.touch();
            }
            State::Quoted => {
                self.state = State::Closing;
                self.backslash = record.ends_with_backslash();
            }
            State::Closing => {
                self.state = State::Quoted;
                record.push("\"", MAX_CELL);
            }
            State::Padded => {
                self.behind(record);
                record.push("\"", MAX_CELL);
            }
            State::Plain | State::Behind => record.push("\"", MAX_CELL),
        }
    }

    fn behind(&mut self, record: &mut Record) {
        self.state = State::Behind;
        let kind = if self.backslash {
            BadQuote::Backslash
        } else {
            BadQuote::Behind(record.count())
        };
        record.bad_quote(kind);
    }

    fn end_cell(&mut self, record: &mut Record) {
        record.end_cell();
        self.state = State::Start;
        (self.line_feeds, self.returns) = (0, 0);
    }

    fn count_lines(&mut self, text: &str) {
        self.line_feeds += text.bytes().filter(|byte| *byte == b'\n').count();
        self.returns += text.bytes().filter(|byte| *byte == b'\r').count();
    }
}
