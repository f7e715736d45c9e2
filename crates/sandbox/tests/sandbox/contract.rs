//! Calls and answers compared with Twilio's own `OpenAPI` document.

use std::path::PathBuf;

use gangway_twilio::{ListMessages, ListNumbers, SendMessage, UpdateNumber};
use serde_json::Value;

use crate::house::{House, TOKEN, any_http};

fn document() -> Option<Value> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the test finds its data beside the workspace or where the environment says"
    )]
    let folder = std::env::var_os("GANGWAY_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let file = "contracts/twilio_api_v2010.subset.json";
    let Ok(text) = std::fs::read_to_string(folder.join(file)) else {
        println!("skipped: {file} is not here");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

/// The operation of a call, by the document's path template.
fn operation<'a>(document: &'a Value, method: &str, path: &str) -> &'a Value {
    let paths = document["paths"].as_object().unwrap();
    let fits = |template: &str| {
        let (template, path): (Vec<_>, Vec<_>) =
            (template.split('/').collect(), path.split('/').collect());
        template.len() == path.len()
            && template
                .iter()
                .zip(path)
                .all(|(wanted, given)| wanted.starts_with('{') || *wanted == given)
    };
    let exact = paths.iter().filter(|(template, _)| fits(template));
    let (_, found) = exact
        .min_by_key(|(template, _)| template.matches('{').count())
        .unwrap_or_else(|| panic!("{path} is not in the document"));
    &found[method.to_lowercase()]
}

fn resolve<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).unwrap(),
        None => schema,
    }
}

async fn use_everything(house: &House) {
    let number = house.buy().await;
    let client = &house.client;
    let update = UpdateNumber {
        friendly_name: Some("x".to_owned()),
        sms_url: Some("https://hooks.example.test/in".to_owned()),
    };
    client.update_number(&number.sid, &update).await.unwrap();
    client.fetch_number(&number.sid).await.unwrap();
    client.list_numbers(&ListNumbers::default()).await.unwrap();
    client.find_number(&number.phone_number).await.unwrap();
    let send = SendMessage {
        to: "+15105550142".to_owned(),
        from: Some(number.phone_number.clone()),
        body: "x".to_owned(),
        status_callback: Some("http://127.0.0.1:9/".to_owned()),
        validity_period_s: Some(600),
        ..SendMessage::default()
    };
    let made = client.send_message(&send).await.unwrap();
    client.fetch_message(&made.sid).await.unwrap();
    let list = ListMessages {
        to: Some(send.to),
        from: send.from,
        sent_since: made.date_created.map(|date| date.date_naive()),
        ..ListMessages::default()
    };
    client.list_messages(&list).await.unwrap();
    client.check_credentials().await.unwrap();
}

#[tokio::test]
async fn the_client_sends_only_parameters_that_the_document_names() {
    let Some(document) = document() else { return };
    let house = House::open();
    use_everything(&house).await;
    for seen in house.sandbox.twilio().requests() {
        let operation = operation(&document, &seen.method, &seen.path);
        let in_query: Vec<&str> = operation["parameters"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|parameter| parameter["name"].as_str())
            .collect();
        for (name, _) in &seen.query {
            assert!(in_query.contains(&name.as_str()), "{name} of {}", seen.path);
        }
        let content = &operation["requestBody"]["content"]["application/x-www-form-urlencoded"];
        let schema = resolve(&document, &content["schema"]);
        for (name, _) in &seen.form {
            assert!(
                schema["properties"].get(name).is_some(),
                "{name} of {}",
                seen.path
            );
        }
    }
}

#[tokio::test]
async fn the_sandbox_answers_only_with_properties_that_the_document_names() {
    let Some(document) = document() else { return };
    let house = House::open();
    use_everything(&house).await;
    let account = house.client.account_sid();
    let base = format!("/2010-04-01/Accounts/{account}");
    for path in [
        format!("{base}.json"),
        format!("{base}/AvailablePhoneNumbers.json"),
        format!("{base}/AvailablePhoneNumbers/US.json"),
        format!("{base}/AvailablePhoneNumbers/US/Local.json"),
        format!("{base}/AvailablePhoneNumbers/US/TollFree.json"),
        format!("{base}/IncomingPhoneNumbers.json"),
        format!("{base}/IncomingPhoneNumbers/Local.json"),
        format!("{base}/Messages.json"),
    ] {
        let request = any_http()
            .get(house.url(&path))
            .basic_auth(account, Some(TOKEN));
        let answer: Value = request.send().await.unwrap().json().await.unwrap();
        let content = &operation(&document, "GET", &path)["responses"]["200"]["content"];
        let schema = &content["application/json"]["schema"];
        check(&document, schema, &answer, &path);
    }
}

/// Every property of the answer is one of the schema, all the way down.
fn check(document: &Value, schema: &Value, answer: &Value, at: &str) {
    let schema = resolve(document, schema);
    match answer {
        Value::Object(answer) => {
            let Some(properties) = schema["properties"].as_object() else {
                return;
            };
            for (name, value) in answer {
                let property = properties
                    .get(name)
                    .unwrap_or_else(|| panic!("{name} at {at} is not in the document"));
                check(document, property, value, &format!("{at} {name}"));
            }
        }
        Value::Array(items) => {
            assert!(!items.is_empty(), "{at} is empty and shows nothing");
            for item in items {
                check(document, &schema["items"], item, at);
            }
        }
        _ => {}
    }
}
