//! The time zones a phone number may lie in.

use chrono_tz::Tz;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Zones of each beginning of a number, without the plus.
static ZONES: LazyLock<HashMap<&str, Vec<Tz>>> = LazyLock::new(|| {
    let lines = include_str!("zones.txt").lines();
    let rows = lines.filter_map(|line| line.split_once(": "));
    rows.filter(|(zones, _)| !zones.starts_with('#'))
        .flat_map(|(zones, beginnings)| {
            let zones: Vec<Tz> = zones
                .split(' ')
                .filter_map(|zone| zone.parse().ok())
                .collect();
            let beginnings = beginnings.split(' ');
            beginnings.map(move |beginning| (beginning, zones.clone()))
        })
        .collect()
});
/// The longest beginning: an area code of North America behind its 1.
const LONGEST: usize = 4;

/// The zones of the longest beginning that is known; none for a number that lies nowhere.
pub fn zones(number: &str) -> &'static [Tz] {
    let digits = number.trim_start_matches('+');
    (1..=LONGEST)
        .rev()
        .filter_map(|length| digits.get(..length))
        .find_map(|beginning| ZONES.get(beginning))
        .map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn sm_05_every_line_of_the_table_is_of_zones_that_exist_and_of_beginnings_said_once() {
        let mut seen = HashSet::new();
        let mut lines = 0;
        for line in include_str!("zones.txt").lines() {
            if line.starts_with('#') {
                continue;
            }
            let (zones, beginnings) = line.split_once(": ").expect("zones and beginnings");
            for zone in zones.split(' ') {
                assert!(zone.parse::<Tz>().is_ok(), "{zone}");
            }
            for beginning in beginnings.split(' ') {
                assert!(seen.insert(beginning), "{beginning} twice");
                assert!((1..=LONGEST).contains(&beginning.len()), "{beginning}");
            }
            lines += 1;
        }
        assert!(lines > 200 && seen.len() > 550, "{lines} {}", seen.len());
    }

    #[test]
    fn sm_05_a_number_lies_where_its_area_code_or_country_is() {
        for (number, wanted) in [
            ("+12125550143", vec![Tz::America__New_York]),
            ("+14155550143", vec![Tz::America__Los_Angeles]),
            ("+18085550143", vec![Tz::Pacific__Honolulu]),
            ("+16045550143", vec![Tz::America__Vancouver]),
            ("+493023125123", vec![Tz::Europe__Berlin]),
            ("+33612345678", vec![Tz::Europe__Paris]),
            ("+81312345678", vec![Tz::Asia__Tokyo]),
        ] {
            assert_eq!(zones(number), wanted, "{number}");
        }
        // Florida's 850 lies in two zones, and so may whoever has a number there.
        let two = zones("+18505550143");
        assert!(two.contains(&Tz::America__Chicago) && two.contains(&Tz::America__New_York));
        // A toll-free number may ring anywhere in the country.
        assert!(zones("+18005550143").len() > 4);
        assert!(zones("+61491570156").contains(&Tz::Australia__Perth));
        assert_eq!(zones("+88812345678"), &[]);
    }
}
