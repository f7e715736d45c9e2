use gangway_sheet::{Column, Layout, Limits, Reader};

/// Number, first and second cell of every row without a fault.
fn rows(bytes: &[u8]) -> Vec<(u32, String, String)> {
    let columns = ["Name", "Place"].map(|name| Column {
        name: name.to_owned(),
        mandatory: true,
    });
    let mut reader = Reader::new(bytes, Layout::new(columns), Limits::default()).unwrap();
    let mut rows = Vec::new();
    while let Some(row) = reader.next_row().unwrap() {
        assert_eq!(row.fault(), None);
        rows.push((row.number(), row.cell(0).to_owned(), row.cell(1).to_owned()));
    }
    rows
}

fn row(number: u32, name: &str, place: &str) -> (u32, String, String) {
    (number, name.to_owned(), place.to_owned())
}

#[test]
fn d20_semicolons_and_tabs_separate_and_commas_are_text_then() {
    for (separator, other) in [(';', ','), ('\t', ','), (',', ';')] {
        let text = format!("Name{separator}Place\nA{other}B{separator}C\n");
        let expected = [row(2, &format!("A{other}B"), "C")];
        assert_eq!(rows(text.as_bytes()), expected, "{separator:?}");
    }
}

#[test]
fn d20_a_line_that_names_the_separator_is_not_counted() {
    for hint in ["sep=;\r\n", "SEP=;\n", "\"sep=;\"\r", "\u{feff}sep=;\r\n"] {
        let text = format!("{hint}Name;Place\r\nA,B;C\r\n");
        assert_eq!(rows(text.as_bytes()), [row(2, "A,B", "C")], "{hint:?}");
    }
}

#[test]
fn d20_what_excel_calls_unicode_text_is_read() {
    let text = "Name\tPlace\r\nCafé 😀\t\"two\r\nlines\"\r\n";
    let little = text.encode_utf16().flat_map(u16::to_le_bytes);
    let bytes: Vec<u8> = [0xff, 0xfe].into_iter().chain(little).collect();
    let expected = [row(2, "Café 😀", "two\r\nlines")];
    assert_eq!(rows(&bytes), expected);
    let big = text.encode_utf16().flat_map(u16::to_be_bytes);
    let bytes: Vec<u8> = [0xfe, 0xff].into_iter().chain(big).collect();
    assert_eq!(rows(&bytes), expected);
}

#[test]
fn d20_rows_have_the_numbers_of_a_spreadsheet_whatever_ends_their_lines() {
    let text = "\nName,Place\n\n\"A\n\nA\",x\n , \nB,y\n\n";
    let expected = |end: &str| {
        let name = ["A", "", "A"].join(end);
        [row(4, &name, "x"), row(6, "B", "y")]
    };
    for end in ["\n", "\r\n", "\r"] {
        let text = text.replace('\n', end);
        assert_eq!(rows(text.as_bytes()), expected(end), "{end:?}");
    }
}

#[test]
fn columns_are_found_by_name_and_empty_ones_at_the_end_are_ignored() {
    let text = "Place,Name,,\nx,A,,\ny,B\nz,C, ,\n";
    let expected = [row(2, "A", "x"), row(3, "B", "y"), row(4, "C", "z")];
    assert_eq!(rows(text.as_bytes()), expected);
}

#[test]
fn blank_rows_are_told() {
    let columns = [Column {
        name: "Name".to_owned(),
        mandatory: true,
    }];
    let text = "Name\nA\n\n  \n\"\"\nB";
    let mut reader = Reader::new(text.as_bytes(), Layout::new(columns), Limits::default()).unwrap();
    while reader.next_row().unwrap().is_some() {}
    assert_eq!((reader.rows(), reader.blank_rows()), (2, 3));
}

/// What is wrong with the quotes of the one row, as (column, what is shown).
fn bad_quote(line: &str) -> Option<(Option<String>, String)> {
    let columns = ["Name", "Place"].map(|name| Column {
        name: name.to_owned(),
        mandatory: true,
    });
    let text = format!("Name,Place\n{line}\n");
    let mut reader = Reader::new(text.as_bytes(), Layout::new(columns), Limits::default()).unwrap();
    let row = reader.next_row().unwrap().unwrap();
    row.fault().map(|fault| {
        assert_eq!(fault.code.as_str(), "bad_quote");
        (fault.column, fault.value)
    })
}

#[test]
fn the_column_with_a_bad_quote_is_named_unless_nobody_knows_which_it_is() {
    let named = |column: &str, value: &str| Some((Some(column.to_owned()), value.to_owned()));
    assert_eq!(bad_quote("A,\"B\"x"), named("Place", "Bx"));
    assert_eq!(bad_quote("\"A\" \"B\",C"), named("Name", "A \"B\""));
    assert_eq!(
        bad_quote("\"A\\\" b\",C"),
        Some((None, "A\\ b\"".to_owned()))
    );
    assert_eq!(bad_quote("A \"B\" C,D"), None);
    assert_eq!(bad_quote("\"A\"\"B\",D"), None);
    assert_eq!(rows(b"Name,Place\n\"A\" ,\"B\"\t\n"), [row(2, "A ", "B\t")]);
}
