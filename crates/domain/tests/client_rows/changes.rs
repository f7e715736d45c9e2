use super::support::verdict;

/// What is stored otherwise than written, as (column, from, to).
fn changes(cells: &[(&str, &str)]) -> Vec<(String, String, String)> {
    let checked = verdict(cells).unwrap();
    let changes = checked.changes.into_iter();
    changes
        .map(|change| (change.column, change.from, change.to))
        .collect()
}

#[test]
fn what_is_written_as_it_is_stored_changes_nothing() {
    let cells = [
        ("Code", "39"),
        ("PhoneNumber", "0698765432"),
        ("Address", "1 Main Street\nSuite 5"),
        ("EmailDomains", "a.example,b.example"),
        ("AccountManager", "tech1@msp.example"),
        ("TechGroups", "Service Desk,Network"),
        ("PostalCode", "02134"),
    ];
    assert_eq!(changes(&cells), []);
    let client = verdict(&cells).unwrap().client;
    assert_eq!(client.phone.unwrap().e164(), "+390698765432");
    let address = client.address.unwrap();
    assert_eq!(address.first.as_str(), "1 Main Street");
    assert_eq!(address.second.unwrap().as_str(), "Suite 5");
    assert_eq!(client.postal_code.unwrap().as_str(), "02134");
}

#[test]
fn d21_every_value_that_is_stored_otherwise_is_told() {
    for (column, from, to) in [
        ("ClientName", " Acme ", "Acme"),
        ("ClientName", "Cafe\u{301}", "Café"),
        ("ClientName", "'=1+1", "=1+1"),
        ("ClientName", "''=1+1", "'=1+1"),
        ("ClientName", "\t=1+1", "=1+1"),
        (
            "PrimaryContactEmail",
            "Jane@Client.Example",
            "jane@client.example",
        ),
        (
            "Address",
            "1 Main Street\r\nSuite 5\n\n Rear",
            "1 Main Street\nSuite 5, Rear",
        ),
        ("Timezone", "US/Eastern", "America/New_York"),
        ("Timezone", "Europe/Kiev", "Europe/Kyiv"),
        ("Timezone", " Etc/UTC", "UTC"),
        (
            "EmailDomains",
            " B.example , a.example,b.example,",
            "b.example,a.example",
        ),
        ("EmailDomains", ",,,", ""),
        ("AccountManager", "TECH1@MSP.example", "tech1@msp.example"),
        ("TechGroups", "service desk , SERVICE  DESK", "Service Desk"),
    ] {
        let expected = (column.to_owned(), from.to_owned(), to.to_owned());
        assert_eq!(changes(&[(column, from)]), [expected]);
    }
}

#[test]
fn d12_the_zero_that_is_dialled_at_home_only_is_left_out() {
    for (code, from, to) in [
        ("44", "02079460958", "+442079460958"),
        ("1", "12025550143", "+12025550143"),
    ] {
        let cells = [("Code", code), ("PhoneNumber", from)];
        assert_eq!(changes(&cells).len(), 1);
        assert_eq!(verdict(&cells).unwrap().client.phone.unwrap().e164(), to);
    }
}

#[test]
fn an_apostrophe_that_belongs_to_a_name_stays() {
    assert_eq!(changes(&[("ClientName", "'t Hoekje")]), []);
}
