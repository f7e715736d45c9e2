use gangway_domain::client_rows::{Column, FaultCode, MAX_SHOWN, Seen, check};

use super::support::{fault, faults, known, verdict};

#[test]
fn d9_every_mandatory_cell_is_asked_for_at_once() {
    let mut seen = Seen::default();
    for cells in [vec![], vec![" \t"; 18], vec!["\u{200b}"; 18]] {
        let faults = check(2, &cells, &known(), &mut seen).unwrap_err();
        let required = faults
            .iter()
            .filter(|fault| fault.code == FaultCode::Required);
        let columns: Vec<_> = required.filter_map(|fault| fault.column.clone()).collect();
        let mandatory = Column::ALL.iter().filter(|column| column.is_mandatory());
        for column in mandatory {
            let zone = *column == Column::Timezone && cells.contains(&"\u{200b}");
            let email = *column == Column::PrimaryContactEmail && cells.contains(&"\u{200b}");
            assert!(
                zone || email || columns.iter().any(|name| name == column.name()),
                "{column:?}"
            );
        }
    }
}

#[test]
fn d14_d15_d16_each_wrong_value_has_its_code() {
    for (column, value, code) in [
        ("ClientName", "A\0c", FaultCode::InvalidText),
        ("ClientName", &"x".repeat(256), FaultCode::TooLong),
        (
            "PrimaryContactFirstName",
            &"x".repeat(101),
            FaultCode::TooLong,
        ),
        (
            "PrimaryContactEmail",
            "a@b.example, c@d.example",
            FaultCode::InvalidEmail,
        ),
        ("PrimaryContactEmail", "me@MSP.example", FaultCode::OwnEmail),
        (
            "PrimaryContactEmail",
            "existing@client.example",
            FaultCode::DuplicateExisting,
        ),
        ("ClientName", "existing  CO", FaultCode::DuplicateExisting),
        ("SiteName", "HQ\nBranch", FaultCode::SingleValue),
        ("Address", &"x".repeat(256), FaultCode::TooLong),
        ("City", "New\nYork", FaultCode::InvalidText),
        ("Timezone", "EST", FaultCode::InvalidTimezone),
        (
            "EmailDomains",
            "a.example,nothing",
            FaultCode::InvalidDomain,
        ),
        (
            "EmailDomains",
            "a.example,GMAIL.com",
            FaultCode::PublicDomain,
        ),
        (
            "EmailDomains",
            "existing.example",
            FaultCode::DuplicateExisting,
        ),
        (
            "AccountManager",
            "nobody@msp.example",
            FaultCode::UnknownUser,
        ),
        ("TechGroups", "Network,Ghosts", FaultCode::UnknownGroup),
        (
            "SecondaryContactEmail",
            "john@client.example",
            FaultCode::RequiredTogether,
        ),
        ("Code", "1", FaultCode::RequiredTogether),
        ("PhoneNumber", "2025550143", FaultCode::RequiredTogether),
        ("State", "NY", FaultCode::RequiredTogether),
        ("Country", "US", FaultCode::RequiredTogether),
    ] {
        let fault = fault(&[(column, value)]);
        assert_eq!(fault.code, code, "{column} {value:?}");
        assert!(
            !fault.reason.is_empty() && fault.remedy.ends_with(['.', ' ']),
            "{fault:?}"
        );
    }
}

#[test]
fn up_09_a_second_contact_without_an_address_is_taken_as_records_take_it() {
    assert_eq!(faults(&[("SecondaryContactName", "John")]), []);
    let wrong = vec![("SecondaryContactEmail".to_owned(), FaultCode::InvalidEmail)];
    let cells = [
        ("SecondaryContactName", "John"),
        ("SecondaryContactEmail", "john"),
    ];
    assert_eq!(faults(&cells), wrong);
}

#[test]
fn d12_a_number_is_of_digits_and_fits_its_country() {
    let phone = |code, number| faults(&[("Code", code), ("PhoneNumber", number)]);
    let wrong = |column: &str, code| vec![(column.to_owned(), code)];
    for (code, number) in [
        ("1", "202 555 0143"),
        ("1", "555"),
        ("1", "20255501430"),
        ("44", "20794"),
        ("49", "1234567890123456"),
        ("1", "٢٠٢٥٥٥٠١٤٣"),
    ] {
        let expected = wrong("PhoneNumber", FaultCode::InvalidPhone);
        assert_eq!(phone(code, number), expected, "{code} {number}");
    }
    for code in ["+1", "0044", "1234", "one"] {
        let expected = wrong("Code", FaultCode::InvalidCode);
        assert_eq!(phone(code, "2025550143"), expected, "{code}");
    }
}

#[test]
fn d13_a_state_belongs_to_its_country_and_a_few_countries_have_none() {
    let place = |state, country| faults(&[("State", state), ("Country", country)]);
    assert_eq!(place("NY", "US"), []);
    assert_eq!(place("75C", "FR"), []);
    assert_eq!(place("", "PR"), []);
    let state = vec![("State".to_owned(), FaultCode::InvalidCode)];
    for (code, country) in [("ON", "US"), ("ny", "US"), ("US-NY", "US"), ("X", "PR")] {
        assert_eq!(place(code, country), state, "{code} {country}");
    }
    // What a state is cannot be told without its country.
    let country = vec![("Country".to_owned(), FaultCode::InvalidCode)];
    assert_eq!(place("NY", "USA"), country);
}

#[test]
fn every_fault_of_a_row_is_told() {
    let cells = [
        ("PrimaryContactEmail", "x"),
        ("Timezone", "EST"),
        ("TechGroups", "A,B"),
    ];
    let codes: Vec<_> = faults(&cells).into_iter().map(|(_, code)| code).collect();
    let expected = [
        FaultCode::InvalidEmail,
        FaultCode::InvalidTimezone,
        FaultCode::UnknownGroup,
        FaultCode::UnknownGroup,
    ];
    assert_eq!(codes, expected);
}

#[test]
fn up_10_a_long_value_is_cut_and_no_sentence_holds_it() {
    let long = "<b>".repeat(500);
    for column in Column::ALL {
        let Err(faults) = verdict(&[(column.name(), &long)]) else {
            continue;
        };
        for fault in faults {
            assert!(fault.value.chars().count() <= MAX_SHOWN + 1);
            let group = fault.code == FaultCode::UnknownGroup;
            assert!(group || !format!("{} {}", fault.reason, fault.remedy).contains("<b>"));
            assert!(fault.reason.chars().count() < 200);
        }
    }
}
