use gangway_sandbox::{Condition, TextIn};
use gangway_twilio::{SendMessage, UpdateNumber};
use serde_json::{Value, json};

use crate::hooks::Hooks;
use crate::house::{House, any_http, until};

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

#[tokio::test]
async fn a_text_that_nobody_takes_says_so_on_the_phone() {
    let (house, hooks) = (House::open(), Hooks::open());
    for (path, words) in [
        (String::new(), "has no address for texts"),
        ("http://127.0.0.1:9/nobody".to_owned(), "did not answer"),
        (hooks.url("/not-found"), "answered 404"),
        (hooks.url("/broken"), "answered 200, which is not TwiML"),
    ] {
        let company = number(&house, path).await;
        let form = any_http()
            .post(house.url(&format!("/phones/{PHONE}/{company}")))
            .form(&[("body", "hello")]);
        assert_eq!(form.send().await.unwrap().status(), 303);
        let (status, html) = page(&house, &format!("/phones/{PHONE}/{company}")).await;
        assert_eq!(status, 200);
        assert!(html.contains(words), "{words} in {html}");
    }
    let nobody = json!({ "to": "+15105550199", "body": "hello" });
    let (status, answer) = call(
        &house,
        "POST",
        &format!("/_sandbox/phones/{PHONE}/texts"),
        nobody,
    )
    .await;
    assert_eq!(
        (status, &answer["error"]),
        (409, &json!("this number is not owned"))
    );
}

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
async fn a_phone_is_taken_by_its_number_as_people_type_it() {
    let house = House::open();
    let take = async |number: &str| {
        let form = any_http()
            .post(house.url("/phones"))
            .form(&[("number", number)]);
        let answer = form.send().await.unwrap();
        let to = answer
            .headers()
            .get("location")
            .map(|to| to.to_str().unwrap().to_owned());
        (answer.status().as_u16(), to, answer.text().await.unwrap())
    };
    let (status, to, _) = take("(510) 555-0142").await;
    assert_eq!((status, to.as_deref()), (303, Some("/phones/+15105550142")));
    let (status, _, html) = take("<b>nobody</b>").await;
    assert!(status == 200 && html.contains("Enter a phone number") && !html.contains("<b>"));
    let (_, html) = page(&house, "/phones/+15105550142").await;
    assert!(html.contains("nobody owns a phone number yet"));
    house.buy().await;
    let answer = any_http()
        .get(house.url("/phones/+15105550142"))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 303);
    for path in [
        "/phones/x",
        "/phones/x/y",
        "/phones/+15105550142/+15105550143",
    ] {
        assert_eq!(page(&house, path).await.0, 404, "{path}");
    }
}

#[tokio::test]
async fn a_phone_shows_names_of_contacts_and_texts_that_run_nothing() {
    let (house, hooks) = (House::open(), Hooks::open());
    let company = number(&house, hooks.url("/in")).await;
    house.sandbox.name_contact(&company, "Saltmarsh <Dental>");
    send(&house, &company, "<script>alert(1)</script>").await;
    let twilio = house.sandbox.twilio();
    until(|| twilio.messages()[0].status == "delivered").await;
    for path in ["/phones".to_owned(), format!("/phones/{PHONE}/{company}")] {
        let answer = any_http().get(house.url(&path)).send().await.unwrap();
        let policy = answer.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .to_owned();
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe-inline'; script")
        );
        let html = answer.text().await.unwrap();
        assert!(html.contains("Saltmarsh &lt;Dental&gt;"), "{path}");
        assert!(!html.contains("<script>alert"), "{path}");
    }
    let (status, part) = page(&house, &format!("/phones/{PHONE}/{company}/texts")).await;
    assert!(status == 200 && part.starts_with("<ol") && part.contains("&lt;script&gt;"));
    let (status, script) = page(&house, "/phone.js").await;
    assert!(status == 200 && script.contains("keepUp"));
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
