//! What refuses a file as a whole, and what is said about it.

use gangway_sheet::{Code, Fault, Limits, ReadError, Reader};

use super::import::layout;

const HEADER: &str = "ClientName,PrimaryContactFirstName,PrimaryContactLastName,PrimaryContactEmail,SiteName,Timezone\n";

/// The first fault that refuses the file as a whole, early or late.
fn refused(bytes: &[u8]) -> Fault {
    match read_all(bytes) {
        Err(ReadError::Refused(mut faults)) => faults.remove(0),
        other => panic!("{other:?}"),
    }
}

fn read_all(bytes: &[u8]) -> Result<u32, ReadError> {
    let mut reader = Reader::new(bytes, layout(&[]), Limits::default())?;
    while reader.next_row()?.is_some() {}
    Ok(reader.rows())
}

#[test]
fn d20_a_workbook_is_told_to_be_saved_as_csv() {
    let files: [&[u8]; 5] = [
        b"PK\x03\x04\x14\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n",
        b"\x1f\x8b\x08",
    ];
    for bytes in files {
        let fault = refused(bytes);
        assert_eq!((fault.row, fault.code), (1, Code::FileType));
        assert!(fault.remedy.contains("save it as CSV"), "{fault}");
    }
}

#[test]
fn d20_the_row_and_the_column_of_the_first_bad_letter_are_named() {
    let mut file = HEADER.as_bytes().to_vec();
    file.extend_from_slice(b"Acme,Jane,Doe,jane@example.com,HQ,UTC\n\"Two\nlines\",J");
    file.extend_from_slice(b"\xf6rg,Doe,j@example.com,HQ,UTC\n");
    let fault = refused(&file);
    assert_eq!((fault.row, fault.code), (3, Code::Encoding));
    assert_eq!(fault.column.as_deref(), Some("PrimaryContactFirstName"));
}

#[test]
fn d20_text_that_ends_within_a_letter_is_refused() {
    let mut file = HEADER.as_bytes().to_vec();
    file.extend_from_slice(b"Caf\xc3");
    assert_eq!(refused(&file).code, Code::Encoding);
    let mut utf16 = b"\xff\xfe".to_vec();
    utf16.extend(HEADER.encode_utf16().flat_map(u16::to_le_bytes));
    utf16.push(b'x');
    assert_eq!(refused(&utf16).code, Code::Encoding);
}

#[test]
fn d20_a_bad_letter_in_the_first_line_is_found() {
    let fault = refused(b"ClientName,T\xe9l\xe9phone\n");
    assert_eq!(
        (fault.row, fault.code, fault.column),
        (1, Code::Encoding, None)
    );
}

#[test]
fn the_row_in_which_an_open_quote_began_is_named() {
    let file = format!("{HEADER}\n\"Acme,Jane,Doe\nand so on\n");
    let fault = refused(file.as_bytes());
    assert_eq!((fault.row, fault.code), (3, Code::UnclosedQuote));
}

#[test]
fn a_quote_that_is_open_for_fifty_lines_does_not_swallow_the_rows_up_to_the_next_quote() {
    let row = "Acme,Jane,Doe,jane@example.com,HQ,UTC\n";
    let file = format!("{HEADER}\"{}\"{row}", row.repeat(60));
    let fault = refused(file.as_bytes());
    assert_eq!((fault.row, fault.code), (2, Code::UnclosedQuote));
    let returns = file.replace('\n', "\r\n");
    assert_eq!(refused(returns.as_bytes()).row, 2);
}

#[test]
fn other_separators_are_named() {
    for line in [
        "ClientName|Timezone|SiteName\n",
        "sep=|\nClientName|Timezone\n",
    ] {
        let fault = refused(line.as_bytes());
        assert_eq!((fault.code, fault.column.clone()), (Code::Header, None));
        assert!(fault.reason.contains("separated by |"), "{fault}");
    }
}

#[test]
fn d20_an_empty_file_is_said_to_be_empty() {
    for bytes in [
        b"".as_slice(),
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\n\r\n \n",
        b",,,\n",
    ] {
        assert_eq!(refused(bytes).code, Code::EmptyFile, "{bytes:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_no_refusal() {
    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("gone"))
        }
    }
    let reader = Reader::new(Broken, layout(&[]), Limits::default());
    assert!(matches!(reader.err(), Some(ReadError::Io(_))));
}
