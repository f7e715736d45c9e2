//! The contract: `openapi.yaml`, written from the handlers and completed with what is the same
//! everywhere: problems, sign-in, roles, headers.

mod complete;
mod fields;
mod operation;
mod operations;
mod roles;
mod shape;

pub use operations::Operations;
pub use roles::roles_page;
pub use shape::lists_fit;

use crate::{app, docs_page};
use actix_web::web::{self, ServiceConfig};
use actix_web::{App, HttpResponse};
use gangway_domain::problem::{FieldError, Problem};
use serde_json::Value;
use std::sync::LazyLock;
use utoipa::OpenApi;
use utoipa_actix_web::AppExt as _;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Gangway",
        description = "Brings companies on board: invitations, the set-up wizard, users, numbers and \
            the application code. Every error is an `application/problem+json` (RFC 9457) whose `type` \
            ends in a stable code. Lists are cursor pages. Times are RFC 3339 in UTC. Enumerations gain \
            values over time; bear unknown ones.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    servers((url = "/", description = "The server this document comes from.")),
    components(schemas(Problem, FieldError)),
    tags(
        (name = "Sign-in", description = "Sessions, forgotten passwords, who is signed in."),
        (name = "Partner", description = "The partner, its sign-up and settings."),
        (name = "Users", description = "A partner's staff and a client's team."),
        (name = "Invitations", description = "Personal invitations and shareable links."),
        (name = "Clients", description = "The partner's customer companies."),
        (name = "Client records", description = "What the partner keeps on a client: contacts, sites, hours, groups, fields of its own."),
        (name = "Imports", description = "Lists of clients: uploaded, checked, confirmed, imported, undone."),
        (name = "Tech groups", description = "Groups of the staff that look after clients."),
        (name = "Custom fields", description = "Fields of the partner's own, for every client."),
        (name = "Set-up", description = "The wizard a client goes through."),
        (name = "Texting", description = "A client's phone number, and its texts with customers."),
        (name = "Webhooks", description = "What providers bring."),
        (name = "Consent", description = "Who agreed to be texted, with which words, and what a client sets about texting."),
        (name = "Quick replies", description = "Texts a client has prepared for answers."),
        (name = "Application", description = "The code on a client's web site."),
        (name = "Availability", description = "When a client can be reached, and what visitors of its web site see then."),
        (name = "Activity", description = "What happened, as an audit log."),
        (name = "Mail", description = "Outgoing mail."),
        (name = "API keys", description = "Keys a partner's own programs sign in with."),
        (name = "Operation", description = "For those who run it."),
    )
)]
struct About;

/// The document as JSON, made once. Its keys are in alphabetical order, so that it is the same every
/// time.
static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let (_, collected) = App::new()
        .into_utoipa_app()
        .configure(|cfg| app::routes(cfg))
        .split_for_parts();
    let mut document = About::openapi();
    document.merge(collected);
    let mut document = serde_json::to_value(document).unwrap_or_default();
    complete::complete(&mut document);
    document
});

/// The document as committed at the top of the repository.
pub fn openapi_yaml() -> anyhow::Result<String> {
    let mut text = String::new();
    // A reader wants to know first what this is.
    for part in ["openapi", "info", "servers", "tags", "paths", "components"] {
        if let Some(value) = DOCUMENT.get(part) {
            text += &yaml_serde::to_string(&serde_json::json!({ part: value }))?;
        }
    }
    Ok(text)
}

/// The document as JSON.
pub fn openapi_json() -> &'static Value {
    &DOCUMENT
}

/// Where the document and its page are served.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(web::resource("/openapi.yaml").get(yaml))
        .service(web::resource("/openapi.json").get(async || HttpResponse::Ok().json(&*DOCUMENT)))
        .configure(docs_page::routes);
}

async fn yaml() -> HttpResponse {
    match openapi_yaml() {
        Ok(text) => HttpResponse::Ok()
            .content_type("application/yaml")
            .body(text),
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
    let fitting = paths
        .into_iter()
        .flatten()
        .filter(|(template, _)| fits(template));
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
