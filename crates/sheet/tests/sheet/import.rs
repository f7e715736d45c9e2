//! A list held against all rules, as an import does.

use std::io::Read;

use gangway_domain::client_rows::{self, Checked, CustomField, Known, Seen};
use gangway_domain::values::{CompanyName, EmailAddress};
use gangway_sheet::{Column, ERROR_COLUMN, Fault, Layout, Limits, ReadError, Reader};

/// What is wrong somewhere: row, column, code.
pub type Wrong = (u32, Option<String>, String);

/// What an import says of a file.
#[derive(Debug, Default, PartialEq)]
pub struct Verdict {
    pub outcome: &'static str,
    pub good: Vec<(u32, Checked)>,
    pub wrong: Vec<Wrong>,
}

/// The partner of whom the notes of the test data speak.
pub fn known() -> Known {
    let email = |text| EmailAddress::parse(text).unwrap();
    Known::default()
        .with_clients([CompanyName::parse("Existing Co").unwrap().folded()])
        .with_contacts([email("existing@client.example.com")])
        .with_staff([
            email("admin@msp.example.com"),
            email("tech1@msp.example.com"),
        ])
        .with_groups(["Service Desk".to_owned(), "Network".to_owned()])
        .imported_by(email("admin@msp.example.com"))
}

pub fn layout(fields: &[CustomField]) -> Layout {
    let names = client_rows::column_names(fields).into_iter().enumerate();
    let columns = names.map(|(at, name)| Column {
        name,
        mandatory: client_rows::is_mandatory(at),
    });
    Layout::new(columns).ignoring(ERROR_COLUMN)
}

/// Every row, good or not. Good ones are dropped when the file is refused at its end.
pub fn import(from: impl Read, known: &Known) -> Verdict {
    match rows(from, known) {
        Ok(verdict) => verdict,
        Err(ReadError::Refused(faults)) => Verdict {
            outcome: "refused_whole_file",
            good: Vec::new(),
            wrong: faults.iter().map(wrong).collect(),
        },
        Err(ReadError::Io(error)) => panic!("{error}"),
    }
}

fn rows(from: impl Read, known: &Known) -> Result<Verdict, ReadError> {
    let mut reader = Reader::new(from, layout(known.fields()), Limits::default())?;
    let (mut verdict, mut seen) = (Verdict::default(), Seen::default());
    while let Some(row) = reader.next_row()? {
        if let Some(fault) = row.fault() {
            verdict.wrong.push(wrong(&fault));
            continue;
        }
        let cells: Vec<_> = row.cells().collect();
        match client_rows::check(row.number(), &cells, known, &mut seen) {
            Ok(checked) => verdict.good.push((row.number(), checked)),
            Err(faults) => verdict.wrong.extend(
                faults
                    .into_iter()
                    .map(|fault| (row.number(), fault.column, fault.code.as_str().to_owned())),
            ),
        }
    }
    verdict.outcome = if reader.rows() == 0 {
        "nothing_to_import"
    } else {
        "rows"
    };
    Ok(verdict)
}

fn wrong(fault: &Fault) -> Wrong {
    (
        fault.row,
        fault.column.clone(),
        fault.code.as_str().to_owned(),
    )
}
