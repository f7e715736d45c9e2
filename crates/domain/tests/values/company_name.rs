use gangway_domain::values::CompanyName;

fn folded(name: &str) -> String {
    CompanyName::parse(name).unwrap().folded()
}

#[test]
fn names_that_look_alike_to_people_fold_to_one() {
    for (one, other) in [
        ("Café Noir", "Cafe\u{301} Noir"),
        ("Acme Ltd", "Ac\u{200b}me Ltd"),
        ("Acme Ltd", "Acme\u{feff} Ltd"),
        ("Acme Ltd", " ACME   ltd "),
        ("Acme Ltd", "Acme\u{a0}Ltd"),
    ] {
        assert_eq!(folded(one), folded(other), "{one:?} {other:?}");
    }
}

#[test]
fn different_names_stay_different() {
    for (one, other) in [
        ("Acme Ltd", "AcmeLtd"),
        ("Acme", "\u{410}cme"),
        ("Straße GmbH", "STRASSE GmbH"),
        ("Acme", "\u{ff21}\u{ff43}\u{ff4d}\u{ff45}"),
    ] {
        assert_ne!(folded(one), folded(other), "{one:?} {other:?}");
    }
}

#[test]
fn folding_is_the_same_in_every_language() {
    assert_eq!(folded("ISTANBUL"), "istanbul");
    assert_eq!(folded("İstanbul"), "i\u{307}stanbul");
}
