//! What a faithful double of Twilio must do beyond what the other tests show, by the numbers of the
//! contract's list.

use chrono::{NaiveDateTime, TimeDelta};
use gangway_sandbox::{CallbackStyle, Options, Quirks, Sandbox, TextIn};
use gangway_twilio::signature::{Body, Received, verify};
use gangway_twilio::{SendMessage, UpdateNumber};
use secrecy::SecretString;
use serde_json::Value;
use url::form_urlencoded::Serializer;

use crate::hooks::Hooks;
use crate::house::{ACCOUNT, House, KEY, TOKEN, any_http, options, until};

fn path(rest: &str) -> String {
    format!("/2010-04-01/Accounts/{ACCOUNT}{rest}.json")
}

async fn get(house: &House, rest: &str, (user, secret): (&str, &str)) -> (u16, Value) {
    let request = any_http()
        .get(house.url(&path(rest)))
        .basic_auth(user, Some(secret));
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[tokio::test]
async fn one_who_calls_is_known_by_token_or_key_and_the_key_may_not_read_the_account() {
    let house = House::open();
    for (credentials, numbers, account) in [
        ((ACCOUNT, TOKEN), 200, 200),
        (KEY, 200, 401),
        ((ACCOUNT, "wrong"), 401, 401),
        (("SK00000000000000000000000000000002", KEY.1), 401, 401),
    ] {
        for (rest, wanted) in [("/IncomingPhoneNumbers", numbers), ("", account)] {
            let (status, body) = get(&house, rest, credentials).await;
            assert_eq!(status, wanted, "{credentials:?} {rest}");
            if status == 401 {
                assert_eq!(
                    (&body["code"], &body["status"]),
                    (&20003.into(), &401.into())
                );
            }
        }
    }
}

#[tokio::test]
async fn two_only_forms_are_read_and_names_that_are_not_twilio_s_are_passed_over() {
    let house = House::open();
    let from = house.buy().await.phone_number;
    let post = || {
        any_http()
            .post(house.url(&path("/Messages")))
            .basic_auth(ACCOUNT, Some(TOKEN))
    };
    let right = [
        ("To", "+15105550142"),
        ("From", from.as_str()),
        ("Body", "x"),
    ];
    let json: serde_json::Map<String, Value> = right
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).into()))
        .collect();
    let answer = post().json(&json).send().await.unwrap();
    assert_eq!(answer.json::<Value>().await.unwrap()["code"], 21604);
    let snake_case = right.map(|(name, value)| (name.to_lowercase(), value));
    let answer = post().form(&snake_case).send().await.unwrap();
    assert_eq!(answer.json::<Value>().await.unwrap()["code"], 21604);
    let mut more = right.to_vec();
    more.push(("Novelty", "x"));
    assert_eq!(post().form(&more).send().await.unwrap().status(), 201);
}

#[tokio::test]
async fn four_callbacks_can_be_signed_with_the_port_written_out() {
    for (url, written) in [
        (
            "https://hooks.example.test/status?x=1",
            "https://hooks.example.test:443/status?x=1",
        ),
        (
            "http://hooks.example.test/status",
            "http://hooks.example.test:80/status",
        ),
    ] {
        // Without a client nothing is posted, and the callbacks are noted all the same.
        let silent = Options {
            http: None,
            ..options()
        };
        let house = House::of(Sandbox::start(silent).unwrap());
        let twilio = house.sandbox.twilio();
        twilio.callback_style(CallbackStyle {
            port_written: true,
            ..CallbackStyle::default()
        });
        send(&house, Some(url)).await;
        until(|| twilio.callbacks().len() == 2).await;
        for callback in twilio.callbacks() {
            let form = Serializer::new(String::new())
                .extend_pairs(&callback.params)
                .finish();
            let body = Body::of(
                "POST",
                Some("application/x-www-form-urlencoded"),
                form.as_bytes(),
            );
            let signature = Some(callback.signature.as_str());
            let received = Received {
                url,
                signature,
                body,
            };
            let tokens = [SecretString::from(TOKEN)];
            assert!(
                verify(&tokens, &received),
                "as it was written, and as it is signed"
            );
            assert_eq!(callback.signature, by_hand(written, &callback.params));
            assert_ne!(callback.signature, by_hand(url, &callback.params));
        }
    }
}

/// Section 6.1, step by step.
fn by_hand(url: &str, params: &[(String, String)]) -> String {
    let mut params = params.to_vec();
    params.sort();
    let text = params
        .into_iter()
        .fold(url.to_owned(), |text, (name, value)| text + &name + &value);
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, TOKEN.as_bytes());
    let tag = ring::hmac::sign(&key, text.as_bytes());
    base64::Engine::encode(&base64::engine::general_purpose::STANDARD, tag)
}

async fn send(house: &House, status_callback: Option<&str>) -> String {
    let from = house.buy().await.phone_number;
    let send = SendMessage {
        to: "+15105550142".to_owned(),
        from: Some(from.clone()),
        body: "Hello".to_owned(),
        status_callback: status_callback.map(str::to_owned),
        ..SendMessage::default()
    };
    house.client.send_message(&send).await.unwrap();
    from
}

#[tokio::test]
async fn four_the_last_callback_says_when_the_carrier_was_done() {
    let (house, hooks) = (House::open(), Hooks::open());
    send(&house, Some(&hooks.url("/status"))).await;
    until(|| hooks.hooked().len() == 2).await;
    let [sent, delivered] = &hooks.hooked()[..] else {
        panic!("two callbacks")
    };
    assert_eq!(sent.value("RawDlrDoneDate"), None);
    let done = delivered.value("RawDlrDoneDate").unwrap();
    let at = NaiveDateTime::parse_from_str(done, "%y%m%d%H%M").unwrap();
    let now = house.sandbox.twilio().callbacks()[0].at.naive_utc();
    assert!(now - at < TimeDelta::minutes(2), "{done}");
}

#[tokio::test]
async fn five_an_incoming_text_may_be_posted_twice_with_the_same_token() {
    let (house, hooks) = (House::open(), Hooks::open());
    let number = house.buy().await;
    let update = UpdateNumber {
        sms_url: Some(hooks.url("/reply")),
        ..UpdateNumber::default()
    };
    house
        .client
        .update_number(&number.sid, &update)
        .await
        .unwrap();
    let twilio = house.sandbox.twilio();
    twilio.callback_style(CallbackStyle {
        repeated: true,
        ..CallbackStyle::default()
    });
    let text = TextIn {
        from: "+15105550142".to_owned(),
        to: number.phone_number,
        body: "hello".to_owned(),
        ..TextIn::default()
    };
    let answer = twilio.text_in(text).await.unwrap();
    let [first, second] = &hooks.hooked()[..] else {
        panic!("posted twice")
    };
    assert_eq!(first.value("MessageSid"), second.value("MessageSid"));
    assert_eq!(first.idempotency_token, second.idempotency_token);
    assert_eq!(answer.replies.len(), 1, "the person gets one answer");
}

#[tokio::test]
async fn seven_texts_stand_where_twilio_has_texts() {
    let house = House::open();
    let from = send(&house, None).await;
    let (_, messages) = get(&house, "/Messages", (ACCOUNT, TOKEN)).await;
    assert_eq!(messages["messages"][0]["num_segments"], "1");
    assert_eq!(messages["messages"][0]["num_media"], "0");
    let (_, numbers) = get(&house, "/IncomingPhoneNumbers", (ACCOUNT, TOKEN)).await;
    let number = &numbers["incoming_phone_numbers"][0];
    assert_eq!(number["phone_number"], from);
    assert_eq!(
        (
            &number["sms_application_sid"],
            &number["voice_application_sid"]
        ),
        (&"".into(), &"".into())
    );
    for (upper_case_capabilities, name) in [(false, "sms"), (true, "SMS")] {
        house.sandbox.twilio().quirks(Quirks {
            upper_case_capabilities,
            ..Quirks::default()
        });
        let (_, found) = get(&house, "/AvailablePhoneNumbers/US/Local", (ACCOUNT, TOKEN)).await;
        let offer = &found["available_phone_numbers"][0];
        assert!(offer["capabilities"][name].is_boolean(), "{offer}");
        assert!(offer["latitude"].as_str().unwrap().parse::<f64>().is_ok());
        assert!(offer["longitude"].as_str().unwrap().parse::<f64>().is_ok());
    }
}

#[tokio::test]
async fn eight_the_next_page_is_named_without_its_host() {
    let house = House::open();
    for _ in 0..3 {
        house.buy().await;
    }
    let request = any_http()
        .get(house.url(&path("/IncomingPhoneNumbers")))
        .query(&[("PageSize", "2")])
        .basic_auth(ACCOUNT, Some(TOKEN));
    let page: Value = request.send().await.unwrap().json().await.unwrap();
    let next = page["next_page_uri"].as_str().unwrap();
    assert!(next.starts_with("/2010-04-01/Accounts/") && next.contains("PageToken="));
    let request = any_http()
        .get(house.url(next))
        .basic_auth(ACCOUNT, Some(TOKEN));
    let last: Value = request.send().await.unwrap().json().await.unwrap();
    assert_eq!(last["next_page_uri"], Value::Null);
    assert_eq!(last["incoming_phone_numbers"].as_array().unwrap().len(), 1);
}
