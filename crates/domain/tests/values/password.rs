use std::time::{Duration, Instant};

use gangway_domain::values::Password;
use serde::Deserialize;

use super::corpus;

const OWN: [&str; 4] = ["Jane", "Doe", "jane.doe@example.com", "Acme Widgets Ltd"];

#[derive(Deserialize)]
struct Corpus {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    password: String,
    single_factor_ok: bool,
    why: String,
}

fn code(password: &str) -> &'static str {
    Password::check(password, &OWN).unwrap_err().code
}

#[test]
fn au_04_passwords_get_the_verdict_of_the_policy() {
    let Some(corpus) = corpus::read::<Corpus>("people/passwords.json") else {
        return;
    };
    for case in corpus.cases {
        let verdict = Password::check(&case.password, &OWN);
        assert_eq!(
            verdict.is_ok(),
            case.single_factor_ok,
            "{:?} ({}): {verdict:?}",
            case.password,
            case.why
        );
    }
}

#[test]
fn au_06_a_long_password_is_refused_before_work() {
    let started = Instant::now();
    for character in ["x", "é", "e\u{301}", "\u{1f511}"] {
        assert_eq!(code(&character.repeat(5_000)), "too_long");
        assert_eq!(
            Password::typed(&character.repeat(5_000)).unwrap_err().code,
            "too_long"
        );
    }
    assert!(started.elapsed() < Duration::from_millis(50));
}

#[test]
fn au_06_nul_is_refused_and_nothing_is_cut_off() {
    assert_eq!(code("a\0bbbbbbbbbbbbbbbbbbbb"), "invalid_text");
    assert_eq!(Password::typed("a\0b").unwrap_err().code, "invalid_text");
    let long = "q7".repeat(64);
    assert_eq!(Password::check(&long, &OWN).unwrap().as_str(), long);
    assert_eq!(code(&"q7".repeat(65)), "too_long");
}

#[test]
fn refusals_have_their_codes() {
    assert_eq!(code(""), "too_short");
    assert_eq!(code("14 characters!"), "too_short");
    for common in [
        "passwordpassword",
        "Password123456789",
        "P@$$w0rd!P@$$w0rd!",
        "aaaaaaaaaaaaaaaaaaaa",
        "!!!!!!!!!!!!!!!!!!!!",
        "123456789012345678",
        "987654321098765432",
        "qwertyuiopasdfghjkl",
        "1qaz2wsx3edc4rfv5tgb",
        "abcdefghijklmnopqrst",
        "!@#$%^&*()_+!@#$%^",
        "welcome to 2026 welcome",
        "iloveyouforever123",
        "letmein-letmein-1",
        "йцукенгшщзхъфывапролд",
    ] {
        assert_eq!(code(common), "common_password", "{common}");
    }
    for own in [
        "jane.doe@example.com",
        "jane.doe@example.com1",
        "Acme Widgets Ltd 1",
        "JaneDoeJaneDoe2026",
        "gangwaygangway1",
        "acme-password-2026",
    ] {
        assert_eq!(code(own), "own_name", "{own}");
    }
}

#[test]
fn passwords_that_only_hold_a_common_word_are_fine() {
    for good in [
        "my dragon eats gravel",
        "open the new green door",
        "Jane sails northward",
        "%&*^@!)(#$*&^%~;:",
        "9f86d081884c7d65",
        "кот сидит на крыше дома",
    ] {
        assert!(Password::check(good, &OWN).is_ok(), "{good}");
    }
}

#[test]
fn composed_and_decomposed_are_one_password() {
    let composed = Password::check("caf\u{e9} caf\u{e9} caf\u{e9} x", &[]).unwrap();
    let decomposed = Password::typed("cafe\u{301} cafe\u{301} cafe\u{301} x").unwrap();
    assert_eq!(composed, decomposed);
}

#[test]
fn a_name_with_an_accent_is_found_without_it() {
    let rejection = Password::check("JoseNunezJoseNunez", &["José", "Núñez"]).unwrap_err();
    assert_eq!(rejection.code, "own_name");
}

#[test]
fn debug_shows_nothing() {
    let password = Password::typed("violet otter").unwrap();
    assert_eq!(format!("{password:?}"), "Password(redacted)");
}
