use std::io::Read as _;
use std::time::Instant;

use super::corpus;
use super::import::{import, known};
use super::verdicts::{LARGE, assert_verdict, expected};

#[test]
fn up_01_a_list_of_100_000_rows_gets_the_verdict_that_is_expected() {
    let Some(packed) = corpus::read(LARGE) else {
        return;
    };
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(packed.as_slice())
        .read_to_end(&mut bytes)
        .unwrap();
    let start = Instant::now();
    let verdict = import(bytes.as_slice(), &known());
    println!("{} rows in {:?}", verdict.good.len(), start.elapsed());
    assert_verdict(LARGE, &verdict, &expected(LARGE).unwrap());
}
