//! The one form of an event that its hash is made of, the same from both databases.
//!
//! JSON (UTF-8) of one object: keys in the order of their bytes at every depth, no blanks, texts
//! escaped only where JSON requires it, numbers whole, ids in lower case, the time in UTC with
//! milliseconds. `docs/audit.md` says it for those who check without us.

use crate::keys::hex;
use chrono::SecondsFormat;
use gangway_entities::event::Model;
use ring::digest;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What the first event of a chain follows.
pub const NOTHING_BEFORE: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The hash of an event at a place in its chain.
pub fn hash_of(row: &Model, sequence: i64, previous: &str) -> String {
    let text = canonical(row, sequence, previous);
    hex(digest::digest(&digest::SHA256, text.as_bytes()).as_ref())
}

/// The event as it is hashed.
pub fn canonical(row: &Model, sequence: i64, previous: &str) -> String {
    let Model {
        id,
        partner_id,
        client_id,
        person_id,
        place_id,
        api_key_id,
        actor,
        kind,
        subject_id,
        data,
        changes,
        request_id,
        address,
        user_agent,
        created_at,
        sequence: _,
        previous_hash: _,
        hash: _,
    } = row;
    let whole = json!({
        "v": 1,
        "sequence": sequence,
        "previous": previous,
        "id": id,
        "partner": partner_id,
        "client": client_id,
        "person": person_id,
        "place": place_id,
        "api_key": api_key_id,
        "actor": actor,
        "kind": kind,
        "subject": subject_id,
        "data": data,
        "changes": changes,
        "request": request_id,
        "address": address,
        "user_agent": user_agent,
        "at": created_at.to_rfc3339_opts(SecondsFormat::Millis, true),
    });
    let mut text = String::new();
    write(&whole, &mut text);
    text
}

/// Sorted by hand: whether a map keeps its order depends on what else is compiled in.
fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(fields) => {
            let sorted: BTreeMap<&String, &Value> = fields.iter().collect();
            between('{', '}', sorted, out, |(name, value), out| {
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push(':');
                write(value, out);
            });
        }
        Value::Array(items) => between('[', ']', items, out, write),
        plain => out.push_str(&plain.to_string()),
    }
}

fn between<T>(
    open: char,
    close: char,
    items: impl IntoIterator<Item = T>,
    out: &mut String,
    write: impl Fn(T, &mut String),
) {
    out.push(open);
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(close);
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use uuid::Uuid;

    fn row() -> Model {
        Model {
            id: Uuid::from_u128(1),
            partner_id: Some(Uuid::from_u128(0xAB)),
            client_id: None,
            person_id: None,
            place_id: None,
            api_key_id: None,
            actor: "system".to_owned(),
            kind: "client.changed".to_owned(),
            subject_id: Uuid::from_u128(2),
            data: json!({"b": 1, "a": {"z": "é \"x\"\n", "y": [true, null]}}),
            changes: None,
            request_id: Some("request-1".to_owned()),
            address: Some("203.0.113.9".to_owned()),
            user_agent: None,
            created_at: DateTime::from_timestamp_millis(1_700_000_000_120).expect("a time"),
            sequence: 99,
            previous_hash: None,
            hash: None,
        }
    }

    /// A golden text and its SHA-256 as `sha256sum` gives it: what is stored depends on it for good.
    #[test]
    fn ob_01_the_canonical_form_never_changes() {
        let text = canonical(&row(), 7, "00ff");
        assert_eq!(
            text,
            "{\"actor\":\"system\",\"address\":\"203.0.113.9\",\"api_key\":null,\"at\":\"2023-11-14T22:13:20.120Z\",\
             \"changes\":null,\"client\":null,\
             \"data\":{\"a\":{\"y\":[true,null],\"z\":\"é \\\"x\\\"\\n\"},\"b\":1},\
             \"id\":\"00000000-0000-0000-0000-000000000001\",\"kind\":\"client.changed\",\
             \"partner\":\"00000000-0000-0000-0000-0000000000ab\",\"person\":null,\"place\":null,\
             \"previous\":\"00ff\",\"request\":\"request-1\",\"sequence\":7,\
             \"subject\":\"00000000-0000-0000-0000-000000000002\",\"user_agent\":null,\"v\":1}"
        );
        assert_eq!(
            hash_of(&row(), 7, "00ff"),
            "6939800dd67f6582d2e4c01d500048cdf126d8a761bfe1bc8804921a526eab5a"
        );
    }

    #[test]
    fn ob_01_each_field_counts() {
        let known = hash_of(&row(), 7, "00ff");
        let changed: [fn(&mut Model); 14] = [
            |row| row.id = Uuid::from_u128(9),
            |row| row.partner_id = None,
            |row| row.client_id = Some(Uuid::from_u128(9)),
            |row| row.person_id = Some(Uuid::from_u128(9)),
            |row| row.place_id = Some(Uuid::from_u128(9)),
            |row| row.api_key_id = Some(Uuid::from_u128(9)),
            |row| row.actor = "person".to_owned(),
            |row| row.kind = "client.created".to_owned(),
            |row| row.subject_id = Uuid::from_u128(9),
            |row| row.data = json!({}),
            |row| row.changes = Some(json!({})),
            |row| row.request_id = None,
            |row| row.address = None,
            |row| row.created_at += chrono::Duration::milliseconds(1),
        ];
        for change in changed {
            let mut other = row();
            change(&mut other);
            assert_ne!(hash_of(&other, 7, "00ff"), known, "{other:?}");
        }
        let mut other = row();
        other.user_agent = Some("curl".to_owned());
        assert_ne!(hash_of(&other, 7, "00ff"), known);
        assert_ne!(hash_of(&row(), 8, "00ff"), known);
        assert_ne!(hash_of(&row(), 7, "00fe"), known);
    }
}
