use std::collections::{BTreeMap, HashSet};

use gangway_domain::client_rows::FaultCode;
use gangway_sheet::Code;
use serde::Deserialize;

use super::corpus;
use super::import::{Verdict, Wrong, import, known};

/// The one that is packed.
pub const LARGE: &str = "rows_100k.csv.gz";

#[derive(Deserialize)]
struct Corpus {
    codes: HashSet<String>,
    columns: Vec<String>,
    mandatory: Vec<String>,
    files: BTreeMap<String, Expected>,
}

#[derive(Clone, Deserialize)]
pub struct Expected {
    outcome: String,
    good_rows: usize,
    errors: Vec<Error>,
    note: String,
}

#[derive(Clone, Deserialize)]
struct Error {
    row: u32,
    field: Option<String>,
    code: String,
}

impl Expected {
    fn wrong(&self) -> Vec<Wrong> {
        let errors = self.errors.iter().cloned();
        errors
            .map(|error| (error.row, error.field, error.code))
            .collect()
    }

    /// The note leaves a choice, and ours is to read the file.
    fn read_after_all(mut self, choice: &str) -> Self {
        assert!(self.note.contains(choice), "{}", self.note);
        (self.outcome, self.good_rows) = ("rows".to_owned(), 5);
        self.errors.clear();
        self
    }
}

fn corpus() -> Option<Corpus> {
    let bytes = corpus::read("expected.json")?;
    Some(serde_json::from_slice(&bytes).unwrap())
}

/// What is expected of a file of the corpus, by the choices that the crate documents.
pub fn expected(name: &str) -> Option<Expected> {
    let expected = corpus()?.files.remove(name).unwrap();
    Some(match name {
        "sep_semicolon.csv" => expected.read_after_all("read after detection"),
        "sep_tab.csv" => expected.read_after_all("as above"),
        "sep_excel_hint.csv" => expected.read_after_all("skipped (then 5 good rows"),
        _ => expected,
    })
}

pub fn assert_verdict(name: &str, verdict: &Verdict, expected: &Expected) {
    assert_eq!(
        verdict.outcome, expected.outcome,
        "{name}: {:?}",
        verdict.wrong
    );
    assert_eq!(verdict.wrong, expected.wrong(), "{name}");
    assert_eq!(verdict.good.len(), expected.good_rows, "{name}");
}

#[test]
fn up_01_every_file_gets_the_verdict_that_is_expected() {
    let Some(corpus) = corpus() else { return };
    let small = corpus.files.keys().filter(|name| *name != LARGE);
    let mut files = 0;
    for name in small {
        let bytes = corpus::read(name).expect("the list and its files come together");
        let verdict = import(bytes.as_slice(), &known());
        assert_verdict(name, &verdict, &expected(name).unwrap());
        files += 1;
    }
    assert!(files > 70, "{files}");
}

#[test]
fn up_01_a_file_that_comes_byte_by_byte_gets_the_same_verdict() {
    let Some(corpus) = corpus() else { return };
    for name in corpus.files.keys().filter(|name| *name != LARGE) {
        let bytes = corpus::read(name).unwrap();
        let whole = import(bytes.as_slice(), &known());
        assert_eq!(import(Drops(&bytes), &known()), whole, "{name}");
    }
}

#[test]
fn up_01_the_codes_are_those_of_the_list() {
    let Some(corpus) = corpus() else { return };
    let codes: HashSet<_> = FaultCode::ALL
        .iter()
        .map(|code| code.as_str().to_owned())
        .collect();
    assert_eq!(codes, corpus.codes);
    for code in FaultCode::ALL {
        assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
    }
}

#[test]
fn every_code_of_a_file_is_one_of_an_import() {
    for code in Code::ALL {
        let found = FaultCode::parse(code.as_str());
        assert_eq!(found.map(FaultCode::as_str), Some(code.as_str()));
    }
}

#[test]
fn d19_the_columns_are_those_of_the_list() {
    let Some(corpus) = corpus() else { return };
    let columns = gangway_domain::client_rows::Column::ALL;
    let names: Vec<_> = columns.iter().map(|column| column.name()).collect();
    assert_eq!(names[..16], corpus.columns);
    let mandatory = columns.iter().filter(|column| column.is_mandatory());
    let mandatory: Vec<_> = mandatory.map(|column| column.name()).collect();
    assert_eq!(mandatory, corpus.mandatory);
}

/// Gives one byte at a time.
struct Drops<'a>(&'a [u8]);

impl std::io::Read for Drops<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let (Some((first, rest)), Some(place)) = (self.0.split_first(), buffer.first_mut()) else {
            return Ok(0);
        };
        (*place, self.0) = (*first, rest);
        Ok(1)
    }
}
