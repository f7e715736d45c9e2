//! Values of queries and forms, which are texts, against the schemas they stand for.

use chrono::{DateTime, NaiveDate};
use serde_json::Value;
use url::Url;

use super::resolve;

/// Whether a name may come several times.
pub(super) fn is_list(schema: &Value) -> bool {
    kind(schema) == "array"
}

/// In what a value is not as its schema wants it.
pub(super) fn wrong(document: &Value, schema: &Value, value: &str) -> Option<String> {
    let schema = resolve(document, schema);
    match kind(schema) {
        "array" => wrong(document, schema.get("items")?, value),
        "boolean" => {
            (!matches!(value, "true" | "false")).then(|| "is neither true nor false".into())
        }
        "integer" => match value.parse::<i64>() {
            Ok(number) => out_of_range(schema, number),
            Err(_) => Some("is no whole number".into()),
        },
        "number" => value.parse::<f64>().is_err().then(|| "is no number".into()),
        "string" => wrong_string(schema, value),
        other => Some(format!(
            "has the type {other}, which this check cannot read"
        )),
    }
}

fn kind(schema: &Value) -> &str {
    schema
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default()
}

fn out_of_range(schema: &Value, number: i64) -> Option<String> {
    let bound = |name| schema.get(name).and_then(Value::as_i64);
    let below = bound("minimum").is_some_and(|least| number < least);
    let above = bound("maximum").is_some_and(|most| number > most);
    (below || above).then(|| "is out of range".into())
}

fn wrong_string(schema: &Value, value: &str) -> Option<String> {
    let length = u64::try_from(value.chars().count()).unwrap_or(u64::MAX);
    let bound = |name| schema.get(name).and_then(Value::as_u64);
    if bound("minLength").is_some_and(|least| length < least) {
        return Some("is too short".into());
    }
    if bound("maxLength").is_some_and(|most| length > most) {
        return Some("is too long".into());
    }
    let words = schema.get("enum").and_then(Value::as_array);
    if words.is_some_and(|words| !words.iter().any(|word| word == value)) {
        return Some("is none of the words it may be".into());
    }
    let pattern = schema.get("pattern").and_then(Value::as_str);
    match pattern.map(|pattern| is_sid(pattern, value)) {
        Some(None) => return Some("has a pattern that this check cannot read".into()),
        Some(Some(false)) => return Some("is no SID of its kind".into()),
        Some(Some(true)) | None => {}
    }
    let format = schema.get("format").and_then(Value::as_str)?;
    (!is_format(format, value)?).then(|| format!("is no {format}"))
}

/// Of patterns Twilio uses one kind only: letters to begin with, and 32 hexadecimal digits.
fn is_sid(pattern: &str, value: &str) -> Option<bool> {
    let beginnings = pattern
        .strip_prefix('^')?
        .strip_suffix("[0-9a-fA-F]{32}$")?;
    let beginnings = beginnings.trim_start_matches('(').trim_end_matches(')');
    if !beginnings
        .bytes()
        .all(|byte| byte.is_ascii_uppercase() || byte == b'|')
    {
        return None;
    }
    Some(beginnings.split('|').any(|beginning| {
        value.strip_prefix(beginning).is_some_and(|rest| {
            rest.len() == 32 && rest.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    }))
}

/// None where the format says nothing about the text.
fn is_format(format: &str, value: &str) -> Option<bool> {
    Some(match format {
        // An empty one takes the address away.
        "uri" => value.is_empty() || is_web_address(value),
        "phone-number" => is_phone_number(value),
        "date-time" => {
            DateTime::parse_from_rfc3339(value).is_ok() || value.parse::<NaiveDate>().is_ok()
        }
        "iso-country-code" => {
            value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_uppercase())
        }
        "http-method" => matches!(value, "GET" | "POST"),
        _ => return None,
    })
}

fn is_web_address(value: &str) -> bool {
    Url::parse(value).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// `+` and 8 to 15 digits, as E.164 has it.
fn is_phone_number(value: &str) -> bool {
    let digits = value.strip_prefix('+').unwrap_or_default();
    (8..=15).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn is_right(schema: &Value, value: &str) -> bool {
        wrong(&Value::Null, schema, value).is_none()
    }

    #[test]
    fn a_text_is_held_against_its_schema() {
        let sid = json!({"type": "string", "minLength": 34, "maxLength": 34, "pattern": "^(SM|MM)[0-9a-fA-F]{32}$"});
        let hex = "0123456789abcdefABCDEF0123456789";
        for (schema, right, not) in [
            (json!({"type": "boolean"}), "true", "True"),
            (json!({"type": "integer", "minimum": 1}), "1", "0"),
            (json!({"type": "integer", "maximum": 9}), "9", "10"),
            (json!({"type": "integer"}), "-3", "3.5"),
            (json!({"type": "number"}), "3.5", "three"),
            (json!({"type": "string", "enum": ["a"]}), "a", "b"),
            (
                json!({"type": "string", "format": "phone-number"}),
                "+15105550142",
                "5105550142",
            ),
            (
                json!({"type": "string", "format": "uri"}),
                "https://a.test/x",
                "/x",
            ),
            (
                json!({"type": "string", "format": "date-time"}),
                "2026-02-01",
                "yesterday",
            ),
            (
                json!({"type": "string", "format": "iso-country-code"}),
                "US",
                "USA",
            ),
            (
                json!({"type": "array", "items": {"type": "integer"}}),
                "1",
                "x",
            ),
            (sid.clone(), &format!("SM{hex}"), &format!("PN{hex}")),
            (sid, &format!("MM{hex}"), "SM1"),
        ] {
            assert!(is_right(&schema, right), "{schema} {right}");
            assert!(!is_right(&schema, not), "{schema} {not}");
        }
    }

    #[test]
    fn what_the_check_cannot_read_is_no_pass() {
        let pattern = json!({"type": "string", "pattern": "^[a-z]+$"});
        assert!(!is_right(&pattern, "a"));
        assert!(!is_right(&json!({"type": "object"}), "a"));
    }
}
