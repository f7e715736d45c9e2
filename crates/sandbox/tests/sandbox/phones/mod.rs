//! Customers' phones, by JSON and on their pages.

mod condition;
mod pages;
mod texts;

use gangway_twilio::{SendMessage, UpdateNumber};
use serde_json::Value;

use crate::house::{House, any_http};

const PHONE: &str = "+15105550142";

/// A number of a company whose texts go to the hook.
async fn number(house: &House, hook: String) -> String {
    let number = house.buy().await;
    let update = UpdateNumber {
        sms_url: Some(hook),
        ..UpdateNumber::default()
    };
    house
        .client
        .update_number(&number.sid, &update)
        .await
        .unwrap();
    number.phone_number
}

async fn send(house: &House, from: &str, body: &str) {
    let send = SendMessage {
        to: PHONE.to_owned(),
        from: Some(from.to_owned()),
        body: body.to_owned(),
        ..SendMessage::default()
    };
    house.client.send_message(&send).await.unwrap();
}

async fn call(house: &House, method: &str, path: &str, body: Value) -> (u16, Value) {
    let request = any_http().request(method.parse().unwrap(), house.url(path));
    let request = if body.is_null() {
        request
    } else {
        request.json(&body)
    };
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap();
    (status, serde_json::from_str(&text).unwrap_or(Value::Null))
}

async fn read(house: &House) -> Value {
    call(
        house,
        "GET",
        &format!("/_sandbox/phones/{PHONE}"),
        Value::Null,
    )
    .await
    .1
}

async fn page(house: &House, path: &str) -> (u16, String) {
    let answer = any_http().get(house.url(path)).send().await.unwrap();
    let status = answer.status().as_u16();
    (
        status,
        answer
            .text()
            .await
            .unwrap()
            .replace("&#x2f;", "/")
            .replace("&#x27;", "'"),
    )
}
