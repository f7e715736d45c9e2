use super::{Country, names};

/// What people write for a country, in lower case and without dots.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("usa", "US"),
    ("united states of america", "US"),
    ("america", "US"),
    ("uk", "GB"),
    ("gbr", "GB"),
    ("great britain", "GB"),
    ("england", "GB"),
    ("scotland", "GB"),
    ("wales", "GB"),
    ("northern ireland", "GB"),
    ("can", "CA"),
    ("aus", "AU"),
    ("nzl", "NZ"),
    ("irl", "IE"),
    ("deu", "DE"),
    ("fra", "FR"),
    ("nld", "NL"),
    ("holland", "NL"),
    ("the netherlands", "NL"),
    ("esp", "ES"),
    ("ita", "IT"),
    ("mex", "MX"),
    ("ind", "IN"),
    ("zaf", "ZA"),
    ("el", "GR"),
    ("czech republic", "CZ"),
    ("turkey", "TR"),
    ("russia", "RU"),
    ("korea", "KR"),
    ("uae", "AE"),
    ("ivory coast", "CI"),
];

impl Country {
    /// The one that somebody means who writes its name, or its code another way: `United States`,
    /// `usa`, `U.S.`
    pub fn meant(text: &str) -> Option<Self> {
        let given = text.trim().replace('.', "").to_lowercase();
        let other = OTHER_NAMES.iter().find(|(name, _)| *name == given);
        let code = other.map_or_else(|| given.to_uppercase(), |(_, code)| (*code).to_owned());
        let by_name = || {
            names::NAMES
                .iter()
                .find(|(_, name)| name.to_lowercase() == given)
        };
        Self::of_code(&code).or_else(|| by_name().map(Self))
    }
}
