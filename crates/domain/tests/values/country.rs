use gangway_domain::values::{Country, Region};
use serde::Deserialize;

use super::corpus;

#[derive(Deserialize)]
struct Corpus {
    valid: Vec<(String, String)>,
    invalid: Vec<(String, String, String)>,
}

#[test]
fn countries_get_the_verdict_of_the_list() {
    let Some(corpus) = corpus::read::<Corpus>("places/country_state.json") else {
        return;
    };
    for (code, _) in corpus.valid {
        assert_eq!(Country::parse(&code).unwrap().as_str(), code);
    }
    for (code, state, why) in corpus.invalid {
        // In these lines it is the state that is wrong.
        let is_a_country = matches!(code.as_str(), "US" | "CA");
        let verdict = Country::parse(&code).is_ok();
        assert_eq!(verdict, is_a_country, "{code:?} {state:?} ({why})");
    }
}

#[test]
fn all_countries_are_there_once_by_name() {
    let all: Vec<_> = Country::all().collect();
    assert_eq!(all.len(), 249);
    let mut codes: Vec<_> = all.iter().map(Country::as_str).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 249);
    for country in all {
        assert_eq!(Country::parse(country.as_str()), Ok(country));
        assert!(!country.name().is_empty());
    }
    assert_eq!(Country::parse("US").unwrap().name(), "United States");
}

#[test]
fn refusals_have_their_codes() {
    assert_eq!(Country::parse("").unwrap_err().code, "required");
    assert_eq!(Country::parse("us").unwrap_err().code, "invalid_code");
    assert_eq!(Country::parse(" US").unwrap_err().code, "invalid_code");
}

#[test]
fn regions_get_the_verdict_of_the_list() {
    let Some(corpus) = corpus::read::<Corpus>("places/country_state.json") else {
        return;
    };
    for (code, state) in corpus.valid {
        let country = Country::parse(&code).unwrap();
        let region = Region::parse(country, &state).unwrap();
        assert_eq!(
            (region.as_str(), region.country()),
            (state.as_str(), country)
        );
    }
    for (code, state, why) in corpus.invalid {
        let country = Country::parse(&code).ok();
        let region = country.map(|country| Region::parse(country, &state));
        assert!(!matches!(region, Some(Ok(_))), "{code:?} {state:?} ({why})");
    }
}

#[test]
fn regions_have_codes_and_names_and_are_meant_by_both() {
    let all: Vec<_> = Country::all().flat_map(Region::all_of).collect();
    assert_eq!(all.len(), 5046);
    for region in all {
        let country = region.country();
        assert_eq!(Region::parse(country, region.as_str()), Ok(region));
        assert!(!region.name().is_empty());
        assert!((1..=3).contains(&region.as_str().len()), "{region:?}");
        assert_eq!(
            Region::meant(country, &region.as_str().to_lowercase()),
            Some(region)
        );
    }
}
