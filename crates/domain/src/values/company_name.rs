use super::rejection::Rejection;
use super::string_form::string_form;
use super::text::{Rule, is_invisible};
use super::unicode::nfc;

const RULE: Rule = Rule {
    max: 255,
    many_lines: false,
    required: Rejection::required("Enter the company name."),
    too_long: Rejection::new(
        "too_long",
        "Enter a company name of 255 characters or fewer.",
    ),
    invalid: Rejection::new(
        "invalid_text",
        "Enter the company name on one line, without control characters or characters that change the direction of text.",
    ),
};

/// The name of a company: 1 to 255 characters on one line.
///
/// In NFC and without blanks at its ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompanyName(String);

impl CompanyName {
    /// Codes: `required`, `too_long`, `invalid_text`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        RULE.apply(value).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form in which names are compared: NFC, lower case, without invisible characters, one
    /// blank where there are several. Two names with the same form are one name; it is not shown.
    pub fn folded(&self) -> String {
        let visible: String = self.0.chars().filter(|c| !is_invisible(*c)).collect();
        let lower = nfc(&visible.to_lowercase());
        lower.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

string_form!(
    CompanyName,
    "The name of a company, 1 to 255 characters.",
    "Acme Widgets Ltd"
);
