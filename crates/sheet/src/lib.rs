//! Lists that people keep in spreadsheets: CSV files, read and written.
//!
//! [`Reader`] reads a file as a stream and says what is wrong with it as a file: its kind, its
//! encoding, its quotes, its header, the number of cells of a row. What a cell means is for others
//! to judge. The choices where CSV leaves one:
//!
//! - Text is UTF-8, with or without its mark, or UTF-16 with its mark. Everything else is refused
//!   as a whole at its first bad letter: guessing an encoding stores wrong letters in silence.
//! - Cells are separated by commas, semicolons or tabs, whichever makes the most names of the header; a
//!   first line `sep=;` decides, and is not counted, as spreadsheets do not show it. Other
//!   separators are refused by name.
//! - Lines end with CRLF, LF or CR, also mixed. Rows with nothing but blanks are skipped and
//!   counted.
//! - A quote within a value that does not begin with one is text. A quote that is never closed, or
//!   open for more than [`MAX_CELL_LINES`] lines, refuses the file; text behind a closing quote and
//!   a backslash before one refuse the row; blanks behind one belong to the value.
//! - Names of columns are exact; their order does not matter, and those that are not mandatory may
//!   be absent. A file with other names is refused, and read once somebody has said which of its
//!   columns is which ([`Reader::matched`]). Columns without a name and without anything in them at
//!   the end of rows, as spreadsheets leave them, are ignored.
//! - A cell that begins with `=`, `+`, `-`, `@`, a tab or an end of line is written with an
//!   apostrophe before it ([`guarded`]); [`unguarded`] takes it off.

mod fault;
mod file_type;
mod guard;
mod header;
mod layout;
mod limits;
mod names;
mod nearest;
mod reader;
mod record;
mod refusals;
mod row;
mod scan;
mod separator;
mod text;
mod write;

pub use fault::{Code, Fault, ReadError};
pub use guard::{guarded, unguarded};
pub use layout::{Column, Layout};
pub use limits::{Limits, MAX_BYTES, MAX_CELL, MAX_CELL_LINES, MAX_COLUMNS, MAX_ROWS, MAX_SHOWN};
pub use reader::{Reader, column_names};
pub use row::Row;
pub use write::{ERROR_COLUMN, ErrorFile, Writer, sample};
