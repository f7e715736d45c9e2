//! Forged headers: other algorithms, other keys, things to fetch.

use super::Forge;
use super::bench::{Bench, bearer, encoded, signed_with};
use ring::hmac;
use serde_json::{Value, json};

pub const CASES: &[(&str, Forge)] = &[
    ("none_lower", |bench| unsigned(bench, &["none"])),
    ("none_mixed", |bench| {
        unsigned(bench, &["nOnE", "NONE", "None"])
    }),
    ("none_with_sig", |bench| {
        let header = json!({"alg": "none", "typ": "at+jwt", "kid": bench.header()["kid"]});
        let mut parts: Vec<&str> = bench.real.split('.').collect();
        let header = encoded(header.to_string());
        parts[0] = &header;
        bearer([parts.join(".")])
    }),
    ("alg_empty", |bench| {
        let missing = bench.with_header(|header| {
            header.as_object_mut().expect("an object").remove("alg");
        });
        bearer([
            bench.with_header(|header| header["alg"] = json!("")),
            bench.with_header(|header| header["alg"] = Value::Null),
            missing,
        ])
    }),
    ("alg_other_hmac", |bench| {
        let longer = |name: &str, algorithm| {
            let mut header = bench.header();
            header["alg"] = json!(name);
            let text = format!("{}.{}", encoded(header.to_string()), encoded(bench.part(1)));
            let tag = hmac::sign(&hmac::Key::new(algorithm, &bench.key), text.as_bytes());
            format!("{text}.{}", encoded(tag))
        };
        bearer([
            longer("HS384", hmac::HMAC_SHA384),
            longer("HS512", hmac::HMAC_SHA512),
        ])
    }),
    ("alg_confusion", |bench| {
        // There is no public key here; an attacker could only try one of their own.
        let der = [
            0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01,
        ];
        let pem = "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----";
        let jwk = r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF4","y":"x_FEzRu9o3M"}"#;
        let with_line = format!("{pem}\n");
        let keys: [&[u8]; 4] = [with_line.as_bytes(), pem.as_bytes(), &der, jwk.as_bytes()];
        bearer(keys.map(|key| signed_with(key, bench.part(0), bench.part(1))))
    }),
    ("alg_array", |bench| {
        bearer([bench.with_header(|header| header["alg"] = json!(["HS256", "none"]))])
    }),
    ("es256_zero", |bench| {
        signed_by(bench, json!({"alg": "ES256"}), &[0; 64])
    }),
    ("eddsa_small", |bench| {
        let jwk = json!({"kty": "OKP", "crv": "Ed25519", "x": encoded([0; 32])});
        signed_by(bench, json!({"alg": "EdDSA", "jwk": jwk}), &[0; 64])
    }),
    ("crit_unknown", |bench| {
        bearer([bench.with_header(|header| {
            header["crit"] = json!(["exp2"]);
            header["exp2"] = json!(1);
        })])
    }),
    ("b64_false", |bench| {
        bearer([bench.with_header(|header| {
            header["crit"] = json!(["b64"]);
            header["b64"] = json!(false);
        })])
    }),
    ("zip_def", |bench| {
        extra(bench, "zip", json!("DEF"), &bench.key)
    }),
    ("dup_header", |bench| {
        let kid = bench.header()["kid"].clone();
        let both = |one: &str, other: &str| {
            let header = format!(r#"{{"alg":"{one}","alg":"{other}","typ":"at+jwt","kid":{kid}}}"#);
            bench.signed(header, bench.part(1))
        };
        bearer([
            both("HS256", "none"),
            both("none", "HS256"),
            both("HS256", "HS256"),
        ])
    }),
    ("header_utf16", |bench| {
        let text = String::from_utf8(bench.part(0)).expect("text");
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        bearer([
            bench.signed(little, bench.part(1)),
            bench.signed(big, bench.part(1)),
        ])
    }),
    ("header_bom", |bench| {
        let header = [b"\xef\xbb\xbf".to_vec(), bench.part(0)].concat();
        bearer([bench.signed(header, bench.part(1))])
    }),
    ("nested", |bench| {
        let nested = bench.with_header(|header| header["cty"] = json!("JWT"));
        let payload = json!(bench.real).to_string();
        bearer([
            nested,
            bench.signed(bench.part(0), payload),
            bench.signed(bench.part(0), &bench.real),
        ])
    }),
    ("typ_id_token", |bench| {
        let mut claims = bench.claims();
        claims["nonce"] = json!("n");
        claims["aud"] = json!("client-id");
        let id_token = json!({"alg": "HS256", "typ": "JWT", "kid": bench.header()["kid"]});
        let mut tokens = bearer([bench.signed(id_token.to_string(), claims.to_string())]);
        tokens.extend(bearer([
            bench.with_header(|header| header["typ"] = json!("JWT"))
        ]));
        tokens
    }),
];

fn unsigned(bench: &Bench, algorithms: &[&str]) -> Vec<String> {
    let token = |algorithm: &&str| {
        let header = json!({"alg": algorithm, "typ": "at+jwt", "kid": bench.header()["kid"]});
        format!(
            "{}.{}.",
            encoded(header.to_string()),
            encoded(bench.part(1))
        )
    };
    bearer(algorithms.iter().map(token))
}

fn signed_by(bench: &Bench, change: Value, signature: &[u8]) -> Vec<String> {
    let mut header = bench.header();
    for (name, value) in change.as_object().expect("an object") {
        header[name] = value.clone();
    }
    let token = [
        encoded(header.to_string()),
        encoded(bench.part(1)),
        encoded(signature),
    ]
    .join(".");
    bearer([token])
}

pub fn extra(bench: &Bench, name: &str, value: Value, key: &[u8]) -> Vec<String> {
    let mut header = bench.header();
    header[name] = value;
    bearer([signed_with(key, header.to_string(), bench.part(1))])
}
