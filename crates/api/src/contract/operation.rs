//! Completing one operation: who may call it, its headers, and how it refuses.
//!
//! Handlers say in short what they have: `x-idempotent`, `x-if-match`, `x-etag`, `x-list`, `x-public`.

#![expect(
    clippy::indexing_slicing,
    reason = "a missing key of a JSON object is made, and these are objects of our own document"
)]

use super::complete::header;
use gangway_domain::roles::{Permission, Role};
use serde_json::{Map, Value, json};

/// What an operation has: what its handler said in short, `public`, `body` and `link`.
struct Has(Vec<&'static str>);

impl Has {
    fn of(path: &str, operation: &mut Map<String, Value>, link_bodies: &[String]) -> Self {
        let mut has = vec!["idempotent", "if-match", "etag", "list", "public"];
        has.retain(|name| operation.remove(&format!("x-{name}")) == Some(json!(true)));
        if !path.starts_with("/api/") && !has.contains(&"public") {
            has.push("public");
        }
        if let Some(body) = operation.get("requestBody") {
            has.push("body");
            let schema = &body["content"]["application/json"]["schema"]["$ref"];
            if link_bodies.iter().any(|known| schema == known) {
                has.push("link");
            }
        }
        Self(has)
    }

    fn is(&self, what: &str) -> bool {
        self.0.contains(&what)
    }
}

pub fn complete(
    path: &str,
    method: &str,
    operation: &mut Map<String, Value>,
    link_bodies: &[String],
) {
    let has = Has::of(path, operation, link_bodies);
    say_who(operation, &has);
    add_parameters(operation, &has);
    let statuses = refusals(path, method, &has);
    let responses = operation.entry("responses").or_insert_with(|| json!({}));
    let Some(responses) = responses.as_object_mut() else {
        return;
    };
    for (status, response) in responses.iter_mut() {
        complete_response(status, response, &has);
    }
    for status in statuses {
        let shared = json!({"$ref": format!("#/components/responses/Problem{status}")});
        responses.entry(status.to_string()).or_insert(shared);
    }
}

/// Public operations need no sign-in. Those without a permission are for whoever is signed in.
fn say_who(operation: &mut Map<String, Value>, has: &Has) {
    if has.is("public") {
        operation.insert("security".to_owned(), json!([]));
        return;
    }
    let scope = operation.get("x-scope").and_then(Value::as_str);
    let permission = scope.and_then(Permission::of_scope);
    let security = match permission.filter(|permission| permission.for_keys()) {
        Some(permission) => json!([{"access_token": []}, {"api_key": [permission.scope()]}]),
        None => json!([{"access_token": []}]),
    };
    operation.insert("security".to_owned(), security);
    let roles = permission.map_or(&Role::ALL[..], Permission::roles);
    let roles: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
    operation.insert("x-roles".to_owned(), json!(roles));
    operation.entry("x-scope").or_insert_with(|| json!("me"));
}

fn add_parameters(operation: &mut Map<String, Value>, has: &Has) {
    let mut added = Vec::new();
    if has.is("list") {
        added.extend(list_parameters());
    }
    if has.is("idempotent") {
        added.push(header_parameter("Idempotency-Key", false,
            json!({"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"}),
            "Made once per action by the caller; a repeat with the same key gets the first answer and no second effect. Kept 24 hours."));
    }
    if has.is("if-match") {
        added.push(header_parameter(
            "If-Match",
            true,
            json!({"type": "string", "minLength": 1}),
            "The `ETag` that was read.",
        ));
    }
    if !added.is_empty()
        && let Some(known) = operation
            .entry("parameters")
            .or_insert_with(|| json!([]))
            .as_array_mut()
    {
        known.extend(added);
    }
}

/// The statuses it may refuse with.
fn refusals(path: &str, method: &str, has: &Has) -> Vec<u16> {
    let mut statuses = vec![400, 431, 500];
    let watches = matches!(path, "/healthz" | "/readyz");
    if !watches {
        statuses.extend([429, 503]);
    }
    if has.is("public") {
        let names_something = path.contains('{') || path == "/public/v1/sessions/refresh";
        statuses.extend(names_something.then_some(404));
    } else {
        statuses.extend([401, 403, 404]);
    }
    if has.is("body") {
        statuses.extend([413, 415, 422]);
    }
    if !matches!(method, "get" | "options") {
        statuses.extend([401, 403, 409, 413, 422]);
    }
    if has.is("link") {
        statuses.extend([404, 410]);
    }
    if has.is("if-match") {
        statuses.extend([412, 428]);
    }
    statuses
}

fn complete_response(status: &str, response: &mut Value, has: &Has) {
    let words = match status {
        "200" => "The object.",
        "201" => "It was made.",
        "202" => "It is on its way.",
        _ => "Done; there is nothing to say.",
    };
    if response["description"].as_str().is_none_or(str::is_empty) {
        response["description"] = json!(words);
    }
    response["headers"]["X-Request-Id"] = header("X-Request-Id");
    if status.starts_with('2') {
        if has.is("etag") || has.is("if-match") {
            response["headers"]["ETag"] = header("ETag");
        }
        if has.is("idempotent") {
            response["headers"]["Idempotent-Replayed"] = header("Idempotent-Replayed");
        }
        if status == "202" || (status == "201" && has.is("idempotent")) {
            response["headers"]["Location"] = header("Location");
        }
    }
    if status == "503" {
        response["headers"]["Retry-After"] = header("Retry-After");
    }
}

fn header_parameter(name: &str, required: bool, schema: Value, words: &str) -> Value {
    json!({"name": name, "in": "header", "required": required, "description": words,
        "schema": schema})
}

fn list_parameters() -> [Value; 4] {
    let query = |name: &str, words: &str, schema: Value| json!({"name": name, "in": "query", "required": false, "description": words, "schema": schema});
    [
        query(
            "limit",
            "Objects on a page.",
            json!({"type": "integer", "minimum": 1, "maximum": 100, "default": 25}),
        ),
        query(
            "cursor",
            "The `next` of the page before.",
            json!({"type": "string"}),
        ),
        query(
            "count",
            "Whether to answer the total as well.",
            json!({"type": "boolean", "default": false}),
        ),
        query(
            "q",
            "What to search for.",
            json!({"type": "string", "maxLength": 200}),
        ),
    ]
}
