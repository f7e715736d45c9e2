use super::check::Check;
use super::column::Column;
use super::fault::FaultCode;
use crate::values::{Country, Region};

impl Check<'_> {
    /// The country's code and that of a state within it, both or neither.
    pub(super) fn region_and_country(&mut self) -> (Option<Region>, Option<Country>) {
        let country = self.country();
        let no_states = country.is_some_and(|country| Region::all_of(country).next().is_none());
        if !(no_states && self.text(Column::State).is_empty()) {
            self.both_or_neither(Column::State, Column::Country);
        }
        // Without the country nobody knows what a state is.
        (country.and_then(|country| self.region(country)), country)
    }

    fn country(&mut self) -> Option<Country> {
        let text = self.text(Column::Country);
        if text.is_empty() {
            return None;
        }
        if let Ok(country) = Country::parse(text) {
            self.stored(Column::Country, country.as_str());
            return Some(country);
        }
        let remedy = match Country::meant(text) {
            Some(meant) => format!("Enter {}, the code of {}.", meant.as_str(), meant.name()),
            None => "Enter the two-letter code of the country, like US.".to_owned(),
        };
        let reason = "It is no country's two-letter code.";
        self.refuse(Column::Country, FaultCode::InvalidCode, reason, remedy);
        None
    }

    fn region(&mut self, country: Country) -> Option<Region> {
        let text = self.text(Column::State);
        if text.is_empty() {
            return None;
        }
        if let Ok(region) = Region::parse(country, text) {
            self.stored(Column::State, region.as_str());
            return Some(region);
        }
        let remedy = match (Region::meant(country, text), Region::all_of(country).next()) {
            (Some(meant), _) => format!("Enter {}, the code of {}.", meant.as_str(), meant.name()),
            (None, Some(first)) => format!(
                "Enter the code of a state or province of {}, like {} for {}.",
                country.name(),
                first.as_str(),
                first.name(),
            ),
            (None, None) => "Leave it empty: this country has no such codes.".to_owned(),
        };
        let reason = format!("It is no code of a state of {}.", country.name());
        self.refuse(Column::State, FaultCode::InvalidCode, reason, remedy);
        None
    }
}
