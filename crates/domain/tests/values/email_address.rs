use gangway_domain::values::EmailAddress;
use serde::Deserialize;

use super::corpus;

#[derive(Deserialize)]
struct Case {
    input: String,
    valid: bool,
    canonical: Option<String>,
    why: String,
}

#[cfg(feature = "idn")]
#[derive(Deserialize)]
struct Equivalents {
    same: Vec<Vec<String>>,
    different: Vec<Vec<String>>,
}

fn code(input: &str) -> &'static str {
    EmailAddress::parse(input).unwrap_err().code
}

#[test]
fn addresses_get_the_verdict_and_the_canonical_form_of_the_list() {
    let cases: Vec<Case> = corpus::read("people/emails.json").unwrap_or_default();
    for case in cases {
        let parsed = EmailAddress::parse(&case.input);
        assert_eq!(
            parsed.is_ok(),
            case.valid,
            "{:?} ({})",
            case.input,
            case.why
        );
        if cfg!(feature = "idn") || case.input.is_ascii() {
            let canonical = parsed.ok().map(|email| email.to_string());
            assert_eq!(canonical, case.canonical, "{:?}", case.input);
        }
    }
}

#[test]
#[cfg(feature = "idn")]
fn the_same_mailbox_has_one_canonical_form() {
    let Some(groups) = corpus::read::<Equivalents>("people/email_equivalents.json") else {
        return;
    };
    let parse = |input: &String| EmailAddress::parse(input).unwrap();
    for group in groups.same {
        let mut forms: Vec<_> = group.iter().map(parse).collect();
        forms.dedup();
        assert_eq!(forms.len(), 1, "{group:?}");
    }
    for group in groups.different {
        let mut forms: Vec<_> = group.iter().map(parse).collect();
        forms.sort();
        forms.dedup();
        assert_eq!(forms.len(), group.len(), "{group:?}");
    }
}

#[test]
fn b07_a_list_of_addresses_is_refused() {
    for list in [
        "jane@example.com, bob@example.com",
        "jane@example.com;bob@example.com",
        "jane@example.com bob@example.com",
        "jane@example.com,bob@example.com,",
        "jane@example.com\nbob@example.com",
        "Jane <jane@example.com>, Bob <bob@example.com>",
    ] {
        let rejection = EmailAddress::parse(list).unwrap_err();
        assert_eq!(rejection.code, "one_address_only", "{list:?}");
        assert_eq!(
            rejection.message,
            "Enter one address only. To invite several people, invite them one at a time."
        );
    }
}

#[test]
fn one_bad_address_is_no_list() {
    for bad in [
        "Jane Doe <jane@example.com>",
        "jane doe@example.com",
        "@a.test,@b.test:jane@example.com",
        "jane@example.com,",
    ] {
        assert_eq!(code(bad), "invalid_email", "{bad:?}");
    }
}

#[test]
fn a_blank_address_is_required() {
    for blank in ["", " ", "\u{a0}\t"] {
        assert_eq!(code(blank), "required", "{blank:?}");
    }
}

#[test]
fn no_line_break_gets_into_an_address() {
    let cases: Vec<serde_json::Value> =
        corpus::read("people/email_header_injection.json").unwrap_or_default();
    for case in cases {
        for text in case.as_object().into_iter().flat_map(|case| case.values()) {
            if let Some(Ok(email)) = text.as_str().map(EmailAddress::parse) {
                assert!(!email.as_str().contains(['\r', '\n', '\0', ' ', '<']));
            }
        }
    }
}

#[test]
fn international_domains_of_all_scripts_are_taken() {
    for good in [
        "info@почта.рф",
        "info@例え.テスト",
        "info@उदाहरण.परीक्षा",
        "info@bu\u{308}cher.example",
    ] {
        assert!(EmailAddress::parse(good).is_ok(), "{good}");
    }
}

#[test]
fn an_address_comes_apart_at_the_at() {
    let email = EmailAddress::parse("Jane.Doe@Example.com").unwrap();
    assert_eq!(email.local_part(), "jane.doe");
    assert_eq!(email.domain(), "example.com");
}
