use gangway_sheet::{Column, Layout, Limits, ReadError, Reader, Writer, guarded, unguarded};
use proptest::prelude::*;

fn layout(width: usize) -> Layout {
    Layout::new((0..width).map(|at| Column {
        name: format!("Column{at}"),
        mandatory: true,
    }))
}

fn header(width: usize) -> String {
    let names: Vec<_> = (0..width).map(|at| format!("Column{at}")).collect();
    names.join(",")
}

/// The cells of the rows that have no fault of their own.
fn read(bytes: &[u8], width: usize) -> Result<Vec<Vec<String>>, ReadError> {
    let mut reader = Reader::new(bytes, layout(width), Limits::default())?;
    let mut rows = Vec::new();
    while let Some(row) = reader.next_row()? {
        if row.fault().is_none() {
            rows.push(row.cells().map(str::to_owned).collect());
        }
    }
    Ok(rows)
}

/// Text with many of the characters that mean something in a list.
fn tricky() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(",".to_owned()),
        Just("\"".to_owned()),
        Just("\"\"".to_owned()),
        Just("\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("\r".to_owned()),
        Just("\\".to_owned()),
        Just(" ".to_owned()),
        Just("=".to_owned()),
        Just("'".to_owned()),
        Just("é".to_owned()),
        "[a-z]{1,3}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Cells of a few rows, none of them blank.
fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cells = (1_usize..5)
        .prop_flat_map(|width| prop::collection::vec(prop::collection::vec(tricky(), width), 0..5));
    cells.prop_filter("spreadsheets and we skip blank rows", |rows| {
        rows.iter()
            .all(|row| row.iter().any(|cell| !cell.trim().is_empty()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn up_09_what_is_written_is_read_back_equal(rows in table()) {
        let width = rows.first().map_or(1, Vec::len);
        let names: Vec<_> = (0..width).map(|at| format!("Column{at}")).collect();
        let mut writer = Writer::new(Vec::new(), names.iter().map(String::as_str)).unwrap();
        for row in &rows {
            writer.row(row.iter().map(String::as_str)).unwrap();
        }
        let written = writer.finish().unwrap();
        let back = read(&written, width).unwrap();
        let back: Vec<Vec<_>> = back
            .iter()
            .map(|row| row.iter().map(|cell| unguarded(cell).to_owned()).collect())
            .collect();
        prop_assert_eq!(back, rows);
    }

    #[test]
    fn what_the_csv_crate_writes_is_read_back_equal(rows in table(), quoted in any::<bool>()) {
        let width = rows.first().map_or(1, Vec::len);
        let style = if quoted { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
        let mut writer = csv::WriterBuilder::new().quote_style(style).from_writer(Vec::new());
        writer.write_record((0..width).map(|at| format!("Column{at}"))).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        prop_assert_eq!(read(&writer.into_inner().unwrap(), width).unwrap(), rows);
    }

    /// Wherever we find nothing wrong, the cells are those that everybody else reads.
    #[test]
    fn rows_without_a_fault_are_what_the_csv_crate_reads(text in tricky()) {
        let text = format!("{}\n{text}", header(2));
        let mut theirs = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let theirs: Vec<Vec<String>> = theirs
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect();
        let Ok(mut reader) = Reader::new(text.as_bytes(), layout(2), Limits::default()) else {
            return Ok(());
        };
        let mut ours: Vec<Vec<String>> = Vec::new();
        while let Ok(Some(row)) = reader.next_row() {
            if row.fault().is_none() {
                ours.push(row.cells().map(str::to_owned).collect());
            }
        }
        let mut theirs = theirs.into_iter();
        for row in ours {
            let found = theirs.any(|record| record.starts_with(&row));
            prop_assert!(found, "{:?} in {:?}", row, text);
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, 3);
        let mut behind_header = header(3).into_bytes();
        behind_header.extend_from_slice(&bytes);
        let _ = read(&behind_header, 3);
    }

    #[test]
    fn no_text_makes_it_panic(text in tricky(), mark in any::<bool>()) {
        let text = format!("{}\n{text}", header(2));
        let _ = read(text.as_bytes(), 2);
        let _ = read(text.trim_start_matches("Column0").as_bytes(), 2);
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        let start: &[u8] = if mark { b"\xff\xfe" } else { b"" };
        let _ = read(&start.iter().copied().chain(units).collect::<Vec<_>>(), 2);
    }

    #[test]
    fn up_09_an_apostrophe_is_put_on_and_taken_off(cell in tricky()) {
        let out = guarded(&cell);
        prop_assert!(!out.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{}", out);
        prop_assert_eq!(unguarded(&out), cell.as_str());
    }
}
