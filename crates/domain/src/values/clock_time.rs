use super::rejection::Rejection;
use std::fmt;

const INVALID: Rejection = Rejection::new(
    "invalid_time",
    "Enter a time from 00:00 to 23:59, like 21:00.",
);
const REQUIRED: Rejection = Rejection::required("Enter a time, like 21:00.");
/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// A time on a clock, to the minute: `21:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(u16);

impl ClockTime {
    /// Takes `HH:MM` of 24 hours.
    ///
    /// Codes: `required`, `invalid_time`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        let text = value.trim();
        if text.is_empty() {
            return Err(REQUIRED);
        }
        let (hours, minutes) = text.split_once(':').ok_or(INVALID)?;
        let hours = number(hours).filter(|hours| *hours < 24).ok_or(INVALID)?;
        let minutes = number(minutes)
            .filter(|minutes| *minutes < 60)
            .ok_or(INVALID)?;
        Ok(Self(hours * 60 + minutes))
    }

    /// The time so many minutes after midnight; none from 24:00 on.
    pub fn of_minute(minute: u16) -> Option<Self> {
        (minute < DAY).then_some(Self(minute))
    }

    /// Minutes since midnight.
    pub fn minute(self) -> u16 {
        self.0
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// A number of exactly two digits.
fn number(text: &str) -> Option<u16> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}
