use super::rejection::Rejection;
use super::string_form::string_form;
use super::text::Rule;

const RULE: Rule = Rule {
    max: 255,
    many_lines: false,
    required: Rejection::required("Enter a value."),
    too_long: Rejection::new("too_long", "Enter 255 characters or fewer."),
    invalid: Rejection::new(
        "invalid_text",
        "Enter the text on one line, without control characters or characters that change the direction of text.",
    ),
};

/// Short free text: 1 to 255 characters on one line.
///
/// In NFC and without blanks at its ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line(String);

impl Line {
    /// Codes: `required`, `too_long`, `invalid_text`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        RULE.apply(value).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

string_form!(
    Line,
    "Short text on one line, 1 to 255 characters.",
    "1 Main Street"
);
