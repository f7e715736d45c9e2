use gangway_domain::values::WebsiteAddress;
use serde::Deserialize;

use super::corpus;

#[derive(Deserialize)]
struct Case {
    input: String,
    valid: bool,
    canonical: Option<String>,
    why: String,
}

fn code(input: &str) -> &'static str {
    WebsiteAddress::parse(input).unwrap_err().code
}

#[test]
fn websites_get_the_verdict_and_the_canonical_form_of_the_list() {
    let cases: Vec<Case> = corpus::read("net/website_urls.json").unwrap_or_default();
    for case in cases {
        let parsed = WebsiteAddress::parse(&case.input);
        assert_eq!(
            parsed.is_ok(),
            case.valid,
            "{:?} ({})",
            case.input,
            case.why
        );
        if cfg!(feature = "idn") {
            let canonical = parsed.ok().map(|website| website.to_string());
            assert_eq!(canonical, case.canonical, "{:?}", case.input);
        }
    }
}

#[test]
fn b13_website_needs_a_scheme() {
    for input in [
        "companyname.com",
        "www.companyname.com",
        "//companyname.com/about",
        "companyname.com:8080",
        "CompanyName.com?x=1",
    ] {
        let rejection = WebsiteAddress::parse(input).unwrap_err();
        assert_eq!(rejection.code, "scheme_missing", "{input:?}");
        assert!(rejection.message.contains("https://www.companyname.com"));
    }
}

#[test]
fn refusals_have_their_codes() {
    assert_eq!(code(" "), "required");
    assert_eq!(code("javascript:alert(1)"), "invalid_website");
    assert_eq!(code("htps://companyname.com"), "invalid_website");
    assert_eq!(code("https://intranet.local"), "invalid_website");
    assert_eq!(code("https://a.example/\u{7}"), "invalid_website");
    assert_eq!(code("https://a.example:0"), "invalid_website");
    assert_eq!(code("https://a.example\\@evil.test"), "invalid_website");
    let long = format!("https://a.example/{}", "x".repeat(3000));
    assert_eq!(code(&long), "too_long");
}

#[test]
fn markup_is_no_website() {
    let cases: Vec<serde_json::Value> = corpus::read("strings/text_cases.json").unwrap_or_default();
    for case in cases {
        let must = case["must"].as_str().unwrap();
        if must.contains("422 in URL fields") {
            assert!(WebsiteAddress::parse(case["text"].as_str().unwrap()).is_err());
        }
    }
}

#[test]
fn origin_and_host_are_read_off() {
    let website = WebsiteAddress::parse("HTTP://Shop.Example.com:8080/a?b#c").unwrap();
    assert_eq!(website.origin(), "http://shop.example.com:8080");
    assert_eq!(website.host(), "shop.example.com");
    let bare = WebsiteAddress::parse("https://example.com:443?x=1").unwrap();
    assert_eq!(bare.as_str(), "https://example.com/?x=1");
    assert_eq!(bare.origin(), "https://example.com");
}
