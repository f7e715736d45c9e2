use super::rejection::Rejection;
use super::string_form::string_form;

/// Digits after the `+` (E.164 allows 15; no country has numbers shorter than this with its code).
const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;
/// More than this is no number, however it is written.
const MAX_TYPED: usize = 64;

const REQUIRED: Rejection =
    Rejection::required("Enter a phone number with its country code, like +1 202 555 0143.");
const INVALID: Rejection = Rejection::new(
    "invalid_phone",
    "Enter a phone number with its country code, like +1 202 555 0143.",
);

/// A phone number in E.164 form: `+12025550143`.
///
/// The shape only; whether the number can exist in its country is not known here. A number without
/// country code is refused, since its country is not known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Takes blanks, dashes, dots, brackets, a trunk zero in brackets and full-width digits.
    ///
    /// Codes: `required`, `invalid_phone`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        let text = value.trim();
        if text.is_empty() {
            return Err(REQUIRED);
        }
        e164(text).map(Self).ok_or(INVALID)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For people to read: `+1 202 555 0143`; numbers of other countries as they are.
    pub fn display(&self) -> String {
        self.north_american_groups()
            .unwrap_or_else(|| self.0.clone())
    }

    fn north_american_groups(&self) -> Option<String> {
        let national = self.0.strip_prefix("+1").filter(|rest| rest.len() == 10)?;
        let (area, rest) = national.split_at_checked(3)?;
        let (exchange, line) = rest.split_at_checked(3)?;
        Some(format!("+1 {area} {exchange} {line}"))
    }
}

string_form!(PhoneNumber, "Phone number in E.164 form.", "+12025550143");

fn e164(text: &str) -> Option<String> {
    if text.chars().nth(MAX_TYPED).is_some() {
        return None;
    }
    let plain: String = text.chars().map(without_width).collect();
    // The trunk zero of "+44 (0)20 7946 0958" is not dialled from abroad.
    let after_plus = plain.strip_prefix('+')?.replacen("(0)", "", 1);
    let written = after_plus.chars().filter(|c| !is_punctuation(*c));
    let digits: String = written.collect();
    let only_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    let right = only_digits && DIGITS.contains(&digits.len()) && !digits.starts_with('0');
    right.then(|| format!("+{digits}"))
}

/// The ASCII form of a full-width digit, plus or bracket.
fn without_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    }
}

fn is_punctuation(c: char) -> bool {
    let blank = c.is_whitespace() && !c.is_control();
    blank
        || matches!(
            c,
            '-' | '.' | '(' | ')' | '\u{2010}'..='\u{2015}' | '\u{2212}'
        )
}
