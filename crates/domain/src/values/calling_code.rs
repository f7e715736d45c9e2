//! The codes that are dialled for countries (ITU-T E.164), and numbers in two parts.

use super::phone_number::PhoneNumber;
use super::rejection::Rejection;
use super::string_form::string_form;

const REQUIRED: Rejection = Rejection::required("Enter the country's code, like 1.");
const INVALID: Rejection = Rejection::new(
    "invalid_code",
    "Enter the code that is dialled for the country, digits only, like 1 or 44.",
);
const NUMBER_REQUIRED: Rejection =
    Rejection::required("Enter the number without the country's code.");
const NUMBER_INVALID: Rejection = Rejection::new(
    "invalid_phone",
    "Enter the number without the country's code, digits only, like 2025550143.",
);

/// Codes of one and two digits; all others have three, and none begins with another.
const SHORT: &[&str] = &[
    "1", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
    "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64",
    "65", "66", "7", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
];
/// The tens of codes of three digits in which some are in use.
const LONG: &[&str] = &[
    "21", "22", "23", "24", "25", "26", "29", "35", "37", "38", "42", "50", "59", "67", "68", "69",
    "80", "85", "87", "88", "96", "97", "99",
];
/// Codes of three digits in those tens that nobody has.
const UNUSED: &[&str] = &[
    "210", "214", "215", "217", "219", "259", "292", "293", "294", "295", "296", "384", "388",
    "422", "424", "425", "426", "427", "428", "429", "671", "684", "693", "694", "695", "696",
    "697", "698", "699", "801", "802", "803", "804", "805", "806", "807", "809", "851", "854",
    "857", "858", "859", "871", "872", "873", "874", "875", "876", "877", "879", "884", "885",
    "887", "889", "969", "978", "990", "991", "997", "999",
];

/// The code that is dialled for a country, digits only: `1`, `44`, `353`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallingCode(String);

impl CallingCode {
    /// Codes: `required`, `invalid_code`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        let text = value.trim();
        if text.is_empty() {
            return Err(REQUIRED);
        }
        match at_start_of(text) {
            Some(code) if code == text => Ok(Self(code.to_owned())),
            _ => Err(INVALID),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

string_form!(
    CallingCode,
    "The code that is dialled for a country, digits only.",
    "44"
);

/// The code with which digits begin.
fn at_start_of(digits: &str) -> Option<&str> {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let short = (1..=2).filter_map(|length| digits.get(..length));
    if let Some(code) = short.into_iter().find(|code| SHORT.contains(code)) {
        return Some(code);
    }
    let code = digits.get(..3)?;
    let known = LONG.iter().any(|tens| code.starts_with(tens)) && !UNUSED.contains(&code);
    known.then_some(code)
}

impl PhoneNumber {
    /// The digits within a country, as they are written there for callers from abroad.
    ///
    /// Codes: `required`, `invalid_phone`.
    pub fn national(value: &str) -> Result<&str, Rejection> {
        let text = value.trim();
        if text.is_empty() {
            return Err(NUMBER_REQUIRED);
        }
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        if digits && (4..=14).contains(&text.len()) {
            Ok(text)
        } else {
            Err(NUMBER_INVALID)
        }
    }

    /// A number whose country's code is apart. An Italian number keeps its zero.
    ///
    /// Codes: `required`, `invalid_code`, `invalid_phone`.
    pub fn of_parts(code: &str, number: &str) -> Result<Self, Rejection> {
        let code = CallingCode::parse(code)?;
        let number = Self::national(number)?;
        Self::parse(&format!("+{}{number}", code.as_str())).map_err(|_| NUMBER_INVALID)
    }

    /// The country's code and the number within it; the whole without a code where none is known.
    pub fn parts(&self) -> (&str, &str) {
        let digits = self.as_str().trim_start_matches('+');
        at_start_of(digits)
            .and_then(|code| digits.split_at_checked(code.len()))
            .unwrap_or(("", digits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d12_a_number_comes_apart_as_it_was_put_together() {
        for (code, number) in [
            ("1", "2025550143"),
            ("39", "0698765432"),
            ("44", "2079460958"),
            ("353", "15550123"),
            ("7", "4951234567"),
        ] {
            let phone = PhoneNumber::of_parts(code, number).expect(number);
            assert_eq!(phone.as_str(), format!("+{code}{number}"));
            assert_eq!(phone.parts(), (code, number));
        }
    }

    #[test]
    fn d12_codes_are_known_ones_of_digits_only() {
        for wrong in ["+1", "0", "999", "12", "x", "210", "1 "] {
            let parsed = CallingCode::parse(wrong).map_err(|rejection| rejection.code);
            let wanted = if wrong == "1 " {
                Ok(CallingCode("1".to_owned()))
            } else {
                Err("invalid_code")
            };
            assert_eq!(parsed, wanted, "{wrong}");
        }
    }

    #[test]
    fn d12_numbers_are_of_digits_only() {
        for wrong in [
            "202 555 0143",
            "(202)555-0143",
            "+12025550143",
            "2.025550143E9",
            "202555O143",
            "=2025550143",
            "20255501431234567",
            "\u{661}\u{662}\u{663}\u{664}\u{665}",
        ] {
            let code = PhoneNumber::of_parts("1", wrong).expect_err(wrong).code;
            assert_eq!(code, "invalid_phone", "{wrong}");
        }
    }
}
