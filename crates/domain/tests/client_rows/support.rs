use gangway_domain::client_rows::{Checked, Fault, FaultCode, Known, Seen, check, column_names};
use gangway_domain::values::{CompanyName, DomainName, EmailAddress};

/// The mandatory cells, filled.
const GOOD: &[(&str, &str)] = &[
    ("ClientName", "Acme"),
    ("PrimaryContactFirstName", "Jane"),
    ("PrimaryContactLastName", "Doe"),
    ("PrimaryContactEmail", "jane@client.example"),
    ("SiteName", "HQ"),
    ("Timezone", "Europe/Berlin"),
];

pub fn email(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

pub fn known() -> Known {
    Known::default()
        .with_clients([CompanyName::parse("Existing Co").unwrap().folded()])
        .with_contacts([email("existing@client.example")])
        .with_domains([DomainName::parse("existing.example").unwrap()])
        .with_staff([email("tech1@msp.example")])
        .with_groups(["Service Desk".to_owned(), "Network".to_owned()])
        .imported_by(email("me@msp.example"))
}

/// A good row with these cells in place of its own.
pub fn verdict_of(
    row: u32,
    cells: &[(&str, &str)],
    known: &Known,
    seen: &mut Seen,
) -> Result<Checked, Vec<Fault>> {
    let names = column_names(known.fields());
    for (column, _) in cells {
        assert!(names.iter().any(|name| name == column), "{column}");
    }
    let cell = |name: &String| {
        let given = cells.iter().chain(GOOD).find(|(column, _)| column == name);
        given.map_or("", |(_, value)| *value)
    };
    let cells: Vec<_> = names.iter().map(cell).collect();
    check(row, &cells, known, seen)
}

pub fn verdict(cells: &[(&str, &str)]) -> Result<Checked, Vec<Fault>> {
    verdict_of(2, cells, &known(), &mut Seen::default())
}

/// Column and code of all that is wrong.
pub fn faults(cells: &[(&str, &str)]) -> Vec<(String, FaultCode)> {
    let faults = verdict(cells).err().unwrap_or_default();
    let named = faults
        .into_iter()
        .map(|fault| (fault.column.unwrap(), fault.code));
    named.collect()
}

/// The one thing that is wrong.
pub fn fault(cells: &[(&str, &str)]) -> Fault {
    let faults = verdict(cells).unwrap_err();
    let [fault] = faults.as_slice() else {
        panic!("{faults:?}")
    };
    fault.clone()
}
