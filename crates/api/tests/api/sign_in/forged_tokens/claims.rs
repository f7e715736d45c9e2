//! Forged claims, signed with the right key.

use super::Forge;
use super::bench::{Bench, bearer};
use serde_json::{Value, json};

pub const CASES: &[(&str, Forge)] = &[
    ("claims_array", |bench| {
        bearer(["[]", "[1]", "\"text\"", "7", "null", "true", ""].map(|p| bench.with_payload(p)))
    }),
    ("exp_missing", |bench| without(bench, "exp")),
    ("exp_past", |bench| {
        // The documented leeway for `exp` is none.
        let now = bench.claims()["iat"].as_i64().expect("a time");
        bearer([-1, 0].map(|ago| {
            bench.with_claims(|claims| {
                claims["exp"] = json!(now + ago);
                claims["iat"] = json!(now - 500);
                claims["nbf"] = json!(now - 500);
            })
        }))
    }),
    ("exp_text", |bench| {
        with(bench, "exp", [json!("9999999999")])
    }),
    ("exp_float", |bench| {
        let texts = [
            "1e300",
            "NaN",
            "-1",
            "0",
            "99999999999999999999",
            "-9223372036854775808",
        ];
        let exp = bench.claims()["exp"].to_string();
        let payload = bench.claims().to_string();
        bearer(texts.map(|text| {
            bench.with_payload(
                &payload.replace(&format!("\"exp\":{exp}"), &format!("\"exp\":{text}")),
            )
        }))
    }),
    ("exp_far", |bench| {
        let exp = bench.claims()["exp"].as_i64().expect("a time");
        let far = |years: i64| json!(exp + years * 365 * 86_400);
        let mut tokens = with(bench, "exp", [far(100), json!(exp + 1), json!(i64::MAX)]);
        // A lifetime of ten minutes that begins in a hundred years.
        tokens.extend(bearer([bench.with_claims(|claims| {
            claims["exp"] = far(100);
            claims["iat"] = json!(exp + 100 * 365 * 86_400 - 600);
        })]));
        tokens
    }),
    ("nbf_future", |bench| later(bench, "nbf", 300)),
    ("iat_future", |bench| later(bench, "iat", 86_400)),
    ("iss_wrong", |bench| {
        let iss = bench.claims()["iss"].as_str().expect("text").to_owned();
        let with_slash = format!("{}//", iss.trim_end_matches('/'));
        let bare = iss.trim_end_matches('/').to_owned();
        let mut tokens = with(
            bench,
            "iss",
            [
                json!("https://other.example/"),
                json!(with_slash),
                json!(bare),
                json!([iss]),
            ],
        );
        tokens.extend(without(bench, "iss"));
        tokens
    }),
    ("aud_wrong", |bench| {
        // `aud` is one text; a list is refused even where we are on it.
        let mut tokens = with(
            bench,
            "aud",
            [
                json!("other"),
                json!(["other"]),
                json!(["other", "gangway"]),
                json!(["gangway"]),
                json!({"gangway": true}),
                Value::Null,
            ],
        );
        tokens.extend(without(bench, "aud"));
        tokens
    }),
    ("sub_number", |bench| {
        with(
            bench,
            "sub",
            [
                json!(1),
                json!(["1"]),
                json!({"$ne": null}),
                json!(""),
                Value::Null,
            ],
        )
    }),
    ("dup_claim", |bench| {
        let payload = bench.claims().to_string();
        let sub = bench.claims()["sub"].to_string();
        let other = json!(uuid::Uuid::from_u128(7)).to_string();
        let member = format!("\"sub\":{sub}");
        let both = |one: &str, two: &str| {
            bench.with_payload(&payload.replace(&member, &format!("\"sub\":{one},\"sub\":{two}")))
        };
        bearer([both(&sub, &other), both(&other, &sub), both(&sub, &sub)])
    }),
];

fn with(bench: &Bench, name: &str, values: impl IntoIterator<Item = Value>) -> Vec<String> {
    let values = values.into_iter();
    bearer(values.map(|value| bench.with_claims(|claims| claims[name] = value)))
}

fn without(bench: &Bench, name: &str) -> Vec<String> {
    bearer([bench.with_claims(|claims| {
        claims.as_object_mut().expect("an object").remove(name);
    })])
}

/// The time moved into the future, with an end that is as far away as allowed.
fn later(bench: &Bench, name: &str, seconds: i64) -> Vec<String> {
    bearer([bench.with_claims(|claims| {
        let now = claims[name].as_i64().expect("a time");
        claims[name] = json!(now + seconds);
        if name == "iat" {
            claims["exp"] = json!(now + seconds + 600);
        }
    })])
}
