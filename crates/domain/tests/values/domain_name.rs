use gangway_domain::values::DomainName;

#[test]
fn d14_domains_are_in_lower_case_and_belong_to_somebody() {
    for (given, domain) in [
        ("A.Example", "a.example"),
        (" b.example.co.uk ", "b.example.co.uk"),
    ] {
        assert_eq!(DomainName::parse(given).unwrap().as_str(), domain);
    }
    for given in [
        "http://a.example",
        "@a.example",
        "localhost",
        "a.example;b.example",
        "a..example",
        "127.0.0.1",
        "a.example.",
    ] {
        assert_eq!(
            DomainName::parse(given).unwrap_err().code,
            "invalid_domain",
            "{given}"
        );
    }
    assert_eq!(DomainName::parse(" ").unwrap_err().code, "required");
    assert!(DomainName::parse("GMAIL.com").unwrap().is_shared());
    assert!(!DomainName::parse("gmail.example").unwrap().is_shared());
}
