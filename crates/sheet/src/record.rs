use crate::limits::MAX_COLUMNS;

/// What is wrong with the quotes of a record; the first that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BadQuote {
    /// Something stands behind the closing quote of this cell.
    Behind(usize),
    /// A backslash stands before a quote, so that nobody knows where the cells end.
    Backslash,
}

/// The cells of one line, in memory that is used again for the next.
#[derive(Debug, Default)]
pub(crate) struct Record {
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<usize>,
    /// Bytes of the cell that is being read, with those that are not kept.
    length: usize,
    count: usize,
    touched: bool,
    /// Something stands in a cell that is not kept.
    filled_beyond: bool,
    cut: Option<usize>,
    bad_quote: Option<BadQuote>,
}

impl Record {
    pub(crate) fn clear(&mut self) {
        let mut text = std::mem::take(&mut self.text);
        let mut ends = std::mem::take(&mut self.ends);
        text.clear();
        ends.clear();
        *self = Self {
            text,
            ends,
            ..Self::default()
        };
    }

    pub(crate) fn push(&mut self, text: &str, most: usize) {
        self.touched = true;
        if self.count >= MAX_COLUMNS {
            self.filled_beyond |= !text.trim().is_empty();
            return;
        }
        let room = most.saturating_sub(self.length);
        self.length += text.len();
        if text.len() > room {
            self.cut.get_or_insert(self.count);
        }
        let kept = text.get(..text.floor_char_boundary(room));
        self.text.push_str(kept.unwrap_or_default());
    }

    pub(crate) fn touch(&mut self) {
        self.touched = true;
    }

    pub(crate) fn end_cell(&mut self) {
        self.touched = true;
        self.length = 0;
        self.count += 1;
        if self.count <= MAX_COLUMNS {
            self.ends.push(self.text.len());
        }
    }

    pub(crate) fn bad_quote(&mut self, kind: BadQuote) {
        self.bad_quote.get_or_insert(kind);
    }

    pub(crate) fn ends_with_backslash(&self) -> bool {
        self.text.ends_with('\\')
    }

    pub(crate) fn is_untouched(&self) -> bool {
        !self.touched
    }

    /// Cells that are complete, kept or not.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    pub(crate) fn cell(&self, at: usize) -> &str {
        let start = match at.checked_sub(1) {
            Some(before) => self.ends.get(before).copied(),
            None => Some(0),
        };
        let end = self.ends.get(at).copied();
        start
            .zip(end)
            .and_then(|(start, end)| self.text.get(start..end))
            .unwrap_or_default()
    }

    /// The cells that are kept.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|at| self.cell(at))
    }

    /// Nothing but blanks in it.
    pub(crate) fn is_blank(&self) -> bool {
        !self.filled_beyond && self.text.trim().is_empty()
    }

    /// Whether something stands in a cell behind the first `width`.
    pub(crate) fn is_filled_behind(&self, width: usize) -> bool {
        self.filled_beyond || self.cells().skip(width).any(|cell| !cell.trim().is_empty())
    }

    /// The first cell that was longer than may be.
    pub(crate) fn cut(&self) -> Option<usize> {
        self.cut
    }

    pub(crate) fn quotes(&self) -> Option<BadQuote> {
        self.bad_quote
    }
}
