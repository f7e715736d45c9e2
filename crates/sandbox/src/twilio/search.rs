use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::countries::PLACES;
use super::form;
use super::inventory::{self, Offer};
use super::route::Call;
use super::state::State;

/// The countries with numbers and which kinds each has.
pub(crate) fn countries(call: Call<'_>) -> Answer {
    let mut codes: Vec<&str> = PLACES.iter().map(|place| place.country).collect();
    codes.sort_unstable();
    codes.dedup();
    let countries: Vec<Value> = codes.into_iter().map(|code| describe(call, code)).collect();
    Answer::ok(json!({ "countries": countries, "uri": call.request.path }))
}

/// One country.
pub(crate) fn country(call: Call<'_>, code: &str) -> Answer {
    if PLACES.iter().any(|place| place.country == code) {
        Answer::ok(describe(call, code))
    } else {
        Answer::not_found(&call.request.path)
    }
}

fn describe(call: Call<'_>, code: &str) -> Value {
    let account = call.account;
    let base = format!("/2010-04-01/Accounts/{account}/AvailablePhoneNumbers/{code}");
    let mut kinds = Map::new();
    for (toll_free, name, path) in [(false, "local", "Local"), (true, "toll_free", "TollFree")] {
        if PLACES
            .iter()
            .any(|place| place.country == code && place.toll_free == toll_free)
        {
            kinds.insert(name.to_owned(), format!("{base}/{path}.json").into());
        }
    }
    json!({
        "country_code": code,
        "country": code,
        "uri": format!("{base}.json"),
        "beta": false,
        "subresource_uris": kinds,
    })
}

/// Numbers of a country and kind that nobody owns and that fit the filters.
pub(crate) fn search(state: &State, call: Call<'_>, country: &str, kind: &str) -> Answer {
    let request = call.request;
    let toll_free = match kind {
        "Local" => false,
        "TollFree" => true,
        _ => return Answer::not_found(&request.path),
    };
    if !PLACES
        .iter()
        .any(|place| place.country == country && place.toll_free == toll_free)
    {
        return Answer::not_found(&request.path);
    }
    let pattern = form::filled(&request.query, "Contains");
    if pattern.is_some_and(|pattern| !(2..=16).contains(&pattern.chars().count())) {
        return Answer::refused(400, 20422, "Invalid parameter: Contains");
    }
    let size = form::filled(&request.query, "PageSize")
        .and_then(|size| size.parse().ok())
        .filter(|size| (1..=1000).contains(size))
        .unwrap_or(50);
    let found: Vec<Value> = state
        .inventory
        .iter()
        .filter(|_| !call.no_numbers)
        .filter(|offer| offer.place.country == country && offer.place.toll_free == toll_free)
        .filter(|offer| !state.owns(&offer.phone_number) && fits(offer, &request.query))
        .take(size)
        .map(|offer| inventory::wire(offer, state.quirks.upper_case_capabilities))
        .collect();
    Answer::ok(json!({ "available_phone_numbers": found, "uri": request.path }))
}

fn fits(offer: &Offer, query: &[(String, String)]) -> bool {
    let place = offer.place;
    query.iter().all(|(name, value)| {
        let wanted = value.eq_ignore_ascii_case("true");
        match name.as_str() {
            _ if value.is_empty() => true,
            "AreaCode" => place.area_code == value,
            "Contains" => contains(&offer.phone_number, value),
            "SmsEnabled" | "MmsEnabled" => offer.texts == wanted,
            "VoiceEnabled" => wanted,
            "FaxEnabled" => !wanted,
            "ExcludeAllAddressRequired" => !wanted || place.address_requirements == "none",
            "ExcludeLocalAddressRequired" => !wanted || place.address_requirements != "local",
            "ExcludeForeignAddressRequired" => !wanted || place.address_requirements != "foreign",
            "Beta" => wanted || !offer.beta,
            "InRegion" => place.region.eq_ignore_ascii_case(value),
            "InPostalCode" => place.postal_code == value,
            "InLocality" => place.locality.eq_ignore_ascii_case(value),
            _ => true,
        }
    })
}

/// Whether the number holds the pattern: digits, letters as on a keypad, `*` for one digit, `%` for
/// any run of digits, `+` for the start and `$` for the end.
fn contains(phone_number: &str, pattern: &str) -> bool {
    let digits: Vec<char> = phone_number.trim_start_matches('+').chars().collect();
    let pattern: Vec<char> = pattern.chars().collect();
    (0..=digits.len()).any(|start| {
        digits
            .get(start..)
            .is_some_and(|rest| matches(rest, &pattern, start == 0))
    })
}

fn matches(digits: &[char], pattern: &[char], at_start: bool) -> bool {
    let Some((first, pattern_left)) = pattern.split_first() else {
        return true;
    };
    match first {
        '+' => at_start && matches(digits, pattern_left, false),
        '$' => digits.is_empty(),
        '%' => (0..=digits.len()).any(|taken| {
            digits
                .get(taken..)
                .is_some_and(|rest| matches(rest, pattern_left, false))
        }),
        _ => digits.split_first().is_some_and(|(digit, digits_left)| {
            (*first == '*' || keypad(*first) == Some(*digit))
                && matches(digits_left, pattern_left, false)
        }),
    }
}

fn keypad(letter: char) -> Option<char> {
    Some(match letter.to_ascii_lowercase() {
        'a'..='c' => '2',
        'd'..='f' => '3',
        'g'..='i' => '4',
        'j'..='l' => '5',
        'm'..='o' => '6',
        'p'..='s' => '7',
        't'..='v' => '8',
        'w'..='z' => '9',
        digit @ '0'..='9' => digit,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_may_hold_digits_letters_and_wildcards() {
        for (pattern, found) in [
            ("555", true),
            ("JJJ", true),
            ("510****0100", false),
            ("510***0100", true),
            ("+1510", true),
            ("+510", false),
            ("0100$", true),
            ("5550$", false),
            ("1%100", true),
            ("5#5", false),
        ] {
            assert_eq!(contains("+15105550100", pattern), found, "{pattern}");
        }
    }
}
