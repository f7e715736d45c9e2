use gangway_domain::client_rows::{FaultCode, Seen};

use super::support::{known, verdict_of};

/// A row with a name and an address of its own, but for these cells.
fn row(number: u32, cells: &[(&str, &str)], seen: &mut Seen) -> Vec<(FaultCode, String)> {
    let (name, email) = (
        format!("Client {number}"),
        format!("c{number}@client.example"),
    );
    let own = [
        ("ClientName", name.as_str()),
        ("PrimaryContactEmail", email.as_str()),
    ];
    let cells: Vec<_> = cells.iter().chain(&own).copied().collect();
    let faults = verdict_of(number, &cells, &known(), seen)
        .err()
        .unwrap_or_default();
    faults
        .into_iter()
        .map(|fault| (fault.code, fault.reason))
        .collect()
}

fn again(what: &str, first: u32) -> Vec<(FaultCode, String)> {
    let reason = format!("Row {first} has the same {what}.");
    vec![(FaultCode::DuplicateInFile, reason)]
}

#[test]
fn d17_the_first_row_with_a_value_keeps_it_and_the_others_are_told_its_number() {
    let mut seen = Seen::default();
    assert_eq!(
        row(
            2,
            &[("ClientName", "Café"), ("EmailDomains", "a.example")],
            &mut seen
        ),
        []
    );
    assert_eq!(
        row(5, &[("ClientName", "CAFE\u{301}\u{200b} ")], &mut seen),
        again("name", 2)
    );
    assert_eq!(
        row(
            6,
            &[("PrimaryContactEmail", "C2@client.example")],
            &mut seen
        ),
        again("address", 2)
    );
    assert_eq!(
        row(7, &[("EmailDomains", "b.example,A.example")], &mut seen),
        again("domain a.example", 2)
    );
    assert_eq!(
        row(8, &[("ClientName", "café")], &mut seen),
        again("name", 2)
    );
    assert_eq!(
        row(9, &[("EmailDomains", "c.example,C.example")], &mut seen),
        []
    );
}

#[test]
fn d17_of_two_domains_that_others_have_each_is_named() {
    let mut seen = Seen::default();
    row(2, &[("EmailDomains", "a.example,b.example")], &mut seen);
    let told = row(3, &[("EmailDomains", "b.example,A.example")], &mut seen);
    let both = [again("domain b.example", 2), again("domain a.example", 2)];
    assert_eq!(told, both.concat());
}

#[test]
fn d17_a_row_with_another_fault_keeps_its_name_all_the_same() {
    let mut seen = Seen::default();
    let wrong = row(2, &[("ClientName", "Acme"), ("Timezone", "EST")], &mut seen);
    assert_eq!(wrong.len(), 1);
    assert_eq!(
        row(3, &[("ClientName", "acme")], &mut seen),
        again("name", 2)
    );
}

#[test]
fn d17_a_value_of_one_kind_is_not_one_of_another() {
    let mut seen = Seen::default();
    assert_eq!(row(2, &[("ClientName", "a.example")], &mut seen), []);
    assert_eq!(row(3, &[("EmailDomains", "a.example")], &mut seen), []);
}

#[test]
fn d17_what_exists_already_is_told_once() {
    let mut seen = Seen::default();
    for number in [2, 3] {
        let codes: Vec<_> = row(number, &[("ClientName", "EXISTING CO")], &mut seen)
            .into_iter()
            .map(|(code, _)| code)
            .collect();
        assert_eq!(codes, [FaultCode::DuplicateExisting]);
    }
}
