use super::rejection::Rejection;
use super::string_form::string_form;
use super::text::Rule;

const RULE: Rule = Rule {
    max: 2000,
    many_lines: true,
    required: Rejection::required("Enter some text."),
    too_long: Rejection::new("too_long", "Enter 2,000 characters or fewer."),
    invalid: Rejection::new(
        "invalid_text",
        "Enter the text without control characters or characters that change the direction of text.",
    ),
};

/// Longer free text: 1 to 2000 characters, line ends as `\\n`.
///
/// In NFC and without blanks at its ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Paragraph(String);

impl Paragraph {
    /// Codes: `required`, `too_long`, `invalid_text`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        RULE.apply(value).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

string_form!(
    Paragraph,
    "Text of one or more lines, 1 to 2000 characters.",
    "We answer within a day."
);
