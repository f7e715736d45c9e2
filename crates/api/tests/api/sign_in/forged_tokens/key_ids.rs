//! Headers that name a key, or bring one along.

use super::Forge;
use super::bench::{Bench, bearer, encoded, signed_with};
use super::headers::extra;
use ring::hkdf;
use serde_json::json;

pub const CASES: &[(&str, Forge)] = &[
    ("kid_path", |bench| {
        let mut tokens = with_kid(bench, "../../../../dev/null", b"");
        tokens.extend(with_kid(bench, "/etc/hostname", b"localhost\n"));
        tokens
    }),
    ("kid_sql", |bench| {
        with_kid(bench, "x' UNION SELECT 'k'-- ", b"k")
    }),
    ("kid_cmd", |bench| {
        with_kid(bench, "|touch /tmp/pwned", b"k")
    }),
    ("kid_url", |bench| {
        with_kid(bench, "http://169.254.169.254/", b"k")
    }),
    ("kid_unknown", |bench| {
        let key = bench.key.clone();
        [
            with_kid(bench, "0123456789abcdef", &key),
            with_kid(bench, "", &key),
        ]
        .concat()
    }),
    ("kid_huge", |bench| {
        let key = bench.key.clone();
        // As long as fits: headers of more than 64 kB are not read at all (ID-07).
        with_kid(bench, &"k".repeat(40 * 1024), &key)
    }),
    ("kid_other_purpose", |bench| {
        let purposes = ["links", "refresh token"].map(|purpose| {
            let key = derived(&bench.secret, purpose);
            let id: String = gangway::keys::token_hash(&String::from_utf8_lossy(&key));
            [
                with_kid(bench, purpose, &key),
                with_kid(bench, &id[..16], &key),
                own_kid(bench, &key),
            ]
        });
        purposes.concat().concat()
    }),
    ("jwk_embedded", |bench| {
        let jwk = json!({"kty": "oct", "k": encoded(b"attacker")});
        extra(bench, "jwk", jwk, b"attacker")
    }),
    ("jku", |bench| {
        let mut tokens = extra(
            bench,
            "jku",
            json!("https://evil.example/jwks.json"),
            b"attacker",
        );
        tokens.extend(extra(
            bench,
            "jku",
            json!("https://evil.example/jwks.json"),
            &bench.key,
        ));
        tokens
    }),
    ("x5u", |bench| {
        extra(
            bench,
            "x5u",
            json!("https://evil.example/chain.pem"),
            &bench.key,
        )
    }),
    ("x5c", |bench| {
        extra(bench, "x5c", json!([encoded([0x30; 64])]), &bench.key)
    }),
];

fn with_kid(bench: &Bench, kid: &str, key: &[u8]) -> Vec<String> {
    let mut header = bench.header();
    header["kid"] = json!(kid);
    bearer([signed_with(key, header.to_string(), bench.part(1))])
}

fn own_kid(bench: &Bench, key: &[u8]) -> Vec<String> {
    bearer([signed_with(key, bench.part(0), bench.part(1))])
}

/// A key of another purpose, as the server derives it.
fn derived(secret: &[u8], purpose: &str) -> Vec<u8> {
    let prk = hkdf::Salt::new(hkdf::HKDF_SHA256, b"gangway v1").extract(secret);
    let mut key = vec![0; 32];
    let info = [purpose.as_bytes()];
    prk.expand(&info, hkdf::HKDF_SHA256)
        .expect("expands")
        .fill(&mut key)
        .expect("fills");
    key
}
