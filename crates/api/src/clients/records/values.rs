//! Values of a partner's own fields.

use chrono::NaiveDate;
use gangway_domain::values::{Line, WebsiteAddress};
use gangway_domain::wire::CustomFieldKind;
use gangway_entities::custom_field::Model;
use std::borrow::Cow;

/// Most digits of a number.
const MOST_DIGITS: usize = 30;

/// Why a value is none of a field's.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub code: &'static str,
    pub message: Cow<'static, str>,
}

/// The value in the one form of the field's kind; empty for none.
pub(super) fn fitting(field: &Model, value: &str) -> Result<String, Wrong> {
    let value = value.trim();
    if value.is_empty() {
        return Ok(String::new());
    }
    let wrong = |code, message: &'static str| Wrong {
        code,
        message: message.into(),
    };
    match CustomFieldKind::parse(&field.kind).unwrap_or(CustomFieldKind::Text) {
        CustomFieldKind::Text => line(value),
        CustomFieldKind::Number if is_number(value) => Ok(value.to_owned()),
        CustomFieldKind::Number => Err(wrong(
            "invalid_number",
            "Enter a number in digits, like 1250 or 12.5.",
        )),
        CustomFieldKind::Date => date(value).ok_or_else(|| {
            wrong(
                "invalid_date",
                "Enter a day as year, month and day, like 2027-01-31.",
            )
        }),
        CustomFieldKind::YesNo => match value.to_lowercase().as_str() {
            answer @ ("yes" | "no") => Ok(answer.to_owned()),
            _ => Err(wrong("invalid_choice", "Enter yes or no.")),
        },
        CustomFieldKind::Choice => choice(field, value)
            .ok_or_else(|| wrong("invalid_choice", "Choose one of the field's choices.")),
        CustomFieldKind::Link => {
            WebsiteAddress::parse(value)
                .map(String::from)
                .map_err(|rejection| Wrong {
                    code: rejection.code,
                    message: rejection.message,
                })
        }
    }
}

fn line(value: &str) -> Result<String, Wrong> {
    let parsed = Line::parse(value).map(String::from);
    parsed.map_err(|rejection| Wrong {
        code: rejection.code,
        message: rejection.message,
    })
}

/// Digits, at most one point between them, and a minus before: no `1,000`, which is one in half of the
/// world and a thousand in the other.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    digits.len() <= MOST_DIGITS && all(whole) && all(part)
}

fn date(text: &str) -> Option<String> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    // Two digits for the month and the day, four for the year.
    Some(day.to_string()).filter(|written| written == text)
}

/// The choice in its own case.
fn choice(field: &Model, value: &str) -> Option<String> {
    let choices: Vec<String> = serde_json::from_value(field.choices.clone()).ok()?;
    let wanted = value.to_lowercase();
    choices
        .into_iter()
        .find(|choice| choice.to_lowercase() == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use serde_json::json;
    use uuid::Uuid;

    fn value(kind: CustomFieldKind, value: &str) -> Result<String, &'static str> {
        let at = DateTime::UNIX_EPOCH;
        let field = Model {
            id: Uuid::nil(),
            partner_id: Uuid::nil(),
            name: "Plan".to_owned(),
            name_key: "plan".to_owned(),
            kind: kind.as_str().to_owned(),
            choices: json!(["Gold", "Silver"]),
            position: 0,
            mandatory: false,
            archived_at: None,
            created_at: at,
            updated_at: at,
            version: 1,
        };
        fitting(&field, value).map_err(|wrong| wrong.code)
    }

    #[test]
    fn d6_each_kind_takes_its_own_and_nothing_else() {
        use CustomFieldKind::{Choice, Date, Link, Number, Text, YesNo};
        for (kind, given, kept) in [
            (Text, " A  b ", Ok("A  b")),
            (Text, "a\u{7}", Err("invalid_text")),
            (Number, "-12.5", Ok("-12.5")),
            (Number, "1,000", Err("invalid_number")),
            (Number, "1e9", Err("invalid_number")),
            (Date, "2028-02-29", Ok("2028-02-29")),
            (Date, "2027-02-29", Err("invalid_date")),
            (Date, "2027-1-5", Err("invalid_date")),
            (Choice, "gold", Ok("Gold")),
            (Choice, "Bronze", Err("invalid_choice")),
            (YesNo, "Yes", Ok("yes")),
            (YesNo, "maybe", Err("invalid_choice")),
            (
                Link,
                "https://www.example.com/a",
                Ok("https://www.example.com/a"),
            ),
            (Link, "javascript:alert(1)", Err("invalid_website")),
            (Number, "  ", Ok("")),
        ] {
            let (found, kept) = (value(kind, given), kept.map(str::to_owned));
            match (&found, &kept) {
                (Err(_), Err("invalid_website")) => {}
                _ => assert_eq!(found, kept, "{given}"),
            }
        }
    }
}
