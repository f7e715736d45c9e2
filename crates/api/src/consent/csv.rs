//! Entries of the ledger as lines of CSV: the proof a company shows.

use super::ledger::{kind_str, source_str, standing_str};
use crate::events::csv_cell;
use chrono::SecondsFormat;
use gangway_domain::wire::Consent;

/// The byte order mark, by which spreadsheets know UTF-8, and the names of the columns.
pub const HEAD: &str = "\u{feff}Time,Customer number,Company number,What,How,May be texted,Wording,Wording version,Page,Address,Browser,Message,Recorded by,Id\r\n";

/// An entry as a line.
pub fn line(consent: &Consent) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let cells = [
        consent.at.to_rfc3339_opts(SecondsFormat::Millis, true),
        consent.customer_number.clone(),
        consent.company_number.clone(),
        kind_str(consent.kind).to_owned(),
        source_str(consent.source).to_owned(),
        standing_str(consent.standing)
            .replace("given", "yes")
            .replace("ended", "no"),
        text(&consent.wording),
        text(&consent.wording_version),
        text(&consent.page),
        text(&consent.address),
        text(&consent.user_agent),
        consent
            .message_id
            .map(|id| id.to_string())
            .unwrap_or_default(),
        text(&consent.recorded_by),
        consent.id.to_string(),
    ];
    cells.map(|cell| csv_cell(&cell)).join(",") + "\r\n"
}
