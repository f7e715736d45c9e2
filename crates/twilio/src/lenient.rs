//! Readers for what Twilio's answers do in spite of its document: `""` for nothing, numbers as
//! texts, dates of RFC 2822.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer};

#[derive(Deserialize)]
#[serde(untagged)]
enum TextOrNumber {
    Text(String),
    Number(serde_json::Number),
    Other(serde::de::IgnoredAny),
}

fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(match Option::<TextOrNumber>::deserialize(from)? {
        Some(TextOrNumber::Text(text)) if !text.is_empty() => Some(text),
        Some(TextOrNumber::Number(number)) => Some(number.to_string()),
        Some(TextOrNumber::Text(_) | TextOrNumber::Other(_)) | None => None,
    })
}

/// `""` and null are nothing.
pub(crate) fn filled<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from)
}

/// A count as a number or as a text; what is neither is nothing.
pub(crate) fn count<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    Ok(text(from)?.and_then(|text| text.parse().ok()))
}

/// A date of RFC 2822; what is none is nothing.
pub(crate) fn date<'de, D: Deserializer<'de>>(from: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    Ok(text(from)?
        .and_then(|text| DateTime::parse_from_rfc2822(&text).ok())
        .map(|date| date.to_utc()))
}
