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

#[cfg(test)]
mod tests {
    use super::*;

    fn of(from: u16, until: u16) -> Settings {
        Settings {
            quiet_from_minute: from,
            quiet_until_minute: until,
            help_text: String::new(),
            brand_name: String::new(),
            privacy_url: None,
            terms_url: None,
            zone: Tz::America__Los_Angeles,
            version: 0,
            row: None,
        }
    }

    /// From 21:00 to 08:00.
    fn nights() -> Settings {
        of(21 * 60, 8 * 60)
    }

    fn until(number: &str, settings: &Settings, at: &str) -> Option<String> {
        let at = at.parse().expect("a time");
        let until = quiet_now(number, settings, at);
        until.map(|until| until.format("%FT%RZ").to_string())
    }

    #[test]
    fn sm_05_it_is_quiet_at_night_on_the_recipient_s_own_clock() {
        for (number, at, wanted) in [
            // New York is five hours behind in winter.
            ("+12125550143", "2026-12-02T01:59:59Z", None),
            (
                "+12125550143",
                "2026-12-02T02:00:00Z",
                Some("2026-12-02T13:00Z"),
            ),
            (
                "+12125550143",
                "2026-12-02T12:59:59Z",
                Some("2026-12-02T13:00Z"),
            ),
            ("+12125550143", "2026-12-02T13:00:00Z", None),
            // At the same time it is still day in Honolulu, and morning in Tokyo.
            ("+18085550143", "2026-12-02T02:00:00Z", None),
            ("+81312345678", "2026-12-02T02:00:00Z", None),
            (
                "+81312345678",
                "2026-12-02T13:00:00Z",
                Some("2026-12-02T23:00Z"),
            ),
            (
                "+442079460958",
                "2026-07-01T20:00:00Z",
                Some("2026-07-02T07:00Z"),
            ),
        ] {
            let found = until(number, &nights(), at);
            assert_eq!(found.as_deref(), wanted, "{number} {at}");
        }
    }

    #[test]
    fn sm_05_a_number_in_two_zones_is_left_alone_while_it_is_quiet_in_either() {
        // Florida's 850: Eastern and Central. Quiet from 21:00 Eastern to 08:00 Central.
        for (at, wanted) in [
            ("2026-12-02T01:59:00Z", None),
            ("2026-12-02T02:00:00Z", Some("2026-12-02T14:00Z")),
            ("2026-12-02T13:30:00Z", Some("2026-12-02T14:00Z")),
            ("2026-12-02T14:00:00Z", None),
        ] {
            let found = until("+18505550143", &nights(), at);
            assert_eq!(found.as_deref(), wanted, "{at}");
        }
    }

    #[test]
    fn sm_05_a_number_of_a_wide_country_is_texted_only_when_it_is_day_in_all_of_it() {
        let number = "+18005550143";
        // From 21:00 in New York to 08:00 in Honolulu.
        let found = until(number, &nights(), "2026-12-02T02:00:00Z");
        assert_eq!(found.as_deref(), Some("2026-12-02T18:00Z"));
        assert_eq!(until(number, &nights(), "2026-12-02T18:00:00Z"), None);
    }

    #[test]
    fn sm_05_a_number_that_lies_nowhere_goes_by_the_company_s_clock() {
        let found = until("+88812345678", &nights(), "2026-12-02T06:00:00Z");
        assert_eq!(found.as_deref(), Some("2026-12-02T16:00Z"));
    }

    #[test]
    fn sm_05_quiet_time_ends_right_when_clocks_change() {
        // Clocks leap from 02:00 to 03:00 on 8 March 2026 in New York: an end of 02:30 is 03:00.
        let found = until("+12125550143", &of(22 * 60, 150), "2026-03-08T06:00:00Z");
        assert_eq!(found.as_deref(), Some("2026-03-08T07:00Z"));
        // They go back from 02:00 to 01:00 on 1 November: an end of 01:30 is the second one.
        let found = until("+12125550143", &of(22 * 60, 90), "2026-11-01T05:10:00Z");
        assert_eq!(found.as_deref(), Some("2026-11-01T06:30Z"));
        // A night over the change is an hour shorter or longer.
        let found = until("+12125550143", &nights(), "2026-03-08T02:00:00Z");
        assert_eq!(found.as_deref(), Some("2026-03-08T12:00Z"));
    }

    #[test]
    fn sm_05_hours_within_a_day_and_none_at_all() {
        let noon = of(12 * 60, 13 * 60);
        let found = until("+12125550143", &noon, "2026-12-01T17:30:00Z");
        assert_eq!(found.as_deref(), Some("2026-12-01T18:00Z"));
        assert_eq!(until("+12125550143", &noon, "2026-12-01T18:00:00Z"), None);
        for hour in 0..24 {
            let at = format!("2026-12-01T{hour:02}:30:00Z");
            assert_eq!(until("+12125550143", &of(480, 480), &at), None, "{at}");
        }
    }

    #[test]
    fn sm_05_what_it_promises_is_after_now_and_not_quiet_for_every_beginning_known() {
        let settings = nights();
        for line in include_str!("zones.txt").lines() {
            let Some((zones, beginnings)) = line.split_once(": ") else {
                continue;
            };
            if zones.starts_with('#') {
                continue;
            }
            for beginning in beginnings.split(' ') {
                let number = format!("+{beginning}5550143");
                for hour in 0..48 {
                    let start: DateTime<Utc> = "2026-10-31T00:20:00Z".parse().expect("a time");
                    let at = start + Duration::hours(hour);
                    if let Some(until) = quiet_now(&number, &settings, at) {
                        assert!(until > at, "{number} {at}");
                        assert_eq!(quiet_now(&number, &settings, until), None, "{number} {at}");
                    }
                }
            }
        }
    }
}
