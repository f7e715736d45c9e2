//! Rules of consent and of what a client sets about texting.

use super::{line, optional_website_address, paragraph};
use crate::values::{ClockTime, Rejection};
use validator::ValidationError;

/// Fewest and most characters of the words that customers agree to.
const WORDING: std::ops::RangeInclusive<usize> = 40..=1000;
/// Most characters of the answer to HELP: three parts of a text at most.
const MAX_HELP: usize = 320;
/// Most characters of the name of a quick reply.
const MAX_NAME: usize = 60;
/// Most characters of a text: what the provider takes.
const MAX_TEXT: usize = 1600;

/// The words that customers agree to: long enough to say something, and they name STOP.
pub fn consent_wording(value: &str) -> Result<(), ValidationError> {
    paragraph(value)?;
    if !WORDING.contains(&value.trim().chars().count()) {
        return Err(Rejection::new("length", "Use 40 to 1,000 characters.").into());
    }
    if !value
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| word == "STOP")
    {
        return Err(Rejection::new(
            "stop_missing",
            "Say how customers end it, such as \"Reply STOP to end\".",
        )
        .into());
    }
    Ok(())
}

/// The text is empty, or what customers are answered who text HELP.
pub fn optional_help_text(value: &str) -> Result<(), ValidationError> {
    if value.trim().is_empty() {
        return Ok(());
    }
    paragraph(value)?;
    at_most(value, MAX_HELP, "Use at most 320 characters.")
}

/// The text is empty or a time on a clock, `HH:MM`.
pub fn optional_clock_time(value: &str) -> Result<(), ValidationError> {
    if value.trim().is_empty() {
        return Ok(());
    }
    ClockTime::parse(value)?;
    Ok(())
}

/// The text is empty or the address of a page.
pub fn optional_website(value: &str) -> Result<(), ValidationError> {
    optional_website_address(value).map_err(|error| match error.code.as_ref() {
        "required" => error,
        _ => Rejection::new(
            "invalid_website",
            "Enter the full address of the page, like https://www.companyname.com/privacy.",
        )
        .into(),
    })
}

/// The name of a quick reply.
pub fn quick_reply_name(value: &str) -> Result<(), ValidationError> {
    line(value).map_err(|error| match error.code.as_ref() {
        "required" => Rejection::required("Enter a name, such as \"Opening hours\".").into(),
        _ => error,
    })?;
    at_most(value, MAX_NAME, "Use at most 60 characters.")
}

/// The text of a quick reply.
pub fn quick_reply_text(value: &str) -> Result<(), ValidationError> {
    paragraph(value).map_err(|error| match error.code.as_ref() {
        "required" => Rejection::required("Enter the text.").into(),
        _ => error,
    })?;
    at_most(value, MAX_TEXT, "Use at most 1,600 characters.")
}

fn at_most(value: &str, most: usize, words: &'static str) -> Result<(), ValidationError> {
    if value.trim().chars().nth(most).is_some() {
        return Err(Rejection::new("too_long", words).into());
    }
    Ok(())
}
