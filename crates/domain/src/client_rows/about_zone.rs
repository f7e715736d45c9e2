use super::check::Check;
use super::column::Column;
use super::fault::FaultCode;
use crate::values::{Country, TimeZone, country_of_zone};

/// More zones of a country than this are not listed.
const MOST_LISTED: usize = 4;

impl Check<'_> {
    /// The name of a place's time zone. An older name of the same form, such as `US/Eastern`, is
    /// stored as the name that the place has now; abbreviations and fixed offsets are refused, with
    /// the name that is meant.
    pub(super) fn time_zone(&mut self, country: Option<Country>) -> Option<TimeZone> {
        let text = self.text(Column::Timezone);
        if text.is_empty() {
            let remedy = example(country);
            self.refuse(
                Column::Timezone,
                FaultCode::Required,
                "It is empty.",
                remedy,
            );
            return None;
        }
        if let Some(zone) = TimeZone::parse(text).ok().and_then(named_as_a_place) {
            self.stored(Column::Timezone, zone.as_str());
            return Some(zone);
        }
        let remedy = match TimeZone::meant(text) {
            Some(meant) => format!("Enter {meant}."),
            None => example(country),
        };
        let reason = "It is not the name of a place in the tz database.";
        self.refuse(Column::Timezone, FaultCode::InvalidTimezone, reason, remedy);
        None
    }
}

/// The place's zone, where the name has the form of one: `Area/Place`, or `UTC`.
fn named_as_a_place(zone: TimeZone) -> Option<TimeZone> {
    let place = zone.of_place()?;
    (place == zone || zone.as_str().contains('/')).then_some(place)
}

/// What to enter in this country.
fn example(country: Option<Country>) -> String {
    let zones: Vec<_> = TimeZone::all_canonical()
        .filter(|zone| country.is_some() && country_of_zone(*zone) == country)
        .map(|zone| zone.as_str())
        .collect();
    match zones.as_slice() {
        [] => "Enter a name of the tz database, like America/New_York.".to_owned(),
        [only] => format!("Enter {only}."),
        few if few.len() <= MOST_LISTED => format!("Enter one of {}.", few.join(", ")),
        _ if zones.contains(&"America/New_York") => {
            "Enter a name of the tz database, like America/New_York.".to_owned()
        }
        [first, ..] => format!("Enter a name of the tz database, like {first}."),
    }
}
