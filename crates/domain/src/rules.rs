//! Rules for `#[validate(custom(function = "..."))]`, one for each value, so that server and
//! browser refuse the same input with the same code and message.

mod consent;
mod custom_value;
mod records;

pub use consent::*;
pub use custom_value::custom_value;
pub use records::*;

use std::borrow::Cow;

use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

use crate::hours::{DayTime, Span, spans};
use crate::roles::{Permission, StaffRole};
use crate::values::{
    Color, CompanyName, Country, EmailAddress, ItGlueAddress, Line, OneTimeCode, Paragraph,
    Password, PersonName, PhoneNumber, Rejection, TimeZone, WebsiteAddress, WidgetOrigin,
};
use crate::wire::{Holiday, OpenHours};
use chrono::{Datelike as _, NaiveDate};
use std::collections::HashSet;
use validator::Validate as _;

/// Most characters in one field of a draft.
const MAX_DRAFT: usize = 2000;
/// Most days of a schedule that differ from the week.
const MAX_HOLIDAYS: usize = 100;
/// Key under which `validator` keeps errors of a whole struct.
const WHOLE: &str = "__all__";
/// Key under which `validator` keeps the errors of a bare list.
const LIST: &str = "_tmp_validator";

impl From<Rejection> for ValidationError {
    fn from(rejection: Rejection) -> Self {
        Self::new(rejection.code).with_message(rejection.message)
    }
}

/// Two rules for a value: one that needs it, and one where empty or blank is fine.
macro_rules! rules {
    ($($value:ident: $rule:ident, $optional:ident;)*) => {
        $(
            #[doc = concat!("The text is a [`", stringify!($value), "`].")]
            pub fn $rule(value: &str) -> Result<(), ValidationError> {
                $value::parse(value)?;
                Ok(())
            }

            #[doc = concat!("The text is empty, blank or a [`", stringify!($value), "`].")]
            pub fn $optional(value: &str) -> Result<(), ValidationError> {
                if value.trim().is_empty() {
                    return Ok(());
                }
                $rule(value)
            }
        )*
    };
}

rules! {
    EmailAddress: email_address, optional_email_address;
    Color: color, optional_color;
    WebsiteAddress: website_address, optional_website_address;
    WidgetOrigin: widget_origin, optional_widget_origin;
    ItGlueAddress: it_glue_address, optional_it_glue_address;
    TimeZone: time_zone, optional_time_zone;
    Country: country, optional_country;
    PersonName: person_name, optional_person_name;
    CompanyName: company_name, optional_company_name;
    Line: line, optional_line;
    Paragraph: paragraph, optional_paragraph;
    PhoneNumber: phone_number, optional_phone_number;
}

/// A rule that names the field when nothing is there.
macro_rules! named {
    ($($field:ident: $rule:ident, $words:literal;)*) => {
        $(
            #[doc = concat!("As [`", stringify!($rule), "`]; without anything: \"", $words, "\"")]
            pub fn $field(value: &str) -> Result<(), ValidationError> {
                $rule(value).map_err(|error| match error.code.as_ref() {
                    "required" => Rejection::required($words).into(),
                    _ => error,
                })
            }
        )*
    };
}

named! {
    first_name: person_name, "Enter the first name.";
    last_name: person_name, "Enter the last name.";
    address_line1: line, "Enter the street and number.";
    city: line, "Enter the city.";
    visitor_name: person_name, "Enter your name.";
    key_name: line, "Enter a name, such as the program the key is for.";
    schedule_name: line, "Enter a name, such as Office hours.";
    holiday_name: line, "Enter what the day is called.";
}

/// At least one scope, each of them one that an API key may hold.
pub fn key_scopes(scopes: &[String]) -> Result<(), ValidationError> {
    if scopes.is_empty() {
        return Err(Rejection::new("required", "Choose what the key may do.").into());
    }
    if scopes
        .iter()
        .all(|scope| Permission::of_key_scope(scope).is_some())
    {
        return Ok(());
    }
    Err(Rejection::new("unknown_scope", "Choose scopes from the list only.").into())
}

/// The text is there, and not of blanks only.
pub fn required(value: &str) -> Result<(), ValidationError> {
    if value.trim().is_empty() {
        return Err(Rejection::required("Fill in this field.").into());
    }
    Ok(())
}

/// The text follows the policy for passwords as far as it can be known without the person's own
/// names; the server checks those with [`Password::check`].
pub fn password_shape(value: &str) -> Result<(), ValidationError> {
    Password::check(value, &[])?;
    Ok(())
}

/// A password as typed to sign in: only what could never be one is refused.
pub fn typed_password(value: &str) -> Result<(), ValidationError> {
    if value.is_empty() {
        return Err(Rejection::required("Enter your password.").into());
    }
    Password::typed(value)?;
    Ok(())
}

/// The text is a [`OneTimeCode`]: of an app, or for recovery.
pub fn one_time_code(value: &str) -> Result<(), ValidationError> {
    OneTimeCode::parse(value)?;
    Ok(())
}

/// The text is a [`OneTimeCode`] of an app.
pub fn app_code(value: &str) -> Result<(), ValidationError> {
    OneTimeCode::of_app(value)?;
    Ok(())
}

/// The text is the name of a [`StaffRole`].
pub fn staff_role(value: &str) -> Result<(), ValidationError> {
    match StaffRole::parse(value) {
        Some(_) => Ok(()),
        None => Err(Rejection::new("unknown_role", "Choose a role from the list.").into()),
    }
}

/// Words on a button: empty, or up to 24 characters on one line.
pub fn button_label(value: &str) -> Result<(), ValidationError> {
    optional_line(value)?;
    at_most(value, 24, "Use at most 24 characters.")
}

/// A greeting: empty, or up to 160 characters on one line.
pub fn greeting(value: &str) -> Result<(), ValidationError> {
    optional_line(value)?;
    at_most(value, 160, "Use at most 160 characters.")
}

/// What a visitor writes: up to 1,000 characters.
pub fn visitor_message(value: &str) -> Result<(), ValidationError> {
    Paragraph::parse(value).map_err(|rejection| match rejection.code {
        "required" => Rejection::required("Enter a message."),
        _ => rejection,
    })?;
    at_most(value, 1_000, "Use at most 1,000 characters.")
}

/// Something stands there; what it means is known where the country is.
pub fn required_phone(value: &str) -> Result<(), ValidationError> {
    if value.trim().is_empty() {
        return Err(Rejection::required("Enter your mobile phone number.").into());
    }
    at_most(value, 64, "Enter a phone number.")
}

/// The box is ticked.
pub fn agreed(value: &bool) -> Result<(), ValidationError> {
    if *value {
        return Ok(());
    }
    let words = "Tick the box, so that the company may text you back.";
    Err(Rejection::new("not_agreed", words).into())
}

/// The address of a page: empty, or up to 2,000 characters that begin like one.
pub fn page(value: &str) -> Result<(), ValidationError> {
    draft_text(value)?;
    if value.is_empty() || value.starts_with("https://") || value.starts_with("http://") {
        return Ok(());
    }
    Err(Rejection::new("invalid_page", "Send the address of the page.").into())
}

fn at_most(value: &str, most: usize, words: &'static str) -> Result<(), ValidationError> {
    if value.trim().chars().nth(most).is_some() {
        return Err(Rejection::new("too_long", words).into());
    }
    Ok(())
}

/// Text as typed so far: any, up to 2,000 characters, without NUL.
pub fn draft_text(value: &str) -> Result<(), ValidationError> {
    if value.chars().nth(MAX_DRAFT).is_some() {
        return Err(Rejection::new("too_long", "Use at most 2,000 characters.").into());
    }
    if value.contains('\0') {
        return Err(Rejection::new(
            "invalid_text",
            "Remove the characters that cannot be shown.",
        )
        .into());
    }
    Ok(())
}

/// The text is a [`DayTime`].
pub fn day_time(value: &str) -> Result<(), ValidationError> {
    DayTime::parse(value)?;
    Ok(())
}

/// The hours end after they start.
pub fn open_hours(hours: &OpenHours) -> Result<(), ValidationError> {
    Span::parse(hours)?;
    Ok(())
}

/// The hours of a day are few and apart. What is wrong with one of them is said there.
pub fn hours_of_a_day(hours: &[OpenHours]) -> Result<(), ValidationError> {
    if hours.iter().any(|span| Span::parse(span).is_err()) {
        return Ok(());
    }
    spans(hours)?;
    Ok(())
}

/// The day is of this century or the next.
pub fn holiday_date(on: &NaiveDate) -> Result<(), ValidationError> {
    if (2000..2200).contains(&on.year()) {
        return Ok(());
    }
    Err(Rejection::new("invalid_date", "Choose a day from 2000 to 2199.").into())
}

/// Holidays are few, and none is there twice. What is wrong with one of them is said there.
pub fn holidays(holidays: &[Holiday]) -> Result<(), ValidationError> {
    if holidays.iter().any(|day| day.validate().is_err()) {
        return Ok(());
    }
    if holidays.len() > MAX_HOLIDAYS {
        return Err(Rejection::new("too_many", "Use at most 100 holidays.").into());
    }
    let mut seen = HashSet::new();
    let twice = |day: &Holiday| !seen.insert(day.key());
    if holidays.iter().any(twice) {
        let words = "A day is there twice. Remove one of the two.";
        return Err(Rejection::new("duplicate", words).into());
    }
    Ok(())
}

/// Every error as (JSON pointer, code, message), by field name and place in a list.
///
/// The pointer (RFC 6901) is that of the field in the request body: `/members/3/email`. Errors of
/// a whole struct point at it; the pointer of the body itself is empty.
pub fn field_errors(errors: &ValidationErrors) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    collect(errors, "", &mut found);
    found
}

fn collect(errors: &ValidationErrors, at: &str, found: &mut Vec<(String, String, String)>) {
    let mut fields: Vec<_> = errors.errors().iter().collect();
    fields.sort_unstable_by_key(|(field, _)| *field);
    for (field, kind) in fields {
        let pointer = match field.as_ref() {
            WHOLE | LIST => at.to_owned(),
            name => format!("{at}/{}", escaped(name)),
        };
        match kind {
            ValidationErrorsKind::Struct(nested) => collect(nested, &pointer, found),
            ValidationErrorsKind::List(items) => {
                for (index, nested) in items {
                    collect(nested, &format!("{pointer}/{index}"), found);
                }
            }
            ValidationErrorsKind::Field(refused) => {
                found.extend(refused.iter().map(|error| {
                    let code = error.code.clone().into_owned();
                    (pointer.clone(), code, message(error).into_owned())
                }));
            }
        }
    }
}

/// The field's name as it stands in a JSON pointer; `r#type` is `type` on the wire.
fn escaped(name: &str) -> String {
    let name = name.strip_prefix("r#").unwrap_or(name);
    name.replace('~', "~0").replace('/', "~1")
}

fn message(error: &ValidationError) -> Cow<'_, str> {
    if let Some(message) = &error.message {
        return Cow::Borrowed(message);
    }
    let limit = |name: &str| error.params.get(name).and_then(serde_json::Value::as_u64);
    match (error.code.as_ref(), limit("min"), limit("max")) {
        ("length", Some(min), Some(max)) => format!("Use {min} to {max}.").into(),
        ("length", None, Some(max)) => format!("Use {max} or fewer.").into(),
        ("length", Some(min), None) => format!("Use {min} or more.").into(),
        ("range", Some(min), Some(max)) => format!("Enter a number from {min} to {max}.").into(),
        ("required", _, _) => "Fill in this field.".into(),
        _ => "Check this field.".into(),
    }
}
