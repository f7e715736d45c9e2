use gangway_sandbox::{Fault, FaultKind};
use gangway_twilio::{Client, Direction, ListMessages, MessageStatus, SendMessage, codes};

use crate::house::{House, TEST, any_http, until};

fn text(from: &str, to: &str) -> SendMessage {
    SendMessage {
        to: to.to_owned(),
        from: Some(from.to_owned()),
        body: "Your onboarding link is ready".to_owned(),
        ..SendMessage::default()
    }
}

#[tokio::test]
async fn a_text_is_queued_and_delivered_afterwards() {
    let house = House::open();
    let from = house.buy().await.phone_number;
    let sent = house
        .client
        .send_message(&text(&from, "+15105550142"))
        .await
        .unwrap();
    assert_eq!(sent.status, MessageStatus::Queued);
    assert_eq!(sent.direction, Direction::OutboundApi);
    assert_eq!(sent.num_segments, Some(1));
    assert!(sent.sid.starts_with("SM") && sent.from.as_deref() == Some(from.as_str()));
    let twilio = house.sandbox.twilio();
    until(|| twilio.messages()[0].status == "delivered").await;
    let fetched = house.client.fetch_message(&sent.sid).await.unwrap();
    assert!(fetched.status.is_final() && fetched.date_sent.is_some());
    assert_eq!(fetched.body, "Your onboarding link is ready");
}

#[tokio::test]
async fn what_becomes_of_a_text_can_be_scripted() {
    let house = House::open();
    let from = house.buy().await.phone_number;
    let twilio = house.sandbox.twilio();
    twilio.outcome("+15105550142", "undelivered", Some(30005));
    let sent = house
        .client
        .send_message(&text(&from, "+15105550142"))
        .await
        .unwrap();
    until(|| twilio.messages()[0].status == "undelivered").await;
    let fetched = house.client.fetch_message(&sent.sid).await.unwrap();
    assert_eq!(fetched.error_code, Some(30005));
    assert!(codes::plain_words(30005).is_some());
}

#[tokio::test]
async fn a_text_whose_answer_is_lost_is_found_in_the_list() {
    let house = House::open();
    let from = house.buy().await.phone_number;
    let fault = Fault::times(1, FaultKind::DropAfterEffect).on("POST", "Messages");
    house.sandbox.twilio().fault(fault);
    let send = text(&from, "+15105550142");
    let error = house.client.send_message(&send).await.unwrap_err();
    assert!(error.effect_unknown());
    let list = ListMessages {
        to: Some(send.to.clone()),
        ..ListMessages::default()
    };
    let found = house.client.list_messages(&list).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].body, send.body);
}

#[tokio::test]
async fn messages_are_listed_newest_first_over_pages_and_by_day() {
    let house = House::open();
    let from = house.buy().await.phone_number;
    for last in 0..5 {
        let send = text(&from, &format!("+1510555014{last}"));
        house.client.send_message(&send).await.unwrap();
    }
    let all = ListMessages {
        page_size: Some(2),
        ..ListMessages::default()
    };
    let found = house.client.list_messages(&all).await.unwrap();
    let to: Vec<&str> = found.iter().map(|message| message.to.as_str()).collect();
    assert_eq!(to.len(), 5);
    assert_eq!((to[0], to[4]), ("+15105550144", "+15105550140"));
    let three = ListMessages {
        limit: Some(3),
        ..all.clone()
    };
    assert_eq!(house.client.list_messages(&three).await.unwrap().len(), 3);
    let today = found[0].date_created.unwrap().date_naive();
    for (day, count) in [(today, 5), (today.succ_opt().unwrap(), 0)] {
        let since = ListMessages {
            sent_since: Some(day),
            ..all.clone()
        };
        assert_eq!(
            house.client.list_messages(&since).await.unwrap().len(),
            count
        );
    }
}

#[tokio::test]
async fn magic_numbers_are_texted_as_documented_with_both_tokens() {
    let house = House::open();
    let test = house.client_as(TEST.0, TEST);
    for client in [&house.client, &test] {
        for (from, code) in [
            ("+15005550001", Some(21212)),
            ("+15005550007", Some(21606)),
            ("+15005550008", Some(21611)),
            ("+15005550006", None),
            ("+15105550199", Some(21606)),
        ] {
            assert_eq!(
                code_of(client, from, "+15105550142").await,
                code,
                "from {from}"
            );
        }
        for (to, code) in [
            ("+15005550001", Some(21211)),
            ("+15005550002", Some(21612)),
            ("+15005550003", Some(21408)),
            ("+15005550004", Some(21610)),
            ("+15005550009", Some(21614)),
            ("+15105550142", None),
            ("letters", Some(21211)),
        ] {
            assert_eq!(code_of(client, "+15005550006", to).await, code, "to {to}");
        }
    }
    // Two by the account; what the test credentials sent is not kept.
    assert_eq!(house.sandbox.twilio().messages().len(), 2);
}

async fn code_of(client: &Client, from: &str, to: &str) -> Option<u32> {
    let sent = client.send_message(&text(from, to)).await;
    sent.err().and_then(|error| error.code())
}

#[tokio::test]
async fn a_text_that_is_not_right_is_refused() {
    let house = House::open();
    let from = house.buy().await.phone_number;
    let good = text(&from, "+15105550142");
    let empty = SendMessage {
        body: String::new(),
        ..good.clone()
    };
    let long = SendMessage {
        body: "x".repeat(1601),
        ..good.clone()
    };
    let nobody = SendMessage {
        to: String::new(),
        ..good.clone()
    };
    let anonymous = SendMessage {
        from: None,
        ..good.clone()
    };
    let callback = SendMessage {
        status_callback: Some("x".to_owned()),
        ..good.clone()
    };
    let service = SendMessage {
        messaging_service_sid: Some("MG1".to_owned()),
        ..good
    };
    for (send, code) in [
        (empty, 21602),
        (long, 21617),
        (nobody, 21604),
        (anonymous, 21603),
        (callback, 21609),
        (service, 21705),
    ] {
        let error = house.client.send_message(&send).await.unwrap_err();
        assert_eq!(error.code(), Some(code));
    }
}

#[tokio::test]
async fn a_message_is_redacted_and_deleted() {
    let house = House::open();
    let from = house.buy().await.phone_number;
    let sent = house
        .client
        .send_message(&text(&from, "+15105550142"))
        .await
        .unwrap();
    let path = format!(
        "/2010-04-01/Accounts/{}/Messages/{}.json",
        house.client.account_sid(),
        sent.sid
    );
    let user = house.client.account_sid().to_owned();
    let token = Some(crate::house::TOKEN);
    let redact = any_http().post(house.url(&path)).basic_auth(&user, token);
    let answer = redact.form(&[("Body", "")]).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(
        house.client.fetch_message(&sent.sid).await.unwrap().body,
        ""
    );
    let delete = any_http().delete(house.url(&path)).basic_auth(&user, token);
    assert_eq!(delete.send().await.unwrap().status(), 204);
    let error = house.client.fetch_message(&sent.sid).await.unwrap_err();
    assert_eq!(error.code(), Some(codes::NOT_FOUND));
}
