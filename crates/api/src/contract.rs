//! The contract: `openapi.yaml`, written from the handlers and completed with what is the same
//! everywhere: problems, sign-in, roles, headers.

use crate::app;
use actix_web::web::{self, ServiceConfig};
use actix_web::{App, HttpResponse};
use gangway_domain::problem::{FieldError, Problem};
use gangway_domain::roles::{Permission, Role};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;
use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Document;
use utoipa_actix_web::AppExt as _;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Gangway",
        description = "Brings companies on board: invitations, the set-up wizard, users, numbers and \
            the application code. Every error is an `application/problem+json` (RFC 9457) whose `type` \
            ends in a stable code. Lists are cursor pages. Times are RFC 3339 in UTC. Enumerations gain \
            values over time; bear unknown ones.",
        license(name = "MIT OR Apache-2.0"),
    ),
    components(schemas(Problem, FieldError)),
    tags(
        (name = "Sign-in", description = "Sessions, forgotten passwords, who is signed in."),
        (name = "Partner", description = "The partner, its sign-up and settings."),
        (name = "Users", description = "A partner's staff and a client's team."),
        (name = "Invitations", description = "Personal invitations and shareable links."),
        (name = "Clients", description = "The partner's customer companies."),
        (name = "Set-up", description = "The wizard a client goes through."),
        (name = "Texting", description = "A client's phone number."),
        (name = "Application", description = "The code on a client's web site."),
        (name = "Mail", description = "Outgoing mail."),
        (name = "Operation", description = "For those who run it."),
    )
)]
struct About;

/// The document as JSON, made once.
static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let (_, collected) = App::new().into_utoipa_app().configure(app::routes).split_for_parts();
    let mut document = About::openapi();
    document.merge(collected);
    complete(serde_json::to_value(document).unwrap_or_default())
});

/// The document as committed at the top of the repository.
pub fn openapi_yaml() -> anyhow::Result<String> {
    let document: Document = serde_json::from_value(DOCUMENT.clone())?;
    Ok(document.to_yaml()?)
}

/// The document as JSON.
pub fn openapi_json() -> &'static Value {
    &DOCUMENT
}

/// Where the document and its page are served.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(web::resource("/openapi.yaml").get(yaml))
        .service(web::resource("/openapi.json").get(async || HttpResponse::Ok().json(&*DOCUMENT)));
}

async fn yaml() -> HttpResponse {
    match openapi_yaml() {
        Ok(text) => HttpResponse::Ok().content_type("application/yaml").body(text),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

/// The methods a path takes; none where it is no path of the API.
pub fn methods_of(path: &str) -> Vec<String> {
    let fits = |template: &str| {
        let (mut given, mut wanted) = (path.split('/'), template.split('/'));
        loop {
            match (given.next(), wanted.next()) {
                (None, None) => return true,
                (Some(given), Some(wanted)) if wanted.starts_with('{') || given == wanted => {}
                _ => return false,
            }
        }
    };
    let paths = DOCUMENT.get("paths").and_then(Value::as_object);
    let fitting = paths.into_iter().flatten().filter(|(template, _)| fits(template));
    let mut methods: Vec<String> = fitting
        .filter_map(|(_, item)| item.as_object())
        .flat_map(|item| item.keys().map(|method| method.to_uppercase()))
        .collect();
    if methods.iter().any(|method| method == "GET") {
        methods.push("HEAD".to_owned());
    }
    methods.sort();
    methods.dedup();
    methods
}

fn complete(mut document: Value) -> Value {
    document["components"]["securitySchemes"] = json!({
        "access_token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT",
            "description": "The `access_token` of a session. What it may do is read from the database on each request."}
    });
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else {
        return document;
    };
    for (path, item) in paths {
        let Some(item) = item.as_object_mut() else { continue };
        for (method, operation) in item {
            if let Some(operation) = operation.as_object_mut() {
                complete_operation(path, method, operation);
            }
        }
    }
    document
}

fn complete_operation(path: &str, method: &str, operation: &mut Map<String, Value>) {
    let mut take = |name: &str| operation.remove(name).is_some_and(|value| value == json!(true));
    let idempotent = take("x-idempotent");
    let if_match = take("x-if-match");
    let etag = take("x-etag");
    let list = take("x-list");
    let public = take("x-public") || !path.starts_with("/api/");
    if let Some(permission) =
        operation.get("x-scope").and_then(Value::as_str).and_then(Permission::of_scope)
    {
        let roles: Vec<&str> = permission.roles().iter().map(|role| role.as_str()).collect();
        operation.insert("x-roles".to_owned(), json!(roles));
    } else if !public {
        let roles: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
        operation.insert("x-roles".to_owned(), json!(roles));
    }
    if !public {
        operation.insert("security".to_owned(), json!([{"access_token": []}]));
    }
    let parameters = operation.entry("parameters").or_insert_with(|| json!([]));
    if let Some(parameters) = parameters.as_array_mut() {
        if list {
            parameters.extend(list_parameters());
        }
        if idempotent {
            parameters.push(header("Idempotency-Key", false,
                "Made once per action by the caller; a repeat with the same key gets the first answer and no second effect. Kept 24 hours.", 255));
        }
        if if_match {
            parameters.push(header("If-Match", true, "The `ETag` that was read.", 100));
        }
    }
    if operation.get("parameters").is_some_and(|list| list == &json!([])) {
        operation.remove("parameters");
    }
    let has_body = operation.contains_key("requestBody");
    let mut statuses = vec![(400, "It could not be read."), (413, "It is too large."),
        (429, "Too many requests."), (431, "The headers are too large."), (500, "A fault on our side."), (503, "Not available right now.")];
    if !public {
        statuses.extend([(401, "Not signed in."), (403, "The role does not allow it.")]);
    }
    statuses.push((404, "Not there, or not yours."));
    if has_body {
        statuses.extend([(415, "Not JSON."), (422, "Fields are wrong.")]);
    }
    if method != "get" {
        statuses.extend([(401, "Not signed in."), (403, "It may not be done."),
            (409, "The state of the thing forbids it."), (410, "The link no longer works."),
            (422, "Fields are wrong.")]);
    }
    if if_match {
        statuses.extend([(412, "Someone else changed it."), (428, "If-Match is needed.")]);
    }
    let responses = operation.entry("responses").or_insert_with(|| json!({}));
    let Some(responses) = responses.as_object_mut() else { return };
    for (status, words) in statuses {
        responses.entry(status.to_string()).or_insert_with(|| json!({
            "description": words,
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
        }));
    }
    for (status, response) in responses.iter_mut().filter(|(status, _)| status.starts_with('2')) {
        let Some(response) = response.as_object_mut() else { continue };
        if response.get("description").is_none_or(|words| words == "") {
            let words = match status.as_str() {
                "201" => "It was made.",
                "202" => "It is on its way.",
                "204" => "Done; there is nothing to say.",
                _ => "The object.",
            };
            response.insert("description".to_owned(), json!(words));
        }
        if etag || if_match {
            response.insert("headers".to_owned(), json!({"ETag": {
                "description": "The version; send it as `If-Match` to change the object.",
                "schema": {"type": "string"}}}));
        }
    }
}

fn header(name: &str, required: bool, words: &str, most: u32) -> Value {
    json!({"name": name, "in": "header", "required": required, "description": words,
        "schema": {"type": "string", "minLength": 1, "maxLength": most, "pattern": "^[!-~]+$"}})
}

fn list_parameters() -> [Value; 4] {
    let query = |name: &str, words: &str, schema: Value| {
        json!({"name": name, "in": "query", "required": false, "description": words, "schema": schema})
    };
    [
        query("limit", "Objects on a page.", json!({"type": "integer", "minimum": 1, "maximum": 100, "default": 25})),
        query("cursor", "The `next` of the page before.", json!({"type": "string"})),
        query("count", "Whether to answer the total as well.", json!({"type": "boolean", "default": false})),
        query("q", "What to search for.", json!({"type": "string", "maxLength": 200})),
    ]
}
