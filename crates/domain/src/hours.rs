//! Hours as a clock on the wall shows them: times of a day, spans between two of them, and days in order.

use crate::values::Rejection;
use crate::wire::OpenHours;
use std::fmt;

/// Spans that one day may have.
pub const MOST_SPANS: usize = 8;

const MINUTES_OF_A_DAY: u16 = 24 * 60;
const INVALID: Rejection = Rejection::new(
    "invalid_time",
    "Enter a time from 00:00 to 24:00, like 09:30.",
);
const BACKWARDS: Rejection = Rejection::new(
    "ends_before_start",
    "The end comes after the start. For hours past midnight, end at midnight and go on the next day.",
);
const OVERLAPPING: Rejection = Rejection::new(
    "hours_overlap",
    "Two spans of the same day overlap. Change one of them, or make them one.",
);
const TOO_MANY: Rejection = Rejection::new("too_many", "Use at most 8 spans for a day.");

/// A time of day, to the minute: from 00:00 to 24:00, which ends a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayTime(u16);

impl DayTime {
    /// Takes two digits, a colon and two digits. Code: `invalid_time`.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        read(text).map(Self).ok_or(INVALID)
    }

    /// Minutes since midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for DayTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

fn read(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let number = |digits: &str| {
        let two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u16>().ok().filter(|_| two)
    };
    let (hour, minute) = (number(hour)?, number(minute).filter(|minute| *minute < 60)?);
    Some(hour * 60 + minute).filter(|minutes| *minutes <= MINUTES_OF_A_DAY)
}

/// The time between two times of one day; the second is out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first minute that is in.
    pub from: DayTime,
    /// The first minute that is out again.
    pub until: DayTime,
}

impl Span {
    /// Codes: `invalid_time`, `ends_before_start`.
    pub fn parse(hours: &OpenHours) -> Result<Self, Rejection> {
        let (from, until) = (DayTime::parse(&hours.from)?, DayTime::parse(&hours.until)?);
        if from < until {
            Ok(Self { from, until })
        } else {
            Err(BACKWARDS)
        }
    }
}

/// The spans of a day in order, whatever order they were written in.
///
/// Codes: those of [`Span::parse`], `hours_overlap`, `too_many`.
pub fn spans(day: &[OpenHours]) -> Result<Vec<Span>, Rejection> {
    if day.len() > MOST_SPANS {
        return Err(TOO_MANY);
    }
    let mut spans = day.iter().map(Span::parse).collect::<Result<Vec<_>, _>>()?;
    spans.sort_unstable();
    let overlap = spans
        .iter()
        .zip(spans.iter().skip(1))
        .any(|(one, next)| next.from < one.until);
    if overlap { Err(OVERLAPPING) } else { Ok(spans) }
}

/// The same hours in order, each in its one form; hours that are not right stay as they are.
pub fn in_order(day: &[OpenHours]) -> Vec<OpenHours> {
    let Ok(spans) = spans(day) else {
        return day.to_vec();
    };
    spans.into_iter().map(OpenHours::from).collect()
}

impl From<Span> for OpenHours {
    fn from(span: Span) -> Self {
        Self {
            from: span.from.to_string(),
            until: span.until.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(spans: &[(&str, &str)]) -> Vec<OpenHours> {
        let hours = |(from, until): &(&str, &str)| OpenHours {
            from: (*from).to_owned(),
            until: (*until).to_owned(),
        };
        spans.iter().map(hours).collect()
    }

    fn code(spans_of_day: &[(&str, &str)]) -> &'static str {
        spans(&day(spans_of_day)).expect_err("refused").code
    }

    #[test]
    fn b29_a_time_is_two_digits_and_two_digits() {
        for (text, minutes) in [
            ("00:00", 0),
            ("09:05", 545),
            ("23:59", 1439),
            ("24:00", 1440),
        ] {
            let time = DayTime::parse(text).expect(text);
            assert_eq!(time.minutes(), minutes);
            assert_eq!(time.to_string(), text);
        }
        for text in [
            "", "9:00", "24:01", "12:60", "-1:00", "+1:00", "12:00:00", "12", "99:99", "1２:00",
        ] {
            assert_eq!(DayTime::parse(text), Err(INVALID), "{text}");
        }
    }

    #[test]
    fn b29_a_day_has_several_spans_and_they_are_put_in_order() {
        let written = day(&[("13:00", "24:00"), ("09:00", "12:00"), ("12:00", "13:00")]);
        let wanted = day(&[("09:00", "12:00"), ("12:00", "13:00"), ("13:00", "24:00")]);
        assert_eq!(in_order(&written), wanted);
    }

    #[test]
    fn b29_hours_that_overlap_or_end_before_they_start_are_refused() {
        assert_eq!(
            code(&[("09:00", "12:00"), ("11:59", "13:00")]),
            "hours_overlap"
        );
        assert_eq!(
            code(&[("09:00", "17:00"), ("10:00", "11:00")]),
            "hours_overlap"
        );
        assert_eq!(code(&[("09:00", "09:00")]), "ends_before_start");
        assert_eq!(code(&[("22:00", "06:00")]), "ends_before_start");
        assert_eq!(code(&[("24:00", "24:00")]), "ends_before_start");
        assert_eq!(code(&[("09:00", "25:00")]), "invalid_time");
        assert_eq!(code(&[("09:00", "10:00"); MOST_SPANS + 1]), "too_many");
    }
}
