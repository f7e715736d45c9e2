//! Times as a person reads them, in the viewer's own zone.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use js_sys::{Array, Date, Object, Reflect};
use wasm_bindgen::JsValue;

const MINUTE_S: i64 = 60;
const HOUR_S: i64 = 60 * MINUTE_S;
const DAY_S: i64 = 24 * HOUR_S;

/// The browser's time.
pub fn now() -> DateTime<Utc> {
    #[expect(clippy::cast_possible_truncation, reason = "times of our age fit")]
    let now_ms = Date::now() as i64;
    DateTime::from_timestamp_millis(now_ms).unwrap_or_default()
}

/// "5 minutes ago" under a day, otherwise "3 Mar 2026".
pub fn relative(at: DateTime<Utc>) -> String {
    // A browser's clock gives milliseconds since 1970 far below the limits of i64.
    #[expect(clippy::cast_possible_truncation, reason = "times of our age fit")]
    let now_s = (Date::now() / 1000.0) as i64;
    let ago_s = now_s - at.timestamp();
    let (size_s, past) = (ago_s.abs(), ago_s >= 0);
    let words = match size_s {
        0..45 => return if past { "just now" } else { "in a moment" }.to_owned(),
        45..HOUR_S => counted(((size_s + 30) / MINUTE_S).max(1), "minute"),
        HOUR_S..DAY_S => counted(size_s / HOUR_S, "hour"),
        _ => return day(at),
    };
    if past {
        format!("{words} ago")
    } else {
        format!("in {words}")
    }
}

/// "1 user", "2 users".
pub fn counted(count: i64, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}

/// "3 Mar 2026", in the viewer's zone and language.
pub fn day(at: DateTime<Utc>) -> String {
    formatted(at, &[("dateStyle", "medium")])
}

/// "Monday, 3 March 2026", in the viewer's zone and language.
pub fn day_name(at: DateTime<Utc>) -> String {
    formatted(at, &[("dateStyle", "full")])
}

/// The beginning of the viewer's day so many days back, today being one, as the API reads it.
pub fn days_back(days: i32) -> String {
    let date = Date::new_0();
    // From noon, so that a day of 23 or 25 hours is still one day.
    date.set_hours(12);
    date.set_time(date.get_time() - f64::from(days - 1) * 86_400_000.0);
    date.set_hours(0);
    date.set_minutes(0);
    date.set_seconds(0);
    date.set_milliseconds(0);
    date.to_iso_string().into()
}

/// "3 March 2026 at 14:02:11 CET", in the viewer's zone and language.
pub fn whole(at: DateTime<Utc>) -> String {
    formatted(at, &[("dateStyle", "full"), ("timeStyle", "long")])
}

/// "14:02", in the viewer's zone and language.
pub fn clock(at: DateTime<Utc>) -> String {
    formatted(at, &[("timeStyle", "short")])
}

/// "9:00 AM", a time of day in minutes since midnight, in the viewer's language.
pub fn wall(minutes: u16) -> String {
    if minutes == 24 * 60 {
        return "midnight".to_owned();
    }
    let at = DateTime::from_timestamp(i64::from(minutes) * MINUTE_S, 0).unwrap_or_default();
    formatted(at, &[("timeStyle", "short"), ("timeZone", "UTC")])
}

/// "Fri, Nov 27, 9:00 AM", on the clock of a zone, in the viewer's language.
pub fn in_zone(at: DateTime<Utc>, zone: &str) -> String {
    let parts = [
        ("weekday", "short"),
        ("day", "numeric"),
        ("month", "short"),
        ("hour", "numeric"),
        ("minute", "2-digit"),
        ("timeZone", zone),
    ];
    formatted(at, &parts)
}

/// "Dec 25, 2026", a day wherever one is, in the viewer's language.
pub fn date(on: NaiveDate) -> String {
    let at = on.and_time(NaiveTime::MIN).and_utc();
    formatted(at, &[("dateStyle", "medium"), ("timeZone", "UTC")])
}

/// "December 25", a day of every year, in the viewer's language.
pub fn day_of_year(on: NaiveDate) -> String {
    let at = on.and_time(NaiveTime::MIN).and_utc();
    let parts = [("day", "numeric"), ("month", "long"), ("timeZone", "UTC")];
    formatted(at, &parts)
}

fn formatted(at: DateTime<Utc>, options: &[(&str, &str)]) -> String {
    let object = Object::new();
    for (name, value) in options {
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds of our age fit into 53 bits"
    )]
    let date = Date::new(&JsValue::from_f64(at.timestamp_millis() as f64));
    let format = js_sys::Intl::DateTimeFormat::new(&Array::new(), &object);
    let call = js_sys::Function::call1(&format.format(), &JsValue::UNDEFINED, &date);
    call.ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| at.to_rfc3339())
}
