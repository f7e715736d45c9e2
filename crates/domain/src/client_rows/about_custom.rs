use super::check::Check;
use super::client_row::CustomValue;
use super::column::Column;
use super::custom_field::{CustomField, FieldKind};
use super::fault::FaultCode;
use crate::values::{Line, WebsiteAddress};
use chrono::NaiveDate;

/// Why a value is none of the field's: the code and what to do.
type Refused = (FaultCode, String);

/// Most digits of a number.
const MAX_DIGITS: usize = 30;

impl Check<'_> {
    /// The values of the partner's own fields.
    pub(super) fn custom(&mut self) -> Vec<(String, CustomValue)> {
        let known = self.known;
        let fields = known.fields().iter().enumerate();
        fields
            .filter_map(|(at, field)| {
                let value = self.custom_value(Column::ALL.len() + at, field)?;
                Some((field.name.clone(), value))
            })
            .collect()
    }

    fn custom_value(&mut self, at: usize, field: &CustomField) -> Option<CustomValue> {
        let (column, text) = (field.column(), self.text_at(at));
        if text.is_empty() {
            if field.required {
                let remedy = format!("Fill in {}.", field.name);
                self.refuse_at(at, &column, FaultCode::Required, "It is empty.", remedy);
            }
            return None;
        }
        match parsed(&field.kind, text) {
            Ok(value) => {
                self.stored_at(at, &column, &value.written());
                Some(value)
            }
            Err((code, remedy)) => {
                let reason = "It is no value of this field.";
                self.refuse_at(at, &column, code, reason, remedy);
                None
            }
        }
    }
}

fn parsed(kind: &FieldKind, text: &str) -> Result<CustomValue, Refused> {
    let wrong = |remedy: &str| Err((FaultCode::InvalidText, remedy.to_owned()));
    match kind {
        FieldKind::Text => line(text).map(CustomValue::Text),
        FieldKind::Number if is_number(text) => Ok(CustomValue::Number(text.to_owned())),
        FieldKind::Number => wrong("Enter a number in digits, like 1250 or 12.5."),
        FieldKind::Date => match date(text) {
            Some(day) => Ok(CustomValue::Date(day)),
            None => wrong("Enter a day as year, month and day, like 2027-01-31."),
        },
        FieldKind::YesNo => match text.to_lowercase().as_str() {
            "yes" | "y" | "true" | "1" => Ok(CustomValue::YesNo(true)),
            "no" | "n" | "false" | "0" => Ok(CustomValue::YesNo(false)),
            _ => wrong("Enter yes or no."),
        },
        FieldKind::Link => link(text).map(CustomValue::Link),
        FieldKind::Choice(options) => choice(options, text).map(CustomValue::Choice),
    }
}

fn line(text: &str) -> Result<String, Refused> {
    Line::parse(text).map(String::from).map_err(|rejection| {
        let code = match rejection.code {
            "too_long" => FaultCode::TooLong,
            _ => FaultCode::InvalidText,
        };
        (code, rejection.message.into_owned())
    })
}

fn link(text: &str) -> Result<String, Refused> {
    WebsiteAddress::parse(text)
        .map(String::from)
        .map_err(|rejection| {
            let code = match rejection.code {
                "too_long" => FaultCode::TooLong,
                _ => FaultCode::InvalidText,
            };
            (code, rejection.message.into_owned())
        })
}

/// The option, in its own case.
fn choice(options: &[String], text: &str) -> Result<String, Refused> {
    let given = text.to_lowercase();
    let found = options.iter().find(|option| option.to_lowercase() == given);
    found.cloned().ok_or_else(|| {
        let remedy = format!("Enter one of {}.", options.join(", "));
        (FaultCode::InvalidCode, remedy)
    })
}

/// Digits, at most one point between them, and a minus before: no `1,000`, which is one in half of
/// the world and a thousand in the other.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    digits.len() <= MAX_DIGITS && all(whole) && all(part)
}

/// A day of four-digit year, month and day. Other orders mean different days to different people.
fn date(text: &str) -> Option<NaiveDate> {
    let shape = text.len() == 10 && text.bytes().filter(|byte| *byte == b'-').count() == 2;
    shape
        .then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok())
        .flatten()
}
