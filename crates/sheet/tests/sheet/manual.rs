//! `docs/import.md` says what the code does.

use gangway_domain::client_rows::{Column, FaultCode};
use gangway_sheet::{MAX_BYTES, MAX_CELL, MAX_CELL_LINES, MAX_COLUMNS, MAX_ROWS};

const MANUAL: &str = include_str!("../../../../docs/import.md");

#[test]
fn d7_the_manual_has_every_code() {
    for code in FaultCode::ALL {
        let row = format!("\n| `{}` |", code.as_str());
        assert!(MANUAL.contains(&row), "{code:?}");
    }
}

#[test]
fn d19_the_manual_has_every_column_and_marks_the_mandatory_ones() {
    for column in Column::ALL {
        let mark = if column.is_mandatory() { " *" } else { "" };
        let row = format!("\n| `{}`{mark} |", column.name());
        assert!(MANUAL.contains(&row), "{row}");
    }
}

#[test]
fn the_manual_has_every_limit() {
    assert_eq!(MAX_ROWS, 200_000);
    for words in [
        format!("{} MB", MAX_BYTES / 1024 / 1024),
        "rows | 200,000".to_owned(),
        format!("columns | {MAX_COLUMNS}"),
        format!("{} kB, {MAX_CELL_LINES} lines", MAX_CELL / 1024),
    ] {
        assert!(MANUAL.contains(&words), "{words}");
    }
}
