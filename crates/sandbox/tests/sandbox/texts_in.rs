use gangway_sandbox::TextIn;
use gangway_twilio::{SendMessage, UpdateNumber, codes};

use crate::hooks::Hooks;
use crate::house::House;

async fn number(house: &House, url: String) -> String {
    let number = house.buy().await;
    let update = UpdateNumber {
        sms_url: Some(url),
        ..UpdateNumber::default()
    };
    house
        .client
        .update_number(&number.sid, &update)
        .await
        .unwrap();
    number.phone_number
}

fn text(to: &str, body: &str) -> TextIn {
    TextIn {
        from: "+15105550142".to_owned(),
        to: to.to_owned(),
        body: body.to_owned(),
        ..TextIn::default()
    }
}

#[tokio::test]
async fn an_incoming_text_is_posted_signed_to_the_number_s_address() {
    let (house, hooks) = (House::open(), Hooks::open());
    let to = number(&house, hooks.url("/in")).await;
    let text_in = TextIn {
        media: vec![("https://media.test/1".to_owned(), "image/png".to_owned())],
        ..text(&to, "Grüße ✓")
    };
    let answer = house.sandbox.twilio().text_in(text_in).await.unwrap();
    assert_eq!((answer.status, answer.taken_as), (200, "twiml"));
    let call = &hooks.hooked()[0];
    assert!(call.verified);
    assert_eq!(call.value("Body"), Some("Grüße ✓"));
    assert_eq!(call.value("FromCity"), Some(""));
    assert_eq!(call.value("MediaUrl0"), Some("https://media.test/1"));
    assert_eq!(call.value("OptOutType"), None);
    let kept = house
        .client
        .fetch_message(&answer.message_sid)
        .await
        .unwrap();
    assert_eq!(kept.direction, gangway_twilio::Direction::Inbound);
}

#[tokio::test]
async fn a_plain_answer_is_recognised_as_one_that_would_be_texted() {
    let (house, hooks) = (House::open(), Hooks::open());
    let to = number(&house, hooks.url("/plain")).await;
    let answer = house
        .sandbox
        .twilio()
        .text_in(text(&to, "Hi"))
        .await
        .unwrap();
    assert_eq!(answer.taken_as, "text");
}

#[tokio::test]
async fn after_stop_texts_are_refused_until_start() {
    let (house, hooks) = (House::open(), Hooks::open());
    let to = number(&house, hooks.url("/in")).await;
    let send = SendMessage {
        to: "+15105550142".to_owned(),
        from: Some(to.clone()),
        body: "Hello".to_owned(),
        ..SendMessage::default()
    };
    let stop = TextIn {
        opt_out_type: Some("STOP".to_owned()),
        ..text(&to, " stop ")
    };
    house
        .sandbox
        .twilio()
        .text_in(text(&to, "please stop it"))
        .await
        .unwrap();
    house.client.send_message(&send).await.unwrap();
    house.sandbox.twilio().text_in(stop).await.unwrap();
    assert_eq!(hooks.hooked()[1].value("OptOutType"), Some("STOP"));
    let error = house.client.send_message(&send).await.unwrap_err();
    assert_eq!(error.code(), Some(codes::OPTED_OUT));
    house
        .sandbox
        .twilio()
        .text_in(text(&to, "START"))
        .await
        .unwrap();
    house.client.send_message(&send).await.unwrap();
}

#[tokio::test]
async fn a_text_to_a_number_without_an_address_says_so() {
    let house = House::open();
    let to = house.buy().await.phone_number;
    let error = house
        .sandbox
        .twilio()
        .text_in(text(&to, "Hi"))
        .await
        .unwrap_err();
    assert!(error.to_string().contains("sms_url"));
}
