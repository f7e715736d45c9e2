//! What was typed right before a page was left, for the page that follows: it may read before the
//! server has written what it was sent.
//!
//! It stands in the tab's own storage until it is written, and counts for a moment only: later the
//! server knows better, for it may have been changed on another device.

use super::drafts::Target;
use crate::{dom, times};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

const KEY: &str = "gangway.typed";
const MOMENT_MS: i64 = 10_000;

#[derive(Serialize, Deserialize)]
struct Typed {
    target: String,
    at_ms: i64,
    fields: Map<String, Value>,
}

/// Keeps what is on its way while a page is left.
pub(super) fn keep(target: &Target, fields: &Map<String, Value>) {
    let typed = Typed {
        target: target.name(),
        at_ms: times::now().timestamp_millis(),
        fields: fields.clone(),
    };
    if let (Some(storage), Ok(text)) = (dom::tab_storage(), serde_json::to_string(&typed)) {
        // A full or forbidden storage: the page that follows shows what the server has.
        let _ = storage.set_item(KEY, &text);
    }
}

/// It is written.
pub(super) fn forget() {
    if let Some(storage) = dom::tab_storage() {
        let _ = storage.remove_item(KEY);
    }
}

/// What the page before left, if it was here and a moment ago.
pub(super) fn take(target: &Target) -> Map<String, Value> {
    let text = dom::tab_storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    let Some(text) = text else {
        return Map::new();
    };
    forget();
    let now_ms = times::now().timestamp_millis();
    serde_json::from_str::<Typed>(&text)
        .ok()
        .filter(|typed| typed.target == target.name())
        .filter(|typed| (0..MOMENT_MS).contains(&(now_ms - typed.at_ms)))
        .map(|typed| typed.fields)
        .unwrap_or_default()
}
