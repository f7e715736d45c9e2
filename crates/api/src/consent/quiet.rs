//! Quiet time: the hours of the recipient's night in which nobody is texted.
//!
//! The recipient's clock is known from the number's area code or country. Where that may be one of
//! several, it is quiet as long as it is in any of them.

use super::settings::Settings;
use super::zones::zones;
use chrono::{DateTime, Duration, LocalResult, NaiveDateTime, TimeZone as _, Timelike as _, Utc};
use chrono_tz::Tz;

/// Ends of quiet time looked at in turn before the last is taken as good.
const TURNS: usize = 64;

/// Until when a number is not to be texted; none when it may be now.
pub fn quiet_now(number: &str, settings: &Settings, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let known = zones(number);
    let own = [settings.zone];
    let zones = if known.is_empty() { &own } else { known };
    let quiet = Quiet {
        from: settings.quiet_from_minute,
        until: settings.quiet_until_minute,
    };
    let mut end = quiet.end_in_any(zones, now)?;
    for _ in 0..TURNS {
        match quiet.end_in_any(zones, end) {
            Some(later) => end = later,
            None => break,
        }
    }
    Some(end)
}

/// Minutes after midnight between which it is quiet; the same for never.
#[derive(Clone, Copy)]
struct Quiet {
    from: u16,
    until: u16,
}

impl Quiet {
    /// The last end of the quiet times that hold at a time.
    fn end_in_any(self, zones: &[Tz], at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        zones.iter().filter_map(|zone| self.end(*zone, at)).max()
    }

    /// When the quiet time ends that holds at a time in a zone.
    fn end(self, zone: Tz, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let local = at.with_timezone(&zone);
        let minute = local.hour() * 60 + local.minute();
        let (from, until) = (u32::from(self.from), u32::from(self.until));
        let (quiet, ends_tomorrow) = if from <= until {
            ((from..until).contains(&minute), false)
        } else {
            (minute >= from || minute < until, minute >= from)
        };
        if !quiet {
            return None;
        }
        let day = local.date_naive() + Duration::days(i64::from(ends_tomorrow));
        let end = day.and_hms_opt(until / 60, until % 60, 0)?;
        // An end in an hour that comes twice is the second one, which is after any time before it.
        Some(instant(zone, end).max(at + Duration::minutes(1)))
    }
}

/// The last time at which a clock shows this, or the first after it where clocks leap over it.
fn instant(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    (0..=4)
        .find_map(|half_hours| {
            let shown = local + Duration::minutes(30 * half_hours);
            match zone.from_local_datetime(&shown) {
                LocalResult::Single(time) | LocalResult::Ambiguous(_, time) => {
                    Some(time.with_timezone(&Utc))
                }
                LocalResult::None => None,
            }
        })
        .unwrap_or_else(|| local.and_utc())
}
