//! WG-02: the public key is an identifier. Everybody who opens the company's web site has it.

use super::visitor::{Visitor, texting};
use crate::availability::{call_us, save};
use crate::support::{Operation, World, operations};
use crate::tenancy::{Scene, cell};
use gangway_domain::wire::ApplicationKind;
use reqwest::Method;
use serde_json::Value;
use std::collections::BTreeSet;

/// What the key alone opens, from a page of the company's.
const OF_THE_KEY: [&str; 6] = [
    "read_widget",
    "begin_visit",
    "send_visitor_text",
    "preflight_widget",
    "preflight_visit",
    "preflight_visitor_text",
];

fn addresses(value: &Value, at: &str, all: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                addresses(value, &format!("{at}/{name}"), all);
            }
        }
        Value::Array(items) => {
            for item in items {
                addresses(item, &format!("{at}/-"), all);
            }
        }
        _ => {
            all.insert(at.to_owned());
        }
    }
}

#[tokio::test]
async fn wg_02_with_the_public_key_one_reads_what_visitors_see_and_nothing_of_anybody() {
    let world = World::start().await;
    let jane = texting(&world).await;
    save(&jane, ApplicationKind::CallUsNow, &call_us(None)).await;
    let visitor = Visitor::of(&world, &jane).await;
    let visit = visitor.visit_and_write().await;
    let form = visitor.form("+12025550143").await;
    assert_eq!(visitor.text(&visit, &form).await.status(), 202);

    let answer = visitor.request(Method::GET, "").send().await;
    let answer = answer.expect("answers");
    let headers = format!("{:?}", answer.headers());
    let body = answer.text().await.expect("text");
    let mut found = BTreeSet::new();
    addresses(&serde_json::from_str(&body).expect("JSON"), "", &mut found);
    let shown = [
        "/applications/-/changes_at",
        "/applications/-/kind",
        "/applications/-/phone_number",
        "/changes_at",
        "/company_name",
        "/consent/privacy_url",
        "/consent/terms_url",
        "/consent/version",
        "/consent/wording",
        "/sms_number",
        "/soon",
        "/style/button_label",
        "/style/color",
        "/style/greeting",
        "/style/position",
        "/style/text_color",
    ];
    assert_eq!(found, shown.map(str::to_owned).into());

    let (client, person) = (jane.client.to_string(), jane.me.id.to_string());
    let application = jane
        .api
        .read_client(jane.client)
        .await
        .expect("reads")
        .value;
    let company = serde_json::to_value(&application).expect("JSON");
    let reply_to = company["reply_to"].as_str().expect("an address").to_owned();
    let secret = [
        "@",
        &jane.email,
        &reply_to,
        &client,
        &person,
        &jane.me.place_id.expect("a place").to_string(),
        "+12025550143",
        "Casey",
        "Ann O'Neil",
        "Are you open?",
    ];
    for (what, text) in [("body", &body), ("headers", &headers)] {
        for secret in secret {
            assert!(!text.contains(secret), "{secret} is in the {what}: {text}");
        }
    }
}

/// Who sends a request, and how the key is in it.
#[derive(Clone, Copy, Debug)]
enum As {
    Bearer,
    Header,
    Query,
}

/// The status of an operation's own valid request, sent with nothing but the key.
async fn status(scene: &Scene, operation: Operation, key: &str, way: As) -> u16 {
    let anonymous = &scene.identities[0];
    assert_eq!(anonymous.name, "anonymous");
    let cell = cell(scene, operation, anonymous).await;
    let mut url = format!("{}{}", scene.world.base(), cell.call.address());
    if matches!(way, As::Query) {
        let joined = if url.contains('?') { '&' } else { '?' };
        url = format!("{url}{joined}access_token={key}&api_key={key}&application_key={key}");
    }
    let method = Method::from_bytes(operation.method.to_uppercase().as_bytes());
    let request = scene.world.http().request(method.expect("a method"), url);
    let request = request
        .header("origin", "https://www.client.example")
        .header("x-forwarded-for", scene.world.new_address())
        .header("idempotency-key", crate::support::key().as_str())
        .header("if-match", "*");
    let request = match way {
        As::Bearer => request.bearer_auth(key),
        As::Header => request
            .header("x-api-key", key)
            .header("gangway-application-key", key),
        As::Query => request,
    };
    let request = match &cell.body {
        Some(body) => request.json(body),
        None => request,
    };
    request.send().await.expect("answers").status().as_u16()
}

#[tokio::test]
async fn wg_02_every_other_operation_refuses_the_public_key_however_it_is_sent() {
    let scene = Scene::build().await;
    let read = scene.owner.api.read_application(scene.client.client).await;
    let key = read.expect("reads").application_key;
    let before = scene.world.events("client.changed").await;
    let mut refused = 0;
    for operation in operations() {
        // What needs nobody to be signed in is by links, passwords and signatures of their own.
        if operation.roles().is_none() {
            let by_key = operation.path.starts_with("/public/v1/widgets/");
            assert_eq!(
                by_key,
                OF_THE_KEY.contains(&operation.id),
                "{}",
                operation.id
            );
            continue;
        }
        for way in [As::Bearer, As::Header, As::Query] {
            let status = status(&scene, operation, &key, way).await;
            assert_eq!(status, 401, "{} by {way:?}", operation.id);
            refused += 1;
        }
    }
    assert!(refused > 150, "{refused}");
    assert_eq!(scene.world.events("client.changed").await, before);
}

/// Links and codes of other operations: the key is none of them.
#[tokio::test]
async fn wg_02_the_public_key_is_no_token_of_a_link() {
    let scene = Scene::build().await;
    let read = scene.owner.api.read_application(scene.client.client).await;
    let key = read.expect("reads").application_key;
    let anonymous = &scene.identities[0];
    let mut tried = 0;
    for operation in operations() {
        if operation.roles().is_some() || OF_THE_KEY.contains(&operation.id) {
            continue;
        }
        let mut cell = cell(&scene, operation, anonymous).await;
        let Some(body) = &mut cell.body else {
            continue;
        };
        let Some(name) = ["token", "challenge"]
            .into_iter()
            .find(|name| body[name].is_string())
        else {
            continue;
        };
        body[name] = Value::from(key.as_str());
        let (status, answer) = cell.send(None).await;
        assert!(
            (400..500).contains(&status),
            "{}: {status} {answer}",
            operation.id
        );
        tried += 1;
    }
    assert!(tried >= 10, "{tried}");
}
