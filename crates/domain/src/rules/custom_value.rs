//! Values of a partner's own fields.

use crate::values::{Line, Rejection, WebsiteAddress};
use crate::wire::CustomFieldKind;
use chrono::NaiveDate;

/// Most digits of a number.
const MOST_DIGITS: usize = 30;
const NUMBER: Rejection = Rejection::new(
    "invalid_number",
    "Enter a number in digits, like 1250 or 12.5.",
);
const DATE: Rejection = Rejection::new(
    "invalid_date",
    "Enter a day as year, month and day, like 2027-01-31.",
);
const YES_NO: Rejection = Rejection::new("invalid_choice", "Enter yes or no.");
const CHOICE: Rejection = Rejection::new("invalid_choice", "Choose one of the field's choices.");

/// The value in the one form of a field's kind; empty for none. `choices` are those of a choice.
///
/// Codes: `invalid_number`, `invalid_date`, `invalid_choice`, those of a line and of a web address.
pub fn custom_value(
    kind: CustomFieldKind,
    choices: &[String],
    value: &str,
) -> Result<String, Rejection> {
    let value = value.trim();
    if value.is_empty() {
        return Ok(String::new());
    }
    match kind {
        CustomFieldKind::Text => Line::parse(value).map(String::from),
        CustomFieldKind::Number if is_number(value) => Ok(value.to_owned()),
        CustomFieldKind::Number => Err(NUMBER),
        CustomFieldKind::Date => date(value).ok_or(DATE),
        CustomFieldKind::YesNo => match value.to_lowercase().as_str() {
            answer @ ("yes" | "no") => Ok(answer.to_owned()),
            _ => Err(YES_NO),
        },
        CustomFieldKind::Choice => choice(choices, value).ok_or(CHOICE),
        CustomFieldKind::Link => WebsiteAddress::parse(value).map(String::from),
    }
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
fn choice(choices: &[String], value: &str) -> Option<String> {
    let wanted = value.to_lowercase();
    let mut choices = choices.iter();
    choices
        .find(|choice| choice.to_lowercase() == wanted)
        .cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d6_each_kind_takes_its_own_and_nothing_else() {
        use CustomFieldKind::{Choice, Date, Link, Number, Text, YesNo};
        let choices = ["Gold".to_owned(), "Silver".to_owned()];
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
            (Number, "  ", Ok("")),
        ] {
            let found = custom_value(kind, &choices, given).map_err(|wrong| wrong.code);
            assert_eq!(found.as_deref(), kept.as_ref().copied(), "{given}");
        }
        assert!(custom_value(Link, &[], "javascript:alert(1)").is_err());
    }
}
