use std::io::Read as _;

use gangway_domain::client_rows::{CustomField, FieldKind, Known, example, sample_columns};
use gangway_domain::values::EmailAddress;
use gangway_sheet::{ErrorFile, Limits, Reader, sample};

use super::corpus;
use super::import::{import, known, layout};

fn fields() -> Vec<CustomField> {
    let kinds = [
        FieldKind::Text,
        FieldKind::Number,
        FieldKind::Date,
        FieldKind::YesNo,
        FieldKind::Link,
        FieldKind::Choice(vec!["Gold".to_owned(), "Silver".to_owned()]),
    ];
    let named = kinds.into_iter().enumerate();
    named
        .map(|(at, kind)| CustomField {
            name: format!("Field {at}"),
            kind,
            required: true,
        })
        .collect()
}

fn sample_file(with_secondary: bool, fields: &[CustomField]) -> Vec<u8> {
    let columns = sample_columns(with_secondary, fields);
    let examples: Vec<_> = columns
        .iter()
        .map(|column| example(column, fields))
        .collect();
    let columns = columns.iter().map(String::as_str);
    sample(columns, examples.iter().map(String::as_str)).unwrap()
}

#[test]
fn d8_the_header_of_the_sample_is_exactly_the_columns() {
    let text = String::from_utf8(sample_file(false, &[])).unwrap();
    let expected = "\u{feff}ClientName,PrimaryContactFirstName,PrimaryContactLastName,PrimaryContactEmail,Code,PhoneNumber,SiteName,Address,City,State,PostalCode,Country,Timezone,EmailDomains,AccountManager,TechGroups\r\n";
    assert!(text.starts_with(expected), "{text}");
    assert_eq!(text.lines().count(), 2);
}

#[test]
fn d8_the_sample_can_be_imported_as_it_is() {
    let fields = fields();
    let known = Known::default()
        .imported_by(EmailAddress::parse("admin@msp.example.com").unwrap())
        .with_fields(fields.clone());
    for with_secondary in [false, true] {
        let verdict = import(sample_file(with_secondary, &fields).as_slice(), &known);
        assert_eq!(verdict.wrong, []);
        let [(2, checked)] = verdict.good.as_slice() else {
            panic!("{verdict:?}")
        };
        assert_eq!(checked.client.secondary.is_some(), with_secondary);
        assert_eq!(checked.client.custom.len(), 6);
        assert_eq!(checked.changes, []);
    }
}

/// The rows of a file as an error file, each with the same error.
fn as_error_file(bytes: &[u8], error: &str) -> Vec<u8> {
    let layout = layout(&[]);
    let names: Vec<_> = layout
        .columns()
        .iter()
        .map(|column| column.name.clone())
        .collect();
    let mut reader = Reader::new(bytes, layout, Limits::default()).unwrap();
    let mut file = ErrorFile::new(Vec::new(), names.iter().map(String::as_str)).unwrap();
    while let Some(row) = reader.next_row().unwrap() {
        file.row(row.cells(), [error, "Enter US."], row.extra())
            .unwrap();
    }
    file.finish().unwrap()
}

#[test]
fn up_10_no_cell_of_an_error_file_begins_as_a_formula() {
    for name in [
        "error_report_injection.csv",
        "formula_injection.csv",
        "markup_and_sql.csv",
    ] {
        let Some(bytes) = corpus::read(name) else {
            return;
        };
        let written = as_error_file(&bytes, "=1+1 is no address.");
        let mut cells = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(written.as_slice());
        let mut count = 0;
        for record in cells.records() {
            let record = record.unwrap();
            assert_eq!(record.len(), 19);
            for cell in &record {
                let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
                assert!(!cell.starts_with(formula), "{name}: {cell}");
                count += 1;
            }
        }
        assert!(count > 70);
        assert!(written.starts_with(b"\xef\xbb\xbf"));
    }
}

#[test]
fn up_09_the_rows_of_an_error_file_are_imported_with_the_same_values() {
    for name in [
        "formula_injection.csv",
        "good_unicode.csv",
        "q_newline_in_field.csv",
        "leading_zeros.csv",
        "error_report_injection.csv",
    ] {
        let Some(bytes) = corpus::read(name) else {
            return;
        };
        let first = import(bytes.as_slice(), &known());
        let second = import(
            as_error_file(&bytes, "Enter it again.").as_slice(),
            &known(),
        );
        assert_eq!(second.wrong, first.wrong, "{name}");
        let clients = |verdict: &super::import::Verdict| -> Vec<_> {
            verdict
                .good
                .iter()
                .map(|(row, checked)| (*row, checked.client.clone()))
                .collect()
        };
        assert_eq!(clients(&second), clients(&first), "{name}");
    }
}

#[test]
fn d21_an_error_stands_behind_its_row_for_people() {
    let header = "ClientName,PrimaryContactFirstName,PrimaryContactLastName,PrimaryContactEmail,SiteName,Timezone\n";
    let written = as_error_file(
        format!("{header}Acme,Jane,\"D\"\"oe\",jane,HQ,UTC\n").as_bytes(),
        "No address.",
    );
    let mut text = String::new();
    written.as_slice().read_to_string(&mut text).unwrap();
    let last = text.lines().nth(1).unwrap();
    assert!(last.starts_with("Acme,Jane,\"D\"\"oe\",jane,"), "{last}");
    assert!(last.ends_with(",No address. Enter US."), "{last}");
    assert!(text.ends_with("\r\n"));
    assert!(text.lines().next().unwrap().ends_with(",Error"));
}

#[test]
fn d21_nothing_of_a_row_that_is_too_long_or_too_short_is_lost() {
    let Some(bytes) = corpus::read("ragged.csv") else {
        return;
    };
    let written = String::from_utf8(as_error_file(&bytes, "Too many.")).unwrap();
    let lines: Vec<_> = written.lines().collect();
    assert!(
        lines[2].starts_with("Client 0002,Pat,Doe,,"),
        "{}",
        lines[2]
    );
    assert!(
        lines[3].ends_with(",Service Desk,,,Too many. Enter US.,extra,extra"),
        "{}",
        lines[3]
    );
    let again = import(written.as_bytes(), &known());
    assert_eq!(again.good.len(), 2);
    let of_row = |row| again.wrong.iter().filter(move |wrong| wrong.0 == row);
    assert!(of_row(3).all(|(_, _, code)| code == "required"));
    assert!(of_row(4).all(|(_, column, code)| column.is_none() && code == "column_count"));
}
