//! What happened to an import, as events tell it.

use crate::events::Event;
use crate::extract::Caller;
use gangway_domain::ids::PartnerId;
use gangway_entities::client_import::Model;
use serde_json::{Value, json};

/// Something a caller did to an import, or Gangway for them.
pub fn by(caller: &Caller, kind: &'static str, import: &Model) -> Event {
    Event::by(caller, kind, import.id).with(facts(import))
}

/// Something Gangway did because nobody may ask for it any more.
pub fn of(kind: &'static str, import: &Model) -> Event {
    let partner = PartnerId(import.partner_id);
    Event::of(kind, import.id).at(partner).with(facts(import))
}

fn facts(import: &Model) -> Value {
    json!({
        "file": import.file_name,
        "rows": import.rows_read,
        "good": import.good,
        "faulty": import.faulty,
        "created": import.created,
        "undone": import.undone,
    })
}
