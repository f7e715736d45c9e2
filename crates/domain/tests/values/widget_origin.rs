use gangway_domain::values::{AllowedOrigins, WebsiteAddress, WidgetOrigin};
use serde::Deserialize;

use super::corpus;

#[derive(Deserialize)]
struct Corpus {
    allowed: Vec<WidgetOrigin>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    origin: String,
    allowed: bool,
    why: String,
}

#[test]
fn origins_get_the_verdict_of_the_list() {
    let Some(corpus) = corpus::read::<Corpus>("net/widget_origins.json") else {
        return;
    };
    let list = AllowedOrigins::new(corpus.allowed);
    for case in corpus.cases {
        if !cfg!(feature = "idn") && case.why == "IDN in ASCII form" {
            continue;
        }
        let verdict = list.allows(&case.origin);
        assert_eq!(verdict, case.allowed, "{:?} ({})", case.origin, case.why);
        let one = list.iter().any(|entry| entry.allows(&case.origin));
        assert_eq!(one, case.allowed, "{:?}", case.origin);
    }
}

#[test]
fn an_empty_list_allows_no_origin() {
    assert!(!AllowedOrigins::default().allows("https://www.acme.test"));
}

#[test]
fn entries_are_stored_in_one_form() {
    for (typed, stored) in [
        (" HTTPS://WWW.Acme.test:443/ ", "https://www.acme.test"),
        ("https://*.Shop.acme.test", "https://*.shop.acme.test"),
        ("http://LOCALHOST:3000", "http://localhost:3000"),
    ] {
        assert_eq!(WidgetOrigin::parse(typed).unwrap().as_str(), stored);
    }
}

#[test]
fn entries_that_are_no_origin_are_refused() {
    for bad in [
        "www.acme.test",
        "*",
        "https://*",
        "https://*.test",
        "https://*.localhost",
        "https://*.localhost:3000",
        "https://a.*.acme.test",
        "https://www.acme.test/shop",
        "https://www.acme.test?x",
        "https://user@www.acme.test",
        "null",
        "file:///",
    ] {
        assert_eq!(
            WidgetOrigin::parse(bad).unwrap_err().code,
            "invalid_origin",
            "{bad}"
        );
    }
}

#[test]
fn a_website_has_its_own_origin() {
    for (website, origin) in [
        ("https://www.acme.test/shop?x=1", "https://www.acme.test"),
        ("https://acme.test.:8443/", "https://acme.test:8443"),
    ] {
        let website = WebsiteAddress::parse(website).unwrap();
        assert_eq!(WidgetOrigin::of_website(&website).as_str(), origin);
        assert!(WidgetOrigin::of_website(&website).allows(origin));
    }
}
