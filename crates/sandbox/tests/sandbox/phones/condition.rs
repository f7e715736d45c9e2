use super::{PHONE, call, number, read, send};
use crate::hooks::Hooks;
use crate::house::{House, any_http, until};
use gangway_sandbox::Condition;
use serde_json::json;

#[tokio::test]
async fn texts_to_a_phone_end_as_its_condition_says() {
    let (house, hooks) = (House::open(), Hooks::open());
    let company = number(&house, hooks.url("/in")).await;
    let twilio = house.sandbox.twilio();
    for (at, (condition, status, code)) in [
        (Condition::Off, "undelivered", Some(30003)),
        (Condition::Landline, "undelivered", Some(30006)),
        (Condition::NotInUse, "undelivered", Some(30005)),
        (Condition::Filtered, "undelivered", Some(30007)),
        (Condition::Silent, "sent", None),
        (Condition::On, "delivered", None),
    ]
    .into_iter()
    .enumerate()
    {
        let path = format!("/_sandbox/phones/{PHONE}/condition");
        let (set, _) = call(&house, "PUT", &path, json!({ "condition": condition })).await;
        assert_eq!(set, 204);
        assert_eq!(read(&house).await["condition"], json!(condition));
        send(&house, &company, "hello").await;
        until(|| twilio.messages()[at].status != "queued").await;
        let message = twilio.messages().remove(at);
        assert_eq!(
            (message.status.as_str(), message.error_code),
            (status, code)
        );
    }
    // Of six texts the phone got the last two.
    let texts = &read(&house).await["threads"][0]["texts"];
    assert_eq!(texts.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn the_form_switches_a_phone_off() {
    let house = House::open();
    house.buy().await;
    let form = any_http()
        .post(house.url(&format!("/phones/{PHONE}/condition")))
        .form(&[("condition", "landline")]);
    assert_eq!(form.send().await.unwrap().status(), 303);
    assert_eq!(read(&house).await["condition"], "landline");
    for (path, body) in [
        (
            "/_sandbox/phones/me/condition",
            json!({ "condition": "off" }),
        ),
        (
            "/_sandbox/phones/me/texts",
            json!({ "to": "x", "body": "y" }),
        ),
        (
            "/_sandbox/phones/+15105550142/condition",
            json!({ "condition": "drowned" }),
        ),
    ] {
        let method = if path.ends_with("texts") {
            "POST"
        } else {
            "PUT"
        };
        assert_eq!(call(&house, method, path, body).await.0, 400, "{path}");
    }
}
