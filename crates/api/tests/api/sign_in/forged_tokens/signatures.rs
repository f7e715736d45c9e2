//! Forged signatures.

use super::Forge;
use super::bench::{Bench, bearer, encoded, signed_with};
use serde_json::json;

pub const CASES: &[(&str, Forge)] = &[
    ("sig_missing", |bench| {
        let (text, _) = split(bench);
        bearer([format!("{text}."), text])
    }),
    ("sig_truncated", |bench| {
        let (text, signature) = split(bench);
        bearer([1, 8, 16, 31].map(|length| format!("{text}.{}", encoded(&signature[..length]))))
    }),
    ("sig_bitflip", |bench| {
        let (text, signature) = split(bench);
        bearer((0..256).map(|bit| {
            let mut flipped = signature.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            format!("{text}.{}", encoded(flipped))
        }))
    }),
    ("sig_noncanonical", |bench| {
        // 32 bytes are 43 characters, the last of which has two unused bits.
        let alphabet: Vec<char> = ('A'..='Z')
            .chain('a'..='z')
            .chain('0'..='9')
            .chain(['-', '_'])
            .collect();
        let last = bench.real.chars().last().expect("a character");
        let place = alphabet.iter().position(|c| *c == last).expect("base64url");
        let front = &bench.real[..bench.real.len() - 1];
        bearer((1..4).map(|bits| format!("{front}{}", alphabet[place ^ bits])))
    }),
    ("sig_padding", |bench| {
        let real = &bench.real;
        let dots: Vec<usize> = real.match_indices('.').map(|(at, _)| at).collect();
        let with = |at: usize, text: &str| format!("{}{text}{}", &real[..at], &real[at..]);
        bearer([
            format!("{real}="),
            format!("{real}=="),
            with(dots[0], "="),
            with(dots[1], "=="),
            with(10, " "),
            with(10, "\t"),
            with(dots[1] + 5, " "),
            format!("{real}+"),
            format!("{real}/"),
            with_the_other_alphabet(bench),
        ])
    }),
    ("sub_other", |bench| {
        let mut claims = bench.claims();
        claims["sub"] = json!(uuid::Uuid::from_u128(7));
        let wrong = signed_with(
            b"a key that is not the right one",
            bench.part(0),
            claims.to_string(),
        );
        bearer([wrong])
    }),
];

fn split(bench: &Bench) -> (String, Vec<u8>) {
    let (text, _) = bench.real.rsplit_once('.').expect("a signature");
    (text.to_owned(), bench.part(2))
}

/// A token whose signature needs a 62nd or 63rd letter, written with `+` and `/`.
fn with_the_other_alphabet(bench: &Bench) -> String {
    let has = |token: &String| {
        token
            .rsplit('.')
            .next()
            .is_some_and(|tag| tag.contains(['-', '_']))
    };
    let token = (0..1_000_u32)
        .map(|number| bench.with_claims(|claims| claims["extra"] = json!(number)))
        .find(has)
        .expect("soon");
    let (text, tag) = token.rsplit_once('.').expect("a signature");
    format!("{text}.{}", tag.replace('-', "+").replace('_', "/"))
}
