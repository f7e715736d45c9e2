//! The published and our own signature vectors, all of them.

use std::path::PathBuf;

use secrecy::SecretString;
use serde_json::Value;
use url::form_urlencoded;

use super::{Body, Received, sign, verify};

fn shared(file: &str) -> Option<Value> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the test finds its data beside the workspace or where the environment says"
    )]
    let folder = std::env::var_os("GANGWAY_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let Ok(text) = std::fs::read_to_string(folder.join(file)) else {
        println!("skipped: {file} is not here");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

fn form(params: &[(String, String)]) -> Vec<u8> {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(params)
        .finish()
        .into_bytes()
}

fn text<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap()
}

#[test]
fn every_vector_of_the_contract_gets_its_verdict() {
    let Some(file) = shared("contracts/twilio_signature_vectors.json") else {
        return;
    };
    let rows = file["vectors"].as_array().unwrap();
    assert!(rows.len() >= 23);
    for row in rows.iter().filter(|row| row["required"] == true) {
        let id = text(row, "id");
        let params: Vec<(String, String)> =
            serde_json::from_value::<Option<_>>(row["params"].clone())
                .unwrap()
                .unwrap_or_default();
        let bytes = match row["body"].as_str() {
            Some(body) => body.as_bytes().to_vec(),
            None => form(&params),
        };
        let body = match text(row, "kind") {
            "form" => Body::Form(&bytes),
            "json" => Body::Other(&bytes),
            "get" => Body::Empty,
            other => panic!("{id}: a kind of its own, {other}"),
        };
        let token = SecretString::from(text(row, "auth_token"));
        let received = Received {
            url: text(row, "received_url"),
            signature: Some(text(row, "signature")),
            body,
        };
        let valid = row["valid"] == true;
        assert_eq!(
            verify(std::slice::from_ref(&token), &received),
            valid,
            "{id}"
        );
        if valid {
            let signed = sign(&token, text(row, "signed_url"), &body.params());
            assert_eq!(signed, text(row, "signature"), "{id}");
        }
    }
}

#[test]
fn every_case_of_the_corpus_gets_its_verdict() {
    let Some(file) = shared("corpora/http/twilio_signature_vectors.json") else {
        return;
    };
    let token = [SecretString::from(text(&file, "auth_token"))];
    let rows = file["cases"].as_array().unwrap();
    assert!(rows.len() >= 17);
    for row in rows {
        let mut params = Vec::new();
        for (name, value) in row["params"].as_object().unwrap() {
            match value {
                Value::Array(values) => params.extend(
                    values
                        .iter()
                        .map(|value| (name.clone(), value.as_str().unwrap().to_owned())),
                ),
                value => params.push((name.clone(), value.as_str().unwrap().to_owned())),
            }
        }
        let received = Received {
            url: text(row, "url"),
            signature: Some(text(row, "signature")),
            body: Body::Form(&form(&params)),
        };
        assert_eq!(
            verify(&token, &received),
            row["valid"] == true,
            "{}",
            row["id"]
        );
    }
}
