use std::fmt;
use std::io;

use crate::limits::MAX_SHOWN;

/// What is wrong, for a program: stable, in `lower_snake` form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// Something stands after a closing quote, or a backslash before one.
    BadQuote,
    /// A row has more or fewer cells than the header.
    ColumnCount,
    /// Nothing is in the file.
    EmptyFile,
    /// The text is not UTF-8, nor UTF-16 with its mark.
    Encoding,
    /// The file is a picture, a workbook or something else that is no text.
    FileType,
    /// The names of the columns are not those asked for.
    Header,
    /// A cell, the rows or the file are more than a limit.
    TooLong,
    /// A quote is opened and never closed.
    UnclosedQuote,
}

impl Code {
    /// Every code.
    pub const ALL: &[Self] = &[
        Self::BadQuote,
        Self::ColumnCount,
        Self::EmptyFile,
        Self::Encoding,
        Self::FileType,
        Self::Header,
        Self::TooLong,
        Self::UnclosedQuote,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BadQuote => "bad_quote",
            Self::ColumnCount => "column_count",
            Self::EmptyFile => "empty_file",
            Self::Encoding => "encoding",
            Self::FileType => "file_type",
            Self::Header => "header",
            Self::TooLong => "too_long",
            Self::UnclosedQuote => "unclosed_quote",
        }
    }
}

/// One thing that is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Number of the row as a spreadsheet shows it.
    pub row: u32,
    /// Name of the column; nothing where the row or the file as a whole is meant.
    pub column: Option<String>,
    pub code: Code,
    /// What stands there, cut to [`MAX_SHOWN`] characters. It comes from the file: quote it.
    pub value: String,
    /// Why it is refused, in one plain sentence.
    pub reason: String,
    /// What to do, in one plain sentence.
    pub remedy: String,
}

impl Fault {
    pub(crate) fn of_file(
        row: u32,
        code: Code,
        reason: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            row,
            column: None,
            code,
            value: String::new(),
            reason: reason.into(),
            remedy: remedy.into(),
        }
    }

    pub(crate) fn in_column(mut self, column: Option<&str>) -> Self {
        self.column = column.map(str::to_owned);
        self
    }

    pub(crate) fn showing(mut self, value: &str) -> Self {
        self.value = shown(value);
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.reason, self.remedy)
    }
}

/// The value cut to [`MAX_SHOWN`] characters.
pub(crate) fn shown(value: &str) -> String {
    match value.char_indices().nth(MAX_SHOWN) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
        None => value.to_owned(),
    }
}

/// Why a file is not read on.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file is refused as a whole: nothing of it may be kept. Never empty.
    #[error("the file is refused")]
    Refused(Vec<Fault>),
    /// The bytes could not be read.
    #[error("the file could not be read")]
    Io(#[from] io::Error),
}

impl From<Fault> for ReadError {
    fn from(fault: Fault) -> Self {
        Self::Refused(vec![fault])
    }
}
