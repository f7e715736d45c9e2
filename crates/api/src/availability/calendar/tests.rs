use super::*;
use serde_json::{Value, json};

fn week(hours: &Value) -> WeekHours {
    let days = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let week: serde_json::Map<String, Value> = days
        .into_iter()
        .map(|day| (day.to_owned(), hours.clone()))
        .collect();
    serde_json::from_value(Value::Object(week)).expect("a week")
}

fn daily(zone: &str, from: &str, until: &str) -> Calendar {
    let zone = zone.parse().expect("a zone");
    Calendar::new(zone, week(&json!([{"from": from, "until": until}])), vec![])
}

fn time(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

fn holiday(on: &str, every_year: bool, hours: &Value) -> Holiday {
    let holiday = json!({"name": on, "on": on, "every_year": every_year, "hours": hours});
    serde_json::from_value(holiday).expect("a holiday")
}

/// Opens at that minute and not the second before; closed until then names it.
fn opens_at(calendar: &Calendar, moment: DateTime<Utc>) {
    let before = calendar.at(moment - TimeDelta::seconds(1));
    assert_eq!(before, Hour::closed(Some(moment)), "before {moment}");
    assert!(calendar.at(moment).open, "at {moment}");
}

#[test]
fn b29_an_open_hour_has_its_first_second_and_not_its_last() {
    let calendar = daily("America/New_York", "09:00", "17:00");
    opens_at(&calendar, time("2026-11-26T14:00:00Z"));
    let open = calendar.at(time("2026-11-26T21:59:59Z"));
    assert_eq!(open, Hour::open(Some(time("2026-11-26T22:00:00Z"))));
    let closed = calendar.at(time("2026-11-26T22:00:00Z"));
    assert_eq!(closed, Hour::closed(Some(time("2026-11-27T14:00:00Z"))));
}

#[test]
fn b29_hours_past_midnight_are_one_stretch() {
    let mut hours = week(&json!([]));
    hours.friday = serde_json::from_value(json!([{"from": "20:00", "until": "24:00"}])).unwrap();
    hours.saturday = serde_json::from_value(json!([{"from": "00:00", "until": "02:00"}])).unwrap();
    let calendar = Calendar::new(Tz::Europe__Berlin, hours, vec![]);
    let open = calendar.at(time("2026-11-27T22:00:00Z"));
    assert_eq!(open, Hour::open(Some(time("2026-11-28T01:00:00Z"))));
    let closed = calendar.at(time("2026-11-28T01:00:00Z"));
    assert_eq!(closed, Hour::closed(Some(time("2026-12-04T19:00:00Z"))));
}

#[test]
fn b29_spans_that_touch_are_one_stretch() {
    let hours = json!([{"from": "09:00", "until": "12:00"}, {"from": "12:00", "until": "13:00"}]);
    let calendar = Calendar::new(Tz::UTC, week(&hours), vec![]);
    let open = calendar.at(time("2026-11-26T10:00:00Z"));
    assert_eq!(open, Hour::open(Some(time("2026-11-26T13:00:00Z"))));
}

#[test]
fn b29_always_open_and_never_open_do_not_change() {
    let always = daily("America/New_York", "00:00", "24:00");
    assert_eq!(always.at(time("2026-11-26T10:00:00Z")), Hour::open(None));
    let never = Calendar::new(Tz::UTC, week(&json!([])), vec![]);
    assert_eq!(never.at(time("2026-11-26T10:00:00Z")), Hour::closed(None));
}

#[test]
fn b29_a_holiday_replaces_the_hours_of_its_day() {
    let mut calendar = daily("America/New_York", "09:00", "17:00");
    calendar.holidays = vec![
        holiday("2026-11-26", false, &json!([])),
        holiday(
            "2026-12-24",
            false,
            &json!([{"from": "10:00", "until": "12:00"}]),
        ),
    ];
    let closed = calendar.at(time("2026-11-26T15:00:00Z"));
    assert_eq!(closed, Hour::closed(Some(time("2026-11-27T14:00:00Z"))));
    let named = calendar.holiday(time("2026-11-26T15:00:00Z"));
    assert_eq!(named.map(|day| day.name.as_str()), Some("2026-11-26"));
    // The day is the company's: in UTC it is the 27th already.
    assert!(calendar.holiday(time("2026-11-27T04:59:00Z")).is_some());
    assert!(calendar.holiday(time("2026-11-27T05:00:00Z")).is_none());
    let short = calendar.at(time("2026-12-24T15:30:00Z"));
    assert_eq!(short, Hour::open(Some(time("2026-12-24T17:00:00Z"))));
}

#[test]
fn b29_a_holiday_of_every_year_comes_again_and_one_of_that_year_goes_before_it() {
    let mut calendar = daily("UTC", "09:00", "17:00");
    calendar.holidays = vec![
        holiday("2020-12-25", true, &json!([])),
        holiday(
            "2027-12-25",
            false,
            &json!([{"from": "10:00", "until": "11:00"}]),
        ),
        holiday("2024-02-29", true, &json!([])),
    ];
    assert!(!calendar.at(time("2026-12-25T10:30:00Z")).open);
    assert!(calendar.at(time("2027-12-25T10:30:00Z")).open);
    assert!(!calendar.at(time("2028-12-25T10:30:00Z")).open);
    assert!(!calendar.at(time("2028-02-29T10:30:00Z")).open);
    assert!(calendar.at(time("2027-03-01T10:30:00Z")).open);
}

#[test]
fn b29_a_day_and_night_schedule_closes_at_its_next_holiday_months_ahead() {
    let mut calendar = daily("America/New_York", "00:00", "24:00");
    calendar.holidays = vec![holiday("2027-12-25", true, &json!([]))];
    let open = calendar.at(time("2027-01-01T10:00:00Z"));
    assert_eq!(open, Hour::open(Some(time("2027-12-25T05:00:00Z"))));
}

/// Clocks that skip and repeat: the corpus says when a daily time comes, once a day.
#[test]
fn b29_daylight_saving_opens_once_a_day_at_the_right_moment() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/corpora/places/timezones.json"
    );
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("skipped: ../shared is missing");
        return;
    };
    let corpus: Value = serde_json::from_str(&text).expect("JSON");
    let cases = corpus["schedule_cases"].as_array().expect("cases");
    assert!(cases.len() >= 7);
    for case in cases {
        let (from, _) = case["local"].as_str().unwrap().split_once(' ').unwrap();
        let time_of_day = DayTime::parse(from).expect("a time");
        let calendar = daily(case["tz"].as_str().unwrap(), "00:00", "24:00");
        let moments = case["expect_utc"].as_array().unwrap().iter();
        let moments: Vec<_> = moments.map(|text| time(text.as_str().unwrap())).collect();
        let first = moments[0].with_timezone(&calendar.zone).date_naive();
        for (days, moment) in (0..).zip(&moments) {
            let day = first + Days::new(days);
            assert_eq!(calendar.moment(day, time_of_day), *moment, "{case}");
        }
    }
}

#[test]
fn b29_an_hour_that_is_skipped_is_not_lost_and_one_that_comes_twice_is_open_once() {
    // 02:30 does not exist on 14 March 2027: open from 03:00 EDT.
    let spring = daily("America/New_York", "02:30", "06:00");
    opens_at(&spring, time("2027-03-14T07:00:00Z"));
    // All of 02:00 to 03:00 is skipped: that day it does not open.
    let skipped = daily("America/New_York", "02:00", "03:00");
    let closed = skipped.at(time("2027-03-14T07:00:00Z"));
    assert_eq!(closed, Hour::closed(Some(time("2027-03-15T06:00:00Z"))));
    // 01:30 comes twice on 7 November 2027: open from the first, and through the second.
    let autumn = daily("America/New_York", "01:30", "02:00");
    opens_at(&autumn, time("2027-11-07T05:30:00Z"));
    let open = autumn.at(time("2027-11-07T06:15:00Z"));
    assert_eq!(open, Hour::open(Some(time("2027-11-07T07:00:00Z"))));
    // What closes at a time that comes twice closes at the first, and stays closed.
    let before = daily("America/New_York", "00:00", "01:30");
    let open = before.at(time("2027-11-07T05:29:59Z"));
    assert_eq!(open, Hour::open(Some(time("2027-11-07T05:30:00Z"))));
    assert!(!before.at(time("2027-11-07T06:15:00Z")).open);
}

#[test]
fn b29_days_without_a_midnight_and_a_day_that_never_was() {
    let havana = daily("America/Havana", "00:00", "24:00");
    assert_eq!(havana.at(time("2027-03-14T05:00:00Z")), Hour::open(None));
    // Samoa went from 29 to 31 December 2011.
    let apia = daily("Pacific/Apia", "09:00", "17:00");
    let closed = apia.at(time("2011-12-30T03:00:00Z"));
    assert_eq!(closed, Hour::closed(Some(time("2011-12-30T19:00:00Z"))));
}

/// Minute by minute through both changes of the clock: the schedule says what a person at the clock
/// says, but for the hour that comes twice.
#[test]
fn b29_around_each_change_the_schedule_agrees_with_the_clock() {
    for (zone, day, twice) in [
        ("America/New_York", "2027-03-14T00:00:00Z", 0),
        ("America/New_York", "2027-11-07T00:00:00Z", 30),
        ("Australia/Lord_Howe", "2027-04-03T00:00:00Z", 30),
        ("Europe/London", "2027-10-31T00:00:00Z", 30),
    ] {
        let calendar = daily(zone, "01:30", "09:00");
        let mut differs = 0;
        for minute in 0..48 * 60 {
            let now = time(day) + TimeDelta::minutes(minute);
            let clock = now
                .with_timezone(&calendar.zone)
                .format("%H:%M")
                .to_string();
            let wanted = ("01:30".."09:00").contains(&clock.as_str());
            differs += i32::from(calendar.at(now).open != wanted);
        }
        assert!(differs <= twice, "{zone} {day}: {differs}");
    }
}
