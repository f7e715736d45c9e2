use super::rejection::Rejection;
use super::string_form::string_form;
use super::text::Rule;

const RULE: Rule = Rule {
    max: 100,
    many_lines: false,
    required: Rejection::required("Enter a name."),
    too_long: Rejection::new("too_long", "Enter a name of 100 characters or fewer."),
    invalid: Rejection::new(
        "invalid_text",
        "Enter the name on one line, without control characters or characters that change the direction of text.",
    ),
};

/// A person's first or last name: 1 to 100 characters on one line.
///
/// In NFC and without blanks at its ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonName(String);

impl PersonName {
    /// Codes: `required`, `too_long`, `invalid_text`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        RULE.apply(value).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

string_form!(
    PersonName,
    "A person's first or last name, 1 to 100 characters.",
    "Jane"
);
