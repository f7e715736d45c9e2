mod meant;
mod names;
mod older;

use super::rejection::Rejection;
use super::string_form::string_form;

const REQUIRED: Rejection = Rejection::required("Choose a time zone, like America/New_York.");
const INVALID: Rejection = Rejection::new(
    "invalid_timezone",
    "Choose a time zone from the list, like America/New_York.",
);

/// A name of the tz database, zone or link, in its exact case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeZone(&'static str);

impl TimeZone {
    /// Takes the exact name: blanks around it and another case are refused.
    ///
    /// Codes: `required`, `invalid_timezone`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        if value.trim().is_empty() {
            return Err(REQUIRED);
        }
        row(value).map(|(name, _, _)| Self(name)).ok_or(INVALID)
    }

    pub fn as_str(&self) -> &'static str {
        self.0
    }

    /// The zones to choose from, in the order of their names: those of `zone.tab`, one or more for
    /// each country, without links to older names.
    pub fn all_canonical() -> impl Iterator<Item = Self> {
        names::NAMES
            .iter()
            .filter(|(_, _, listed)| *listed)
            .map(|(name, _, _)| Self(name))
    }

    /// ISO 3166-1 code of the country the zone is named after; empty for `UTC` and its like.
    pub(super) fn country_code(self) -> &'static str {
        row(self.0).map_or("", |(_, code, _)| code)
    }
}

string_form!(
    TimeZone,
    "Name of a time zone in the tz database, in its exact case.",
    "America/New_York"
);

fn row(name: &str) -> Option<&'static (&'static str, &'static str, bool)> {
    let at = names::NAMES
        .binary_search_by(|(known, _, _)| (*known).cmp(name))
        .ok()?;
    names::NAMES.get(at)
}
