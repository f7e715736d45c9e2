use gangway_domain::values::{TimeZone, country_of_zone};
use serde::Deserialize;

use super::corpus;

#[derive(Deserialize)]
struct Corpus {
    valid: Vec<String>,
    invalid: Vec<(String, String)>,
}

#[test]
fn zones_get_the_verdict_of_the_list() {
    let Some(corpus) = corpus::read::<Corpus>("places/timezones.json") else {
        return;
    };
    for name in corpus.valid {
        assert_eq!(TimeZone::parse(&name).unwrap().as_str(), name);
    }
    for (name, why) in corpus.invalid {
        let rejection = TimeZone::parse(&name).unwrap_err();
        let code = if name.is_empty() {
            "required"
        } else {
            "invalid_timezone"
        };
        assert_eq!(rejection.code, code, "{name:?} ({why})");
    }
}

#[test]
fn the_zones_to_choose_from_are_sorted_and_parse() {
    let names: Vec<_> = TimeZone::all_canonical()
        .map(|zone| zone.as_str())
        .collect();
    assert!(names.is_sorted());
    assert!(names.len() > 400);
    assert!(names.contains(&"America/New_York") && names.contains(&"Europe/Kyiv"));
    assert!(!names.contains(&"US/Eastern") && !names.contains(&"Europe/Kiev"));
    for name in names {
        assert!(TimeZone::parse(name).is_ok(), "{name}");
    }
}

#[test]
fn every_zone_to_choose_from_has_its_country() {
    for zone in TimeZone::all_canonical() {
        assert!(country_of_zone(zone).is_some(), "{zone}");
    }
}

#[test]
fn the_country_is_known_from_the_zone() {
    for (zone, country) in [
        ("America/New_York", Some("US")),
        ("US/Eastern", Some("US")),
        ("Asia/Calcutta", Some("IN")),
        ("Europe/Amsterdam", Some("NL")),
        ("Iceland", Some("IS")),
        ("UTC", None),
        ("Etc/GMT+5", None),
        ("EST5EDT", None),
    ] {
        let zone = TimeZone::parse(zone).unwrap();
        let found = country_of_zone(zone).map(|country| country.as_str());
        assert_eq!(found, country, "{zone}");
    }
}

#[test]
fn d11_every_older_name_has_a_place_in_the_same_country_and_abbreviations_have_none() {
    let place = |name| TimeZone::parse(name).unwrap().of_place();
    for (older, name) in [
        ("US/Eastern", Some("America/New_York")),
        ("Europe/Kiev", Some("Europe/Kyiv")),
        ("Africa/Timbuktu", Some("Africa/Bamako")),
        ("Iceland", Some("Atlantic/Reykjavik")),
        ("Europe/Oslo", Some("Europe/Oslo")),
        ("Etc/UTC", Some("UTC")),
        ("UTC", Some("UTC")),
        ("EST", None),
        ("EST5EDT", None),
        ("CET", None),
        ("Etc/GMT+5", None),
        ("GMT", None),
    ] {
        assert_eq!(place(older).map(|zone| zone.as_str()), name, "{older}");
    }
}

#[test]
fn d11_whatever_is_meant_is_a_name_of_the_database() {
    for text in [
        "eastern time",
        "cet",
        "AUS Eastern Standard Time",
        "sydney",
        "W-SU",
        "Zulu",
    ] {
        let meant = TimeZone::meant(text).unwrap();
        assert_eq!(TimeZone::parse(meant.as_str()), Ok(meant), "{text}");
        assert_eq!(meant.of_place(), Some(meant), "{text}");
    }
    for text in [
        "",
        "nowhere",
        "GMT+5",
        "UTC-05:00",
        "../../etc/passwd",
        "America/",
    ] {
        assert_eq!(TimeZone::meant(text), None, "{text}");
    }
}
