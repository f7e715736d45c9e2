use gangway_domain::values::ItGlueAddress;

#[test]
fn a01_it_glue_addresses_are_normalised() {
    for (typed, stored) in [
        ("acme.itglue.com", "acme.itglue.com"),
        ("https://acme.itglue.com", "acme.itglue.com"),
        ("http://acme.itglue.com/", "acme.itglue.com"),
        (" HTTPS://ACME.ITGlue.com/ ", "acme.itglue.com"),
        ("acme.eu.itglue.com/", "acme.eu.itglue.com"),
        ("https://Acme.AU.itglue.com", "acme.au.itglue.com"),
        ("acme-it-2.itglue.com", "acme-it-2.itglue.com"),
    ] {
        let address = ItGlueAddress::parse(typed).unwrap();
        assert_eq!(address.as_str(), stored, "{typed:?}");
    }
}

#[test]
fn a01_anything_else_is_refused_with_an_example() {
    for bad in [
        "acme",
        "itglue.com",
        "eu.itglue.com",
        "au.itglue.com",
        "api.itglue.com",
        "https://api.eu.itglue.com",
        "www.itglue.com",
        "acme.us.itglue.com",
        "a.b.itglue.com",
        "acme.itglue.com.evil.test",
        "acmeitglue.com",
        "acme.itglue.com//",
        "acme.itglue.com/organizations",
        "acme.itglue.com:443",
        "user@acme.itglue.com",
        "evil.test/acme.itglue.com",
        "ftp://acme.itglue.com",
        "-acme.itglue.com",
        "ac me.itglue.com",
        "ácme.itglue.com",
        "acme.itglue.com\0",
    ] {
        let rejection = ItGlueAddress::parse(bad).unwrap_err();
        assert_eq!(rejection.code, "invalid_it_glue_address", "{bad:?}");
        assert!(rejection.message.contains("acme.itglue.com"));
    }
    assert_eq!(ItGlueAddress::parse(" ").unwrap_err().code, "required");
}

#[test]
fn the_account_is_the_first_label() {
    let address = ItGlueAddress::parse("acme.eu.itglue.com").unwrap();
    assert_eq!(address.account(), "acme");
}
