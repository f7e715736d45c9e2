//! An apostrophe before what a spreadsheet would run as a formula.

use std::borrow::Cow;

/// The cell, with an apostrophe in front where it begins as a formula does, or with apostrophes
/// before one, so that taking off one apostrophe always gives the cell again.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    if begins_as_formula(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The cell as it was before [`guarded`].
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if begins_as_formula(rest) => rest,
        _ => cell,
    }
}

/// `=`, `+`, `-`, `@`, their full-width forms, a tab or an end of line, with or without
/// apostrophes before them.
fn begins_as_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ])
}
