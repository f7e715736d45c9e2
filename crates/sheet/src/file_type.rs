//! Files that are no text, by their first bytes.

use crate::fault::{Code, Fault};

/// How a kind of file begins, and what it is called.
const KINDS: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "an Excel workbook or a ZIP archive"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook"),
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "a text document"),
];

/// Refuses a file that begins as one of another kind.
pub(crate) fn check(start: &[u8]) -> Result<(), Fault> {
    let kind = KINDS.iter().find(|(mark, _)| start.starts_with(mark));
    let Some((_, name)) = kind else {
        return Ok(());
    };
    Err(Fault::of_file(
        1,
        Code::FileType,
        format!("This is {name}, not a CSV file."),
        "Open the list in your spreadsheet, save it as CSV (comma separated values, UTF-8), and choose that file.",
    ))
}
