use gangway_domain::values::PhoneNumber;
use serde::Deserialize;

use super::corpus;

#[derive(Deserialize)]
struct Case {
    input: String,
    country: Option<String>,
    e164: Option<String>,
}

#[test]
fn international_numbers_get_the_form_of_the_list() {
    let cases: Vec<Case> = corpus::read("people/phones.json").unwrap_or_default();
    for case in cases {
        let parsed = PhoneNumber::parse(&case.input).ok().map(String::from);
        match (&case.country, &case.e164) {
            (None, Some(_)) => assert_eq!(parsed, case.e164, "{:?}", case.input),
            (Some(_), Some(_)) => {
                let national = !case.input.starts_with('+');
                assert_eq!(parsed.is_none(), national, "{:?}", case.input);
            }
            // Shape cannot tell that the number does not exist.
            (_, None) if EXISTS_ONLY_IN_SHAPE.contains(&case.input.as_str()) => {}
            (_, None) => assert_eq!(parsed, None, "{:?}", case.input),
        }
    }
}

const EXISTS_ONLY_IN_SHAPE: [&str; 4] = [
    "+1202555014",
    "+120255501430",
    "+999 123 4567",
    "+1 555 555 5555",
];

#[test]
fn a_number_without_country_code_is_refused_with_an_example() {
    for national in ["202-555-0143", "(202) 555-0143", "020 7946 0958", "911"] {
        let rejection = PhoneNumber::parse(national).unwrap_err();
        assert_eq!(rejection.code, "invalid_phone");
        assert!(rejection.message.contains("+1 202 555 0143"));
    }
    assert_eq!(PhoneNumber::parse(" ").unwrap_err().code, "required");
}

#[test]
fn punctuation_of_all_kinds_is_taken_away() {
    for typed in [
        "+1 (202) 555.0143",
        "+1\u{a0}202\u{2011}555\u{2013}0143",
        "＋１（２０２）５５５－０１４３",
        " +12025550143 ",
    ] {
        assert_eq!(
            PhoneNumber::parse(typed).unwrap().as_str(),
            "+12025550143",
            "{typed}"
        );
    }
}

#[test]
fn numbers_of_zone_one_are_shown_in_groups() {
    let shown = |number| PhoneNumber::parse(number).unwrap().display();
    assert_eq!(shown("+12025550143"), "+1 202 555 0143");
    assert_eq!(shown("+442079460958"), "+442079460958");
}
