use super::check::Check;
use super::client_row::Phone;
use super::column::Column;
use super::fault::FaultCode;
use crate::values::PhoneNumber;

/// Most digits of a country's code.
const MAX_CODE: usize = 3;

impl Check<'_> {
    /// The country's code and the number, both in digits, both or neither.
    pub(super) fn phone(&mut self) -> Option<Phone> {
        self.both_or_neither(Column::Code, Column::PhoneNumber);
        let code = self.phone_code();
        let number = self.phone_digits();
        let (code, digits) = (code?, number?);
        let number = PhoneNumber::without_trunk(code, digits);
        let north_american = code != "1" || number.len() == 10;
        if !north_american || PhoneNumber::parse(&format!("+{code}{number}")).is_err() {
            self.no_number("The number has too many or too few digits for its country.");
            return None;
        }
        self.stored(Column::Code, code);
        self.stored(Column::PhoneNumber, number);
        Some(Phone {
            code: code.to_owned(),
            number: number.to_owned(),
        })
    }
}

impl<'a> Check<'a> {
    fn phone_code(&mut self) -> Option<&'a str> {
        let code = self.text(Column::Code);
        let right = is_digits(code) && code.len() <= MAX_CODE && !code.starts_with('0');
        if code.is_empty() || right {
            return Some(code).filter(|code| !code.is_empty());
        }
        let digits = code.trim_start_matches(['+', '0']);
        let remedy = if is_digits(digits) && digits.len() <= MAX_CODE {
            format!("Enter {digits}.")
        } else {
            "Enter the code in digits, like 1 for the United States.".to_owned()
        };
        self.refuse(
            Column::Code,
            FaultCode::InvalidCode,
            "It is no country's code for calls.",
            remedy,
        );
        None
    }

    fn phone_digits(&mut self) -> Option<&'a str> {
        let digits = self.text(Column::PhoneNumber);
        if digits.is_empty() || is_digits(digits) {
            return Some(digits).filter(|digits| !digits.is_empty());
        }
        let by_spreadsheet =
            digits.contains(['E', 'e']) && digits.starts_with(|c: char| c.is_ascii_digit());
        self.no_number(if by_spreadsheet && digits.contains('.') {
            "A spreadsheet has rounded the number; format the column as text first."
        } else {
            "It is not of digits only."
        });
        None
    }

    fn no_number(&mut self, reason: &str) {
        self.refuse(
            Column::PhoneNumber,
            FaultCode::InvalidPhone,
            reason,
            "Enter digits only, like 2025550143, and the country's code in the column Code.",
        );
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
