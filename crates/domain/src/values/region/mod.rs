mod names;

use super::country::Country;
use super::rejection::Rejection;
use super::unicode::{is_combining_mark, nfkd};

const REQUIRED: Rejection = Rejection::required("Choose a state, province or region.");
const INVALID: Rejection = Rejection::new(
    "invalid_code",
    "Choose a state of the country from the list, or enter its code, like NY.",
);

/// A state, province or other part of a country, by its code of ISO 3166-2 without the country in
/// front: `NY`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    country: Country,
    code: &'static str,
    name: &'static str,
}

impl Region {
    /// Takes the exact code of a part of the country: blanks, lower case and `US-NY` are refused.
    ///
    /// Codes: `required`, `invalid_code`.
    pub fn parse(country: Country, value: &str) -> Result<Self, Rejection> {
        if value.trim().is_empty() {
            return Err(REQUIRED);
        }
        let mut all = Self::all_of(country);
        all.find(|region| region.code == value).ok_or(INVALID)
    }

    /// Those of a country, in the order of their codes; a few countries have none.
    pub fn all_of(country: Country) -> impl Iterator<Item = Self> {
        let listed = names::REGIONS.binary_search_by(|(code, _)| (*code).cmp(country.as_str()));
        let row = listed.ok().and_then(|at| names::REGIONS.get(at));
        let regions = row.map_or("", |(_, regions)| *regions).split('|');
        regions
            .filter_map(|region| region.split_once(' '))
            .map(move |(code, name)| Self {
                country,
                code,
                name,
            })
    }

    /// The one that somebody means who writes its name, or its code another way: `New York`, `ny`,
    /// `US-NY`.
    pub fn meant(country: Country, text: &str) -> Option<Self> {
        let given = folded(text);
        let prefix = format!("{}-", country.as_str().to_lowercase());
        let code = given.strip_prefix(&prefix).unwrap_or(&given);
        let mut all = Self::all_of(country);
        all.find(|region| region.code.eq_ignore_ascii_case(code))
            .or_else(|| Self::all_of(country).find(|region| folded(region.name) == given))
    }

    /// The code within the country: `NY`.
    pub fn as_str(&self) -> &'static str {
        self.code
    }

    /// Its name, as in ISO 3166-2: `New York`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    pub fn country(&self) -> Country {
        self.country
    }
}

/// In lower case and without marks on letters.
fn folded(text: &str) -> String {
    let plain = nfkd(text.trim()).to_lowercase();
    plain.chars().filter(|c| !is_combining_mark(*c)).collect()
}
