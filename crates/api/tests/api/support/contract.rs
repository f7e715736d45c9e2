//! Every answer a test sees is held against the contract: the operation, the status, the media type
//! and the body's schema must be documented.

use gangway::contract::openapi_json;
use gangway_api_client::Exchange;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

static VALIDATORS: LazyLock<Mutex<HashMap<String, Arc<Validator>>>> = LazyLock::new(Mutex::default);

/// Panics where the answer is not as the contract says.
pub fn check(exchange: &Exchange) {
    let (method, template, status) = (&exchange.method, exchange.template, exchange.status);
    let at = format!("{method} {template} -> {status}");
    let operation = &openapi_json()["paths"][template][method.to_lowercase()];
    assert!(operation.is_object(), "{at}: the contract does not know it");
    assert_eq!(
        operation["operationId"], exchange.operation,
        "{at}: operation id"
    );
    let response = followed(&operation["responses"][status.to_string()]);
    assert!(
        response.is_object(),
        "{at}: not documented; {}",
        body_of(exchange)
    );
    let header = |name: &str| {
        exchange
            .headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    };
    assert!(header("x-request-id").is_some(), "{at}: no X-Request-Id");
    let Some(content) = response["content"].as_object() else {
        assert!(
            exchange.body.is_empty(),
            "{at}: a body where none is documented"
        );
        return;
    };
    let media = header("content-type")
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default();
    let schema = content
        .get(media)
        .unwrap_or_else(|| panic!("{at}: {media} is not documented"));
    if media.starts_with("image/") {
        return;
    }
    if media.starts_with("text/") {
        std::str::from_utf8(&exchange.body).expect("UTF-8");
        return;
    }
    let body: Value = serde_json::from_slice(&exchange.body).expect("JSON");
    let validator = validator(&at, &schema["schema"]);
    let errors: Vec<String> = validator
        .iter_errors(&body)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{at}: {errors:?}; {body}");
    if media == "application/problem+json" {
        assert_eq!(
            body["reference"],
            json!(header("x-request-id")),
            "{at}: reference"
        );
        assert_eq!(body["status"], json!(status), "{at}: status in the body");
    }
}

/// What is described in one place for all.
fn followed(response: &'static Value) -> &'static Value {
    match response["$ref"].as_str() {
        Some(at) => openapi_json()
            .pointer(at.trim_start_matches('#'))
            .expect("an answer"),
        None => response,
    }
}

fn validator(at: &str, schema: &Value) -> Arc<Validator> {
    let mut known = VALIDATORS.lock().expect("not poisoned");
    let made = known.entry(at.to_owned()).or_insert_with(|| {
        let mut whole = schema.clone();
        whole["components"] = openapi_json()["components"].clone();
        Arc::new(jsonschema::draft202012::new(&whole).expect("a schema"))
    });
    Arc::clone(made)
}

fn body_of(exchange: &Exchange) -> String {
    String::from_utf8_lossy(&exchange.body).into_owned()
}
