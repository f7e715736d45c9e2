mod meant;
mod names;

use super::rejection::Rejection;
use super::string_form::string_form;
use super::time_zone::TimeZone;

const REQUIRED: Rejection = Rejection::required("Choose a country.");
const INVALID: Rejection = Rejection::new(
    "invalid_code",
    "Choose a country from the list, or enter its two-letter code, like US.",
);

/// A country of ISO 3166-1, by its two-letter code in upper case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(&'static (&'static str, &'static str));

impl Country {
    /// Takes the exact code: blanks around it and lower case are refused.
    ///
    /// Codes: `required`, `invalid_code`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        if value.trim().is_empty() {
            return Err(REQUIRED);
        }
        Self::of_code(value).ok_or(INVALID)
    }

    /// The two-letter code: `US`.
    pub fn as_str(&self) -> &'static str {
        self.0.0
    }

    /// The English short name: `United States`.
    pub fn name(&self) -> &'static str {
        self.0.1
    }

    /// Every country, in the order of the names.
    pub fn all() -> impl Iterator<Item = Self> {
        names::NAMES.iter().map(Self)
    }

    fn of_code(code: &str) -> Option<Self> {
        Self::all().find(|country| country.as_str() == code)
    }
}

string_form!(
    Country,
    "Country by its two-letter code (ISO 3166-1 alpha-2) in upper case.",
    "US"
);

/// The country to preselect for a zone; none for `UTC`, `Etc/GMT+5`, `EST5EDT` and their like.
pub fn country_of_zone(zone: TimeZone) -> Option<Country> {
    Country::of_code(zone.country_code())
}
