use super::{PHONE, call, number, read, send};
use crate::hooks::Hooks;
use crate::house::{House, until};
use gangway_sandbox::TextIn;
use serde_json::{Value, json};

#[tokio::test]
async fn a_customer_texts_a_company_and_reads_its_answer() {
    let (house, hooks) = (House::open(), Hooks::open());
    let company = number(&house, hooks.url("/in")).await;
    let said = json!({ "to": company, "body": "Grüße ✓" });
    let (status, answer) = call(
        &house,
        "POST",
        &format!("/_sandbox/phones/{PHONE}/texts"),
        said,
    )
    .await;
    assert_eq!((status, &answer["taken_as"]), (200, &json!("twiml")));
    assert_eq!(hooks.hooked()[0].value("From"), Some(PHONE));
    send(&house, &company, "Hello back").await;
    let twilio = house.sandbox.twilio();
    until(|| twilio.messages().iter().all(|text| text.status != "queued")).await;
    let phone = read(&house).await;
    let thread = &phone["threads"][0];
    assert_eq!(
        (&phone["condition"], &thread["with"]),
        (&json!("on"), &json!(company))
    );
    let texts = thread["texts"].as_array().unwrap();
    let told: Vec<_> = texts
        .iter()
        .map(|text| (&text["mine"], &text["body"]))
        .collect();
    assert_eq!(
        told,
        [
            (&json!(true), &json!("Grüße ✓")),
            (&json!(false), &json!("Hello back"))
        ]
    );
    let (_, phones) = call(&house, "GET", "/_sandbox/phones", Value::Null).await;
    assert_eq!(phones, json!([PHONE]));
}

#[tokio::test]
async fn twilio_itself_answers_stop_start_and_help_and_nothing_twice() {
    let (house, hooks) = (House::open(), Hooks::open());
    let company = number(&house, hooks.url("/in")).await;
    let twilio = house.sandbox.twilio();
    for (word, begins) in [
        ("hello", None),
        ("START", None),
        ("stop", Some("You have successfully been unsubscribed.")),
        ("Stop", None),
        (" help ", Some("Reply STOP to unsubscribe.")),
        ("yes", Some("You have successfully been re-subscribed")),
        ("YES", None),
    ] {
        let text = TextIn {
            from: PHONE.to_owned(),
            to: company.clone(),
            body: word.to_owned(),
            ..TextIn::default()
        };
        let answer = twilio.text_in(text).await.unwrap();
        let reply = answer.replies.first();
        match begins {
            None => assert_eq!(reply, None, "{word}"),
            Some(begins) => assert!(reply.unwrap().starts_with(begins), "{word}"),
        }
        let stopped = &read(&house).await["threads"][0]["stopped"];
        assert_eq!(
            stopped,
            &json!(["stop", "Stop", " help "].contains(&word)),
            "{word}"
        );
    }
    assert_eq!(hooks.hooked().len(), 7, "the webhook is told of each");
}

#[tokio::test]
async fn what_a_webhook_answers_arrives_unless_the_person_said_stop() {
    let (house, hooks) = (House::open(), Hooks::open());
    let company = number(&house, hooks.url("/reply")).await;
    let twilio = house.sandbox.twilio();
    let text = |body: &str| TextIn {
        from: PHONE.to_owned(),
        to: company.clone(),
        body: body.to_owned(),
        ..TextIn::default()
    };
    let answer = twilio.text_in(text("hello")).await.unwrap();
    assert_eq!(answer.replies, ["Thanks & see you < soon"]);
    let answer = twilio.text_in(text("STOP")).await.unwrap();
    assert!(
        answer
            .replies
            .iter()
            .all(|reply| !reply.starts_with("Thanks"))
    );
    let texts = &read(&house).await["threads"][0]["texts"];
    assert_eq!(texts[1]["body"], "Thanks & see you < soon");
    assert_eq!(texts.as_array().unwrap().len(), 4);
}
