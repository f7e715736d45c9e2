//! What refuses a file as a whole, besides its kind and its header.

use crate::fault::{Code, Fault};

const SAVE_AS_UTF8: &str =
    "Save the file again as CSV UTF-8, so that every letter arrives as you see it.";

pub(crate) fn empty() -> Fault {
    Fault::of_file(
        1,
        Code::EmptyFile,
        "The file is empty.",
        "Choose the file with your list; the sample file shows what it looks like.",
    )
}

pub(crate) fn unmarked() -> Fault {
    Fault::of_file(
        1,
        Code::Encoding,
        "The text is in UTF-16 and does not begin with the mark that says so.",
        SAVE_AS_UTF8,
    )
}

pub(crate) fn bad_letter(row: u32, column: Option<&str>) -> Fault {
    let reason = "A letter here is not in UTF-8, so it would arrive as another one.";
    Fault::of_file(row, Code::Encoding, reason, SAVE_AS_UTF8).in_column(column)
}

pub(crate) fn unclosed(row: u32) -> Fault {
    Fault::of_file(
        row,
        Code::UnclosedQuote,
        "A quote is opened in this row and not closed.",
        "Close it, or remove it; a quote within a value is written twice.",
    )
}

pub(crate) fn too_many_bytes(row: u32, most: u64) -> Fault {
    Fault::of_file(
        row,
        Code::TooLong,
        format!("The file is larger than {} MB.", most / (1024 * 1024)),
        "Split the list over several files and import one after the other.",
    )
}

pub(crate) fn too_many_rows(row: u32, most: u32) -> Fault {
    Fault::of_file(
        row,
        Code::TooLong,
        format!("The list has more than {most} rows."),
        "Split it over several files and import one after the other.",
    )
}
