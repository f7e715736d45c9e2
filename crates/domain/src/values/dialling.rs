//! Phone numbers as people write them at home, without the country's code.

use super::phone_number::PhoneNumber;
use super::rejection::Rejection;

/// Countries by what is dialled for them, and what stands in front of a number at home.
const COUNTRIES: &[(&[&str], &str, &str)] = &[
    (
        &[
            "US", "CA", "PR", "VI", "GU", "AS", "MP", "BS", "BB", "AG", "AI", "BM", "DM", "DO",
            "GD", "JM", "KN", "KY", "LC", "MS", "SX", "TC", "TT", "VC", "VG",
        ],
        "+1",
        "1",
    ),
    (&["GB", "GG", "IM", "JE"], "+44", "0"),
    (&["IE"], "+353", "0"),
    (&["AU"], "+61", "0"),
    (&["NZ"], "+64", "0"),
    (&["DE"], "+49", "0"),
    (&["AT"], "+43", "0"),
    (&["CH"], "+41", "0"),
    (&["FR"], "+33", "0"),
    (&["BE"], "+32", "0"),
    (&["NL"], "+31", "0"),
    (&["LU"], "+352", ""),
    (&["DK"], "+45", ""),
    (&["NO"], "+47", ""),
    (&["SE"], "+46", "0"),
    (&["FI"], "+358", "0"),
    (&["ES"], "+34", ""),
    (&["PT"], "+351", ""),
    (&["PL"], "+48", ""),
    (&["ZA"], "+27", "0"),
    (&["IN"], "+91", "0"),
    (&["IL"], "+972", "0"),
    (&["SG"], "+65", ""),
    (&["HK"], "+852", ""),
];

impl PhoneNumber {
    /// A number as somebody in a country writes it: with the country's code, with `00` in front of
    /// it, or without both. Where the country is not known, only with the code.
    ///
    /// Codes: `required`, `invalid_phone`.
    pub fn written_in(country: Option<&str>, value: &str) -> Result<Self, Rejection> {
        let text = value.trim();
        let as_it_is = Self::parse(text);
        if as_it_is.is_ok() || text.starts_with(['+', '\u{ff0b}']) {
            return as_it_is;
        }
        if let Some(abroad) = text.strip_prefix("00") {
            return Self::parse(&format!("+{abroad}"));
        }
        let known = COUNTRIES
            .iter()
            .find(|(codes, ..)| country.is_some_and(|country| codes.contains(&country)));
        let Some((_, code, trunk)) = known else {
            return as_it_is;
        };
        let digits: String = text.chars().filter(|c| !in_between(*c)).collect();
        let national = digits.strip_prefix(trunk).unwrap_or(&digits);
        // Ten digits in North America: everything else is a slip.
        if *code == "+1" && national.len() != 10 {
            return as_it_is;
        }
        Self::parse(&format!("{code}{national}")).or(as_it_is)
    }
}

impl PhoneNumber {
    /// The digits of a number without what is dialled in front of it at home only: the `0` of
    /// `020 7946 0958` in Great Britain. Italian numbers keep theirs.
    pub fn without_trunk<'a>(code: &str, digits: &'a str) -> &'a str {
        let mut known = COUNTRIES.iter();
        let row = known.find(|(_, dialled, _)| dialled.strip_prefix('+') == Some(code));
        let trunk = row.map_or("", |(_, _, trunk)| *trunk);
        match digits.strip_prefix(trunk) {
            // A one in front of ten digits; otherwise the digits themselves begin with it.
            Some(rest) if trunk == "0" || rest.len() == 10 => rest,
            _ => digits,
        }
    }
}

fn in_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')' | '-' | '.' | '/')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(country: Option<&str>, value: &str) -> Result<String, &'static str> {
        PhoneNumber::written_in(country, value)
            .map(String::from)
            .map_err(|rejection| rejection.code)
    }

    #[test]
    fn numbers_are_read_as_they_are_written_at_home() {
        for (country, given, number) in [
            ("US", "(202) 555-0143", "+12025550143"),
            ("US", "1-202-555-0143", "+12025550143"),
            ("CA", "202.555.0143", "+12025550143"),
            ("GB", "020 7946 0958", "+442079460958"),
            ("DE", "0151/234 567 89", "+4915123456789"),
            ("NO", "406 12 345", "+4740612345"),
            ("US", "+44 20 7946 0958", "+442079460958"),
            ("US", "0044 20 7946 0958", "+442079460958"),
        ] {
            assert_eq!(written(Some(country), given), Ok(number.to_owned()));
        }
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for (country, given) in [
            (Some("US"), "555-0143"),
            (Some("US"), "2 202 555 0143"),
            (Some("US"), "two oh two"),
            (Some("XX"), "202 555 0143"),
            (None, "202 555 0143"),
            (Some("GB"), "+1"),
        ] {
            assert_eq!(written(country, given), Err("invalid_phone"), "{given}");
        }
        assert_eq!(written(Some("US"), " "), Err("required"));
    }
}
