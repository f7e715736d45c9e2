use gangway_sheet::{Code, Limits, MAX_CELL, MAX_COLUMNS, ReadError, Reader};

use super::import::layout;

const HEADER: &str = "ClientName,PrimaryContactFirstName,PrimaryContactLastName,PrimaryContactEmail,SiteName,Timezone\n";
const ROW: &str = "Acme,Jane,Doe,jane@example.com,HQ,UTC\n";

/// The code of a refusal and its row, or how many rows there are.
fn read(text: &str, limits: Limits) -> Result<u32, (Code, u32)> {
    let all = || {
        let mut reader = Reader::new(text.as_bytes(), layout(&[]), limits)?;
        while reader.next_row()?.is_some() {}
        Ok(reader.rows())
    };
    all().map_err(|error| match error {
        ReadError::Refused(faults) => (faults[0].code, faults[0].row),
        ReadError::Io(error) => panic!("{error}"),
    })
}

#[test]
fn a_file_may_have_so_many_bytes_and_no_more() {
    let text = format!("{HEADER}{}", ROW.repeat(5000));
    let limits = |bytes| Limits {
        bytes,
        ..Limits::default()
    };
    let exact = text.len() as u64;
    assert_eq!(read(&text, limits(exact)), Ok(5000));
    let (code, row) = read(&text, limits(exact - 1)).unwrap_err();
    assert_eq!(code, Code::TooLong);
    assert!(row > 1);
    assert_eq!(read(&text, limits(10)), Err((Code::TooLong, 1)));
}

#[test]
fn a_file_may_have_so_many_rows_and_blank_ones_do_not_count() {
    let limits = Limits {
        rows: 3,
        ..Limits::default()
    };
    let text = format!("{HEADER}{ROW}\n\n{ROW}{ROW}\n,,\n");
    assert_eq!(read(&text, limits), Ok(3));
    assert_eq!(
        read(&format!("{text}{ROW}"), limits),
        Err((Code::TooLong, 9))
    );
}

#[test]
fn a_cell_that_is_too_long_is_at_fault_and_the_rows_around_it_are_not() {
    let long = ROW.replace("HQ", &"x".repeat(MAX_CELL + 1));
    let text = format!("{HEADER}{ROW}{long}{ROW}");
    let mut reader = Reader::new(text.as_bytes(), layout(&[]), Limits::default()).unwrap();
    let mut faults = Vec::new();
    while let Some(row) = reader.next_row().unwrap() {
        faults.push(
            row.fault()
                .map(|fault| (fault.row, fault.column, fault.code)),
        );
    }
    let expected = Some((3, Some("SiteName".to_owned()), Code::TooLong));
    assert_eq!(faults, [None, expected, None]);
}

#[test]
fn a_cell_is_cut_between_letters() {
    let long = ROW.replace("HQ", &"€".repeat(MAX_CELL));
    let text = format!("{HEADER}{long}");
    let mut reader = Reader::new(text.as_bytes(), layout(&[]), Limits::default()).unwrap();
    let row = reader.next_row().unwrap().unwrap();
    let site = row.cells().nth(6).unwrap();
    assert_eq!(site.chars().count(), MAX_CELL / 3);
}

#[test]
fn columns_beyond_the_most_are_counted_and_only_blank_ones_pass() {
    let many = ",".repeat(MAX_COLUMNS * 2);
    let header = format!("{}{many}", HEADER.trim_end());
    assert_eq!(read(&format!("{header}\n{ROW}"), Limits::default()), Ok(1));
    let named = format!("{header}x\n");
    assert_eq!(read(&named, Limits::default()), Err((Code::Header, 1)));
    let text = format!(
        "{HEADER}{}{many}\n{}{many}x\n",
        ROW.trim_end(),
        ROW.trim_end()
    );
    let mut reader = Reader::new(text.as_bytes(), layout(&[]), Limits::default()).unwrap();
    assert_eq!(reader.next_row().unwrap().unwrap().fault(), None);
    let fault = reader.next_row().unwrap().unwrap().fault().unwrap();
    assert_eq!((fault.code, fault.column), (Code::ColumnCount, None));
}
