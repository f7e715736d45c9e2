//! A schedule on the clock of a time zone: whether it is open at a moment, and until when.
//!
//! A time of day that a clock skips counts as the first moment after the gap; one that it shows twice
//! counts as the first of the two. The same rule opens and closes, so that no hour is open twice and
//! none is lost.

use chrono::{
    DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone as _,
    Utc,
};
use chrono_tz::Tz;
use gangway_domain::hours::{DayTime, Span, spans};
use gangway_domain::wire::{Holiday, OpenHours, WeekHours};

/// How far ahead a change is looked for.
const DAYS_AHEAD: u64 = 732;
/// The longest gap of a clock: Samoa once left out a whole day.
const LONGEST_GAP_MINUTES: i64 = 25 * 60;

/// A schedule of a client in its time zone.
#[derive(Clone, Debug)]
pub struct Calendar {
    zone: Tz,
    week: WeekHours,
    holidays: Vec<Holiday>,
}

/// Whether a schedule is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hour {
    /// Whether it is.
    pub open: bool,
    /// When that changes; none when it does not within two years.
    pub changes_at: Option<DateTime<Utc>>,
}

impl Calendar {
    /// The schedule in a zone.
    pub fn new(zone: Tz, week: WeekHours, holidays: Vec<Holiday>) -> Self {
        Self {
            zone,
            week,
            holidays,
        }
    }

    /// Whether it is open at a moment, and until when.
    pub fn at(&self, now: DateTime<Utc>) -> Hour {
        let mut open_until: Option<DateTime<Utc>> = None;
        for day in self.days_around(now) {
            for (opens, closes) in self.open_on(day).filter(|(_, closes)| *closes > now) {
                match open_until {
                    None if opens > now => return Hour::closed(Some(opens)),
                    Some(until) if opens > until => return Hour::open(Some(until)),
                    _ => open_until = Some(closes),
                }
            }
            // The next day cannot carry on what has closed before it begins.
            if let Some(until) = open_until.filter(|until| *until < self.end_of(day)) {
                return Hour::open(Some(until));
            }
        }
        match open_until {
            Some(_) => Hour::open(None),
            None => Hour::closed(None),
        }
    }

    /// The holiday of a moment.
    pub fn holiday(&self, now: DateTime<Utc>) -> Option<&Holiday> {
        self.holiday_on(now.with_timezone(&self.zone).date_naive())
    }

    fn days_around(&self, now: DateTime<Utc>) -> impl Iterator<Item = NaiveDate> + use<> {
        let today = now.with_timezone(&self.zone).date_naive();
        let first = today.pred_opt().unwrap_or(today);
        (0..=DAYS_AHEAD).filter_map(move |days| first.checked_add_days(Days::new(days)))
    }

    /// When it is open on a day, as moments.
    fn open_on(
        &self,
        day: NaiveDate,
    ) -> impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>)> + use<'_> {
        let hours: &[OpenHours] = match self.holiday_on(day) {
            Some(holiday) => &holiday.hours,
            None => self.week.of(day.weekday()),
        };
        // What is stored was right when it was; what is not opens nothing.
        let spans = spans(hours).unwrap_or_default();
        let moments = move |Span { from, until }| {
            let (opens, closes) = (self.moment(day, from), self.moment(day, until));
            (opens < closes).then_some((opens, closes))
        };
        spans.into_iter().filter_map(moments)
    }

    /// One of that very year goes before one of every year.
    fn holiday_on(&self, day: NaiveDate) -> Option<&Holiday> {
        let on = |every_year: bool| {
            let mut holidays = self.holidays.iter();
            holidays.find(move |holiday| holiday.every_year == every_year && holiday.is_on(day))
        };
        on(false).or_else(|| on(true))
    }

    fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        first_moment(self.zone, day.and_time(NaiveTime::MIN) + TimeDelta::days(1))
    }

    fn moment(&self, day: NaiveDate, time: DayTime) -> DateTime<Utc> {
        let minutes = TimeDelta::minutes(i64::from(time.minutes()));
        first_moment(self.zone, day.and_time(NaiveTime::MIN) + minutes)
    }
}

/// The first moment at which the clock of a zone shows a time, or a later one where it skips that.
pub fn first_moment(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    (0..=LONGEST_GAP_MINUTES)
        .filter_map(|minutes| local.checked_add_signed(TimeDelta::minutes(minutes)))
        .find_map(|shown| zone.from_local_datetime(&shown).earliest())
        .map_or_else(|| local.and_utc(), |moment| moment.with_timezone(&Utc))
}

impl Hour {
    fn open(changes_at: Option<DateTime<Utc>>) -> Self {
        Self {
            open: true,
            changes_at,
        }
    }

    fn closed(changes_at: Option<DateTime<Utc>>) -> Self {
        Self {
            open: false,
            changes_at,
        }
    }
}

#[cfg(test)]
mod tests;
