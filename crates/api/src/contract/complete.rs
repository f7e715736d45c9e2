//! What every operation, refusal and schema has in common.

#![expect(
    clippy::indexing_slicing,
    reason = "a missing key of a JSON object is made, and these are objects of our own document"
)]

use super::{fields, operation};
use serde_json::{Map, Value, json};

/// Statuses that refuse, with the words of their shared answers.
const REFUSALS: [(u16, &str); 15] = [
    (400, "It could not be read."),
    (401, "Not signed in."),
    (403, "It may not be done."),
    (404, "Not there, or not yours."),
    (409, "The state of the thing forbids it."),
    (410, "The link no longer works."),
    (412, "Someone else changed it."),
    (413, "It is too large."),
    (415, "Not JSON."),
    (422, "Fields are wrong."),
    (428, "`If-Match` is needed."),
    (429, "Too many requests."),
    (431, "The headers are too large."),
    (500, "A fault on our side."),
    (503, "Not available right now."),
];

/// What tells which limit was hit.
const LIMIT_HEADERS: [&str; 5] = [
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "RateLimit",
    "RateLimit-Policy",
];

/// Completes the document as the handlers wrote it.
pub fn complete(document: &mut Value) {
    let components = &mut document["components"];
    components["securitySchemes"] = json!({
        "access_token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT",
            "description": "The `access_token` of a session. What it may do is read from the database on each request."},
        "api_key": {"type": "http", "scheme": "bearer", "bearerFormat": "gwk_<id>_<secret>",
            "description": "A key of the partner's own programs, made under Settings or by `make_api_key`: \
                `Authorization: Bearer gwk_…`. It acts for the partner with exactly its scopes; each operation \
                names the one it needs as `x-scope`. Answers to a key carry the `RateLimit` headers of `Problem429`, which \
                say what it may still do. Operations without `api_key` take no key. In an address \
                a key is refused."}
    });
    components["headers"] = headers();
    components["responses"] = REFUSALS
        .iter()
        .map(|(status, words)| refusal(*status, words))
        .collect();
    if let Some(schemas) = components["schemas"].as_object_mut() {
        schemas
            .iter_mut()
            .for_each(|(name, schema)| complete_schema(name, schema));
    }
    let link_bodies = link_bodies(&components["schemas"]);
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            if let Some(operation) = operation.as_object_mut() {
                operation::complete(path, method, operation, &link_bodies);
            }
        }
    }
}

/// Addresses of the bodies that open a link.
fn link_bodies(schemas: &Value) -> Vec<String> {
    let named = schemas.as_object().into_iter().flatten();
    let opens = named.filter(|(_, schema)| schema["properties"].get("token").is_some());
    opens
        .map(|(name, _)| format!("#/components/schemas/{name}"))
        .collect()
}

fn headers() -> Value {
    let text = |words: &str| json!({"description": words, "schema": {"type": "string"}});
    let number =
        |words: &str| json!({"description": words, "schema": {"type": "integer", "minimum": 0}});
    json!({
        "ETag": text("The version; send it as `If-Match` to change the object."),
        "Location": text("Where the new object is."),
        "Retry-After": {"description": "Seconds to wait before the next try.",
            "schema": {"type": "integer", "minimum": 0}},
        "RateLimit-Limit": number("As many are let through at once."),
        "RateLimit-Remaining": number("As many are left right now."),
        "RateLimit-Reset": number("Seconds until one more is let through."),
        "RateLimit": text("The limit's name with what is left (`r`) and the seconds until one more (`t`)."),
        "RateLimit-Policy": text("The limit's name with how many (`q`) in how many seconds (`w`)."),
        "X-Request-Id": {"description": "What support finds the request by; the `reference` of a problem.",
            "required": true, "schema": {"type": "string", "minLength": 1, "maxLength": 64}},
        "Idempotent-Replayed": {"description": "Sent when this is the kept answer to an earlier request with the same `Idempotency-Key`.",
            "schema": {"type": "string", "enum": ["true"]}},
    })
}

fn refusal(status: u16, words: &str) -> (String, Value) {
    let mut headers = Map::new();
    headers.insert("X-Request-Id".to_owned(), header("X-Request-Id"));
    if matches!(status, 429 | 503) {
        headers.insert("Retry-After".to_owned(), header("Retry-After"));
    }
    if status == 429 {
        for name in LIMIT_HEADERS {
            headers.insert(name.to_owned(), header(name));
        }
    }
    let response = json!({
        "description": words,
        "headers": headers,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    });
    (format!("Problem{status}"), response)
}

/// A header described once for all.
pub fn header(name: &str) -> Value {
    json!({"$ref": format!("#/components/headers/{name}")})
}

/// An answer says null rather than nothing; only requests leave fields out. A list names what it is
/// of, instead of repeating it.
fn complete_schema(name: &str, schema: &mut Value) {
    let of = name.strip_prefix("Page_");
    if let Some(of) = of {
        schema["properties"]["data"]["items"] =
            json!({"$ref": format!("#/components/schemas/{of}")});
    }
    if schema.get("additionalProperties") == Some(&json!(false)) {
        fields::describe(name, schema);
        return;
    }
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        return;
    };
    let nullable = |(field, value): (&String, &Value)| {
        (is_nullable(value) && !(of.is_some() && field == "total")).then(|| json!(field))
    };
    let mut required: Vec<Value> = properties.iter().filter_map(nullable).collect();
    let known = schema
        .get("required")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    required.retain(|field| !known.contains(field));
    schema["required"] = known.into_iter().chain(required).collect();
}

fn is_nullable(schema: &Value) -> bool {
    let null = json!("null");
    let is_null = |value: &Value| value.get("type") == Some(&null);
    schema["type"]
        .as_array()
        .is_some_and(|types| types.contains(&null))
        || schema["oneOf"]
            .as_array()
            .is_some_and(|choices| choices.iter().any(is_null))
}
