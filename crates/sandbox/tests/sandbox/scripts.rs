use serde_json::{Value, json};

use crate::house::{House, any_http, wanted};
use crate::smtp_client::SmtpClient;

async fn call(house: &House, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
    let method = method.parse().unwrap();
    let mut request = any_http().request(method, house.url(path));
    if let Some(body) = body {
        request = request.json(&body);
    }
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap();
    (status, serde_json::from_str(&text).unwrap_or(Value::Null))
}

#[tokio::test]
async fn faults_are_scripted_over_http() {
    let house = House::open();
    let fault = json!({
        "method": "POST", "path_contains": "IncomingPhoneNumbers", "times": 1,
        "kind": "drop_after_effect",
    });
    let (status, _) = call(&house, "POST", "/_sandbox/faults", Some(fault)).await;
    assert_eq!(status, 201);
    let (_, faults) = call(&house, "GET", "/_sandbox/faults", None).await;
    assert_eq!(faults[0]["kind"], "drop_after_effect");
    let phone_number = house.find().await;
    let error = house
        .client
        .buy_number(&wanted(&phone_number))
        .await
        .unwrap_err();
    assert!(error.effect_unknown());
    let (_, requests) = call(&house, "GET", "/_sandbox/requests", None).await;
    assert_eq!(requests[1]["fault"], "drop_after_effect");
    for body in [
        json!({ "kind": "throttle", "retry_after": 1 }),
        json!({ "kind": "server_error", "status": 503, "html": true }),
        json!({ "kind": "delay", "ms": 5 }),
        json!({ "kind": "no_numbers", "times": 3 }),
    ] {
        let (status, _) = call(&house, "POST", "/_sandbox/faults", Some(body)).await;
        assert_eq!(status, 201);
    }
    let (status, _) = call(&house, "DELETE", "/_sandbox/faults", None).await;
    assert_eq!(status, 204);
    assert!(house.sandbox.twilio().faults().is_empty());
    let wrong = json!({ "kind": "gremlins" });
    let (status, answer) = call(&house, "POST", "/_sandbox/faults", Some(wrong)).await;
    assert_eq!(status, 400);
    assert!(answer["error"].as_str().unwrap().contains("gremlins"));
}

#[tokio::test]
async fn mails_are_read_and_refused_over_http() {
    let house = House::open();
    let refuse = json!({ "address": "gone@there.test", "code": 550, "text": "5.1.1 Gone" });
    call(&house, "POST", "/_sandbox/refusals", Some(refuse)).await;
    call(
        &house,
        "POST",
        "/_sandbox/greylist",
        Some(json!({ "times": 1 })),
    )
    .await;
    let mut client = SmtpClient::greet(house.sandbox.smtp_addr()).await;
    client
        .talk(&[
            ("MAIL FROM:<a@sender.test>", "250"),
            ("RCPT TO:<gone@there.test>", "550"),
            ("RCPT TO:<b@there.test>", "451"),
            ("RSET", "250"),
        ])
        .await;
    client.begin().await;
    client
        .say("Subject: Hi\r\n\r\nSee https://a.test/#t\r\n.\r\n")
        .await;
    let (_, mails) = call(&house, "GET", "/_sandbox/mails?to=B@there.test", None).await;
    assert_eq!(mails[0]["subject"], "Hi");
    assert_eq!(mails[0]["links"], json!(["https://a.test/#t"]));
    assert_eq!(mails[0]["headers"], "Subject: Hi");
    let (_, none) = call(&house, "GET", "/_sandbox/mails?to=x@y.test", None).await;
    assert_eq!(none, json!([]));
    let (_, one) = call(&house, "GET", "/_sandbox/mails/1", None).await;
    assert_eq!(one["recipients"], json!(["b@there.test"]));
    let (status, _) = call(&house, "GET", "/_sandbox/mails/2", None).await;
    assert_eq!(status, 404);
    call(&house, "DELETE", "/_sandbox/mails", None).await;
    assert!(house.sandbox.mailbox().all().is_empty());
}

#[tokio::test]
async fn one_call_resets_everything() {
    let house = House::open();
    house.buy().await;
    let (status, _) = call(&house, "DELETE", "/_sandbox", None).await;
    assert_eq!(status, 204);
    let (_, overview) = call(&house, "GET", "/_sandbox", None).await;
    for name in ["mails", "requests", "numbers", "messages", "faults"] {
        assert_eq!(overview[name], 0, "{name}");
    }
    assert_eq!(overview["smtp"], house.sandbox.smtp_addr().to_string());
}
