//! Events as lines of CSV, for people: no cell is taken for a formula.

use chrono::SecondsFormat;
use gangway_domain::wire::Event;

/// The byte order mark, by which spreadsheets know UTF-8, and the names of the columns.
pub const HEAD: &str =
    "\u{feff}Time,Who,What,Client,Changes,Kind,Address,Browser,Request,Sequence,Hash\r\n";

/// An event as a line.
pub fn line(event: &Event) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let client = event.client.as_ref();
    let cells = [
        event
            .created_at
            .to_rfc3339_opts(SecondsFormat::Millis, true),
        event.actor.name.clone(),
        event.what.clone(),
        client
            .and_then(|client| client.name.clone())
            .unwrap_or_default(),
        changes(event),
        event.kind.clone(),
        text(&event.address),
        text(&event.user_agent),
        text(&event.request_id),
        event.sequence.to_string(),
        event.hash.clone(),
    ];
    cells.map(|cell| written(&cell)).join(",") + "\r\n"
}

/// "city: Portland -> Bangor; region: (empty) -> Maine"
fn changes(event: &Event) -> String {
    let shown = |text: &Option<String>| text.clone().unwrap_or_else(|| "(empty)".to_owned());
    let changes = event.changes.iter().map(|change| {
        let (before, after) = (shown(&change.before), shown(&change.after));
        format!("{}: {before} -> {after}", change.field)
    });
    changes.collect::<Vec<_>>().join("; ")
}

/// A cell: harmless, and quoted where it must be.
pub fn written(cell: &str) -> String {
    let harmless = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if harmless.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", harmless.replace('"', "\"\""))
    } else {
        harmless
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_09_a_cell_is_never_a_formula_and_keeps_its_commas() {
        for (cell, wanted) in [
            ("plain", "plain"),
            ("=1+1", "'=1+1"),
            ("+12075550100", "'+12075550100"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\rx", "\"'\rx\""),
            ("a, b", "\"a, b\""),
            (
                "=HYPERLINK(\"x\",\"y\")",
                "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
            ),
            ("two\nlines", "\"two\nlines\""),
            ("", ""),
        ] {
            assert_eq!(written(cell), wanted, "{cell:?}");
        }
    }
}
