//! What the sandbox answers, all the way down.

use chrono::DateTime;
use gangway_twilio::SendMessage;
use serde_json::Value;

use super::text;
use crate::house::{House, TOKEN, any_http};

#[tokio::test]
async fn the_sandbox_answers_as_twilio_s_document_says() {
    let Some(text) = text() else { return };
    let document: Value = serde_json::from_str(&text).unwrap();
    let house = House::open();
    let number = house.buy().await;
    let send = SendMessage {
        to: "+15105550142".to_owned(),
        from: Some(number.phone_number),
        body: "x".to_owned(),
        ..SendMessage::default()
    };
    let message = house.client.send_message(&send).await.unwrap().sid;
    let account = house.client.account_sid();
    for (template, path) in [
        ("Accounts/{Sid}", format!("Accounts/{account}")),
        ("AvailablePhoneNumbers", String::new()),
        (
            "AvailablePhoneNumbers/{CountryCode}",
            "AvailablePhoneNumbers/US".to_owned(),
        ),
        (
            "AvailablePhoneNumbers/{CountryCode}/Local",
            "AvailablePhoneNumbers/US/Local".to_owned(),
        ),
        (
            "AvailablePhoneNumbers/{CountryCode}/TollFree",
            "AvailablePhoneNumbers/US/TollFree".to_owned(),
        ),
        ("IncomingPhoneNumbers", String::new()),
        ("IncomingPhoneNumbers/Local", String::new()),
        (
            "IncomingPhoneNumbers/{Sid}",
            format!("IncomingPhoneNumbers/{}", number.sid),
        ),
        ("Messages", String::new()),
        ("Messages/{Sid}", format!("Messages/{message}")),
    ] {
        let whole = |account: &str, rest: &str| match rest.strip_prefix("Accounts/") {
            Some(_) => format!("/2010-04-01/{rest}.json"),
            None => format!("/2010-04-01/Accounts/{account}/{rest}.json"),
        };
        let path = if path.is_empty() { template } else { &path };
        let request = any_http()
            .get(house.url(&whole(account, path)))
            .basic_auth(account, Some(TOKEN));
        let answer: Value = request.send().await.unwrap().json().await.unwrap();
        let operation = &document["paths"][whole("{AccountSid}", template)]["get"];
        let schema = &operation["responses"]["200"]["content"]["application/json"]["schema"];
        assert!(schema.is_object(), "{template} is in the document");
        check(&document, schema, &answer, path);
    }
}

fn check(document: &Value, schema: &Value, answer: &Value, at: &str) {
    let schema = match schema["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).unwrap(),
        None => schema,
    };
    if answer.is_null() {
        let may_be = schema["nullable"] == true;
        assert!(may_be, "{at} is null");
        return;
    }
    match schema["type"].as_str().unwrap() {
        "object" => check_object(document, schema, answer, at),
        "array" => {
            let items = answer.as_array().unwrap();
            assert!(!items.is_empty(), "{at} is empty and shows nothing");
            for item in items {
                check(document, &schema["items"], item, at);
            }
        }
        "string" => check_string(
            schema,
            answer.as_str().unwrap_or_else(|| panic!("{at}")),
            at,
        ),
        "integer" => assert!(answer.is_i64(), "{at} is {answer}"),
        // Twilio's own samples have texts here, against its schema.
        "number" => assert!(answer.as_str().unwrap().parse::<f64>().is_ok(), "{at}"),
        "boolean" => assert!(answer.is_boolean(), "{at} is {answer}"),
        other => panic!("{at} has the type {other}"),
    }
}

fn check_object(document: &Value, schema: &Value, answer: &Value, at: &str) {
    let answer = answer
        .as_object()
        .unwrap_or_else(|| panic!("{at} is no object"));
    // A map of addresses has no properties of its own.
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

fn check_string(schema: &Value, answer: &str, at: &str) {
    if let Some(words) = schema["enum"].as_array() {
        assert!(words.iter().any(|word| word == answer), "{at} is {answer}");
    }
    // Twilio's own samples have no text here, against its schema.
    if schema["pattern"].is_string() && !at.ends_with("_application_sid") {
        assert_eq!(answer.len(), 34, "{at} is {answer}");
        assert!(
            schema["pattern"].as_str().unwrap().contains(&answer[..2]),
            "{at}"
        );
    }
    if schema["format"] == "date-time-rfc-2822" {
        assert!(
            DateTime::parse_from_rfc2822(answer).is_ok(),
            "{at} is {answer}"
        );
    }
}
