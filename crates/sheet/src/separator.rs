//! What stands between the cells, by the first line.

use crate::fault::{Code, Fault};
use crate::layout::{Layout, plain};

/// Separators that are read, the usual one first.
const READ: &[u8] = b",;\t";
/// One that is known and refused.
const REFUSED: u8 = b'|';

/// The separator of a file, and where its header starts.
pub(crate) struct Found {
    pub(crate) separator: u8,
    /// Length of a line `sep=;` and its end, which spreadsheets read and do not show.
    pub(crate) skip: usize,
}

/// The separator that a first line `sep=;` names, or else the one that makes the most names of
/// columns out of the header, and of those the one that makes the most cells. Commas where all are
/// alike.
pub(crate) fn find(start: &str, layout: &Layout) -> Result<Found, Fault> {
    if let Some((hint, skip)) = hint(start) {
        return readable(hint, skip);
    }
    let line = start.trim_start_matches(['\r', '\n']);
    let line = line.split(['\r', '\n']).next().unwrap_or_default();
    let usual = b',';
    let mut best = (cells(line, usual, layout), usual);
    for separator in READ.iter().copied().skip(1).chain([REFUSED]) {
        let here = cells(line, separator, layout);
        if here > best.0 {
            best = (here, separator);
        }
    }
    readable(best.1, 0)
}

/// The character of a first line `sep=;`, and the length of the line.
fn hint(start: &str) -> Option<(u8, usize)> {
    let line = start.split(['\r', '\n']).next()?;
    let named = line.trim_matches('"');
    let (word, rest) = named.split_at_checked(4)?;
    let [separator] = *rest.as_bytes() else {
        return None;
    };
    let ending = start.get(line.len()..).unwrap_or_default();
    let ending = match ending.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [_, ..] => 1,
        [] => 0,
    };
    word.eq_ignore_ascii_case("sep=")
        .then_some((separator, line.len() + ending))
}

/// How many names of columns, and how many cells, a separator makes of the line.
fn cells(line: &str, separator: u8, layout: &Layout) -> (usize, usize) {
    let separator = char::from(separator);
    let names = line.split(separator);
    let names = names.filter(|cell| layout.has_like(&plain(cell.trim_matches('"'))));
    let mut is_quoted = false;
    let between = line.chars().filter(|letter| {
        is_quoted ^= *letter == '"';
        !is_quoted && *letter == separator
    });
    (names.count(), between.count() + 1)
}

fn readable(separator: u8, skip: usize) -> Result<Found, Fault> {
    if READ.contains(&separator) {
        return Ok(Found { separator, skip });
    }
    Err(Fault::of_file(
        1,
        Code::Header,
        format!(
            "The columns are separated by {}, which is not read.",
            char::from(separator)
        ),
        "Save the list with commas, semicolons or tabs between the columns.",
    ))
}
