//! The phones of customers: what was said between them and the numbers that are owned.

mod condition;
mod phone;

use std::collections::BTreeMap;

pub use condition::Condition;
pub(crate) use phone::{Phone, Thread, numbers, phone};

/// Names of companies by their numbers.
pub(crate) type Contacts = BTreeMap<String, String>;

/// A number as people type it, in the one form in which it is kept: `+` and 8 to 15 digits. Ten
/// digits alone are American.
pub(crate) fn number(typed: &str) -> Option<String> {
    let kept = |c: &char| !c.is_whitespace() && !matches!(c, '(' | ')' | '-' | '.');
    let text: String = typed.trim().chars().filter(kept).collect();
    let number = match text.len() {
        10 if !text.starts_with('+') => format!("+1{text}"),
        _ => text,
    };
    crate::twilio::is_e164(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_is_read_as_people_type_it() {
        for typed in [
            "+15105550142",
            "(510) 555-0142",
            "510.555.0142",
            " +1 510 555 0142 ",
        ] {
            assert_eq!(number(typed).as_deref(), Some("+15105550142"), "{typed}");
        }
        for typed in ["", "555-0142", "+1", "15105550142x", "+0105550142"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }
}
