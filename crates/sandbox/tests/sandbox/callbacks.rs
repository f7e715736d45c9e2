use gangway_sandbox::CallbackStyle;
use gangway_twilio::SendMessage;

use crate::hooks::Hooks;
use crate::house::{House, until};

async fn send(house: &House, hooks: &Hooks) -> String {
    let from = house.buy().await.phone_number;
    let send = SendMessage {
        to: "+15105550142".to_owned(),
        from: Some(from),
        body: "Hello ✓ & =?".to_owned(),
        status_callback: Some(hooks.url("/status/8f3a?x=1#rc=2")),
        ..SendMessage::default()
    };
    house.client.send_message(&send).await.unwrap().sid
}

#[tokio::test]
async fn every_step_of_a_text_is_called_back_and_signed() {
    let (house, hooks) = (House::open(), Hooks::open());
    let sid = send(&house, &hooks).await;
    until(|| hooks.hooked().len() == 2).await;
    let hooked = hooks.hooked();
    assert!(hooked.iter().all(|call| call.verified));
    let statuses: Vec<_> = hooked
        .iter()
        .map(|call| call.value("MessageStatus"))
        .collect();
    assert_eq!(statuses, [Some("sent"), Some("delivered")]);
    assert_eq!(hooked[0].value("MessageSid"), Some(sid.as_str()));
    assert_eq!(hooked[0].value("SmsStatus"), Some("sent"));
    let twilio = house.sandbox.twilio();
    until(|| twilio.callbacks().len() == 2).await;
    assert!(
        twilio
            .callbacks()
            .iter()
            .all(|call| call.answered == Some(200))
    );
}

#[tokio::test]
async fn callbacks_can_be_repeated_shuffled_and_carry_what_nobody_knows() {
    let (house, hooks) = (House::open(), Hooks::open());
    house.sandbox.twilio().callback_style(CallbackStyle {
        shuffled: true,
        repeated: true,
        extra_parameter: true,
        port_written: true,
    });
    send(&house, &hooks).await;
    until(|| hooks.hooked().len() == 4).await;
    let hooked = hooks.hooked();
    assert!(hooked.iter().all(|call| call.verified));
    assert!(
        hooked
            .iter()
            .all(|call| call.value("SandboxNovelty").is_some())
    );
    let statuses: Vec<_> = hooked
        .iter()
        .map(|call| call.value("MessageStatus").unwrap().to_owned())
        .collect();
    assert_eq!(statuses, ["delivered", "sent", "delivered", "sent"]);
    let mut tokens: Vec<_> = hooked.iter().map(|call| &call.idempotency_token).collect();
    tokens.sort();
    tokens.dedup();
    assert_eq!(tokens.len(), 2);
}

#[tokio::test]
async fn an_undelivered_text_names_its_code() {
    let (house, hooks) = (House::open(), Hooks::open());
    house
        .sandbox
        .twilio()
        .outcome("+15105550142", "undelivered", Some(30007));
    send(&house, &hooks).await;
    until(|| hooks.hooked().len() == 2).await;
    let last = hooks.hooked().pop().unwrap();
    assert_eq!(last.value("MessageStatus"), Some("undelivered"));
    assert_eq!(last.value("ErrorCode"), Some("30007"));
}
