use gangway_domain::client_rows::{CustomField, FieldKind};
use gangway_sheet::{Code, Fault, Limits, ReadError, Reader, column_names};

use super::import::layout;

/// All that is wrong with a header.
fn wrong(header: &str) -> Vec<Fault> {
    let fields = [CustomField {
        name: "Contract".to_owned(),
        kind: FieldKind::Text,
        required: true,
    }];
    match Reader::new(header.as_bytes(), layout(&fields), Limits::default()).err() {
        None => Vec::new(),
        Some(ReadError::Refused(faults)) => faults,
        Some(ReadError::Io(error)) => panic!("{error}"),
    }
}

fn columns(header: &str) -> Vec<Option<String>> {
    let faults = wrong(header);
    assert!(
        faults
            .iter()
            .all(|fault| fault.code == Code::Header && fault.row == 1)
    );
    faults.into_iter().map(|fault| fault.column).collect()
}

fn named(names: &[&str]) -> Vec<Option<String>> {
    names.iter().map(|name| Some((*name).to_owned())).collect()
}

const FULL: &str = "ClientName,PrimaryContactFirstName,PrimaryContactLastName,PrimaryContactEmail,SiteName,Timezone";

#[test]
fn d8_every_wrong_name_is_told_at_once() {
    let header = "ClientName,ClientName,FirstName,PrimaryContactLastName,E-Mail,SiteName,,Notes";
    let expected = [
        Some("ClientName"),
        None,
        Some("PrimaryContactFirstName"),
        Some("PrimaryContactEmail"),
        Some("Notes"),
        Some("Timezone"),
    ];
    let expected: Vec<_> = expected.map(|name| name.map(str::to_owned)).into();
    let mut found = columns(header);
    let mut sorted = expected;
    found.sort();
    sorted.sort();
    assert_eq!(found, sorted);
}

#[test]
fn d8_a_renamed_column_is_told_what_it_is_to_be_called() {
    let faults = wrong(&FULL.replace("SiteName", "site name"));
    let [fault] = faults.as_slice() else {
        panic!("{faults:?}")
    };
    assert_eq!(fault.column.as_deref(), Some("SiteName"));
    assert_eq!(fault.value, "site name");
    assert_eq!(fault.remedy, "Name it SiteName, exactly so.");
}

#[test]
fn d8_a_column_without_a_name_is_told_by_its_letter() {
    let faults = wrong(&FULL.replace("SiteName", "SiteName, ,City"));
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].reason, "Column F has no name.");
}

#[test]
fn d19_optional_columns_may_be_absent_and_in_any_order() {
    assert_eq!(wrong(FULL), []);
    assert_eq!(
        wrong(&format!(
            "Custom:Contract,SecondaryContactEmail,{FULL},City,,,"
        )),
        []
    );
}

#[test]
fn d19_custom_columns_of_fields_that_are_not_there_are_named() {
    let header = format!("{FULL},Custom:Colour,Custom:contract");
    assert_eq!(
        columns(&header),
        named(&["Custom:Colour", "Custom:Contract"])
    );
}

#[test]
fn d21_the_column_of_an_error_file_is_skipped() {
    assert_eq!(wrong(&format!("{FULL},Error")), []);
}

#[test]
fn a_name_from_the_file_is_cut_and_comes_back_as_it_is() {
    let long = "<script>".repeat(1000);
    let faults = wrong(&format!("{FULL},{long}"));
    assert_eq!(faults[0].value.chars().count(), 81);
    assert!(
        faults[0]
            .column
            .as_ref()
            .is_some_and(|name| name.chars().count() == 81)
    );
}

#[test]
fn d21_a_list_of_another_layout_is_read_by_its_own_names() {
    let text = "Company;\"Mail, of the first\";Notes;Notes;\nAcme, Inc;jane@client.example;x;y\nBeta;\"b\"c;;\n";
    let names = column_names(text.as_bytes(), layout(&[]), Limits::default()).unwrap();
    assert_eq!(names, ["Company", "Mail, of the first", "Notes", "Notes"]);
    assert!(!layout(&[]).fits(&names));
    let at = |name| layout(&[]).column(name);
    let columns = [at("ClientName"), at("PrimaryContactEmail"), None, None];
    let read = |columns| Reader::matched(text.as_bytes(), layout(&[]), columns, Limits::default());
    let mut reader = read(&columns).unwrap();
    assert_eq!(reader.columns(), [0, 3]);
    let row = reader.next_row().unwrap().unwrap();
    assert_eq!(row.fault(), None);
    assert_eq!(
        [row.cell(0), row.cell(3)],
        ["Acme, Inc", "jane@client.example"]
    );
    let fault = reader.next_row().unwrap().unwrap().fault().unwrap();
    assert_eq!(fault.column.as_deref(), Some("PrimaryContactEmail"));
    let few = read(&columns[..3]);
    assert!(matches!(few, Err(ReadError::Refused(_))));
}

#[test]
fn d21_names_of_another_layout_are_few() {
    let many = format!("a{}", ",b".repeat(300));
    let refused = column_names(many.as_bytes(), layout(&[]), Limits::default());
    assert!(matches!(refused, Err(ReadError::Refused(_))), "{refused:?}");
    let empty = column_names(b"\n".as_slice(), layout(&[]), Limits::default());
    assert!(matches!(empty, Err(ReadError::Refused(_))), "{empty:?}");
}

#[test]
fn d8_names_that_stand_partly_in_quotes_are_refused() {
    let header = FULL.replace("ClientName", "\"Client\"Name");
    assert_eq!(columns(&header), [None]);
    assert_eq!(wrong(&FULL.replace("ClientName", "\"ClientName\"")), []);
}
