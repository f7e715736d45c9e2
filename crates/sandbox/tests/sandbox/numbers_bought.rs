use std::time::Duration;

use gangway_sandbox::{Fault, FaultKind};
use gangway_twilio::{BuyNumber, Error, SearchOptions, codes};

use crate::house::{ACCOUNT, House, KEY, TEST, wanted};

#[tokio::test]
async fn a_bought_number_is_ours_and_no_longer_for_sale() {
    let house = House::open();
    let phone_number = house.find().await;
    let buy = BuyNumber {
        phone_number: phone_number.clone(),
        friendly_name: "order 7".to_owned(),
        sms_url: Some("https://hooks.example.test/twilio/inbound".to_owned()),
    };
    let number = house.client.buy_number(&buy).await.unwrap();
    assert_eq!(number.phone_number, phone_number);
    assert_eq!(number.friendly_name, "order 7");
    assert_eq!(number.sms_url, buy.sms_url);
    assert_eq!(number.sms_application_sid, None);
    assert!(number.sid.starts_with("PN") && number.sid.len() == 34);
    assert!(number.capabilities.sms && number.date_created.is_some());
    let options = SearchOptions {
        contains: Some(phone_number.clone()),
        ..SearchOptions::default()
    };
    let found = house.client.search_local("US", &options).await.unwrap();
    assert!(found.is_empty());
    let owned = house.sandbox.twilio().numbers();
    assert_eq!(owned[0].phone_number, phone_number);
}

#[tokio::test]
async fn buying_it_again_is_refused_with_21422() {
    let house = House::open();
    let number = house.buy().await;
    let error = house
        .client
        .buy_number(&wanted(&number.phone_number))
        .await
        .unwrap_err();
    assert_eq!(error.code(), Some(codes::NUMBER_UNAVAILABLE));
    assert!(error.number_unavailable() && !error.effect_unknown());
    assert_eq!(house.sandbox.twilio().numbers().len(), 1);
}

#[tokio::test]
async fn a_purchase_whose_answer_is_lost_is_found_in_the_list_and_not_repeated() {
    let house = House::open();
    let phone_number = house.find().await;
    let fault = Fault::times(1, FaultKind::DropAfterEffect).on("POST", "IncomingPhoneNumbers");
    house.sandbox.twilio().fault(fault);
    let buy = wanted(&phone_number);
    let error = house.client.buy_number(&buy).await.unwrap_err();
    assert!(
        matches!(
            error,
            Error::AnswerLost {
                repeatable: false,
                ..
            }
        ),
        "{error:?}"
    );
    assert!(error.effect_unknown() && !error.is_retryable());
    let purchases = house
        .sandbox
        .twilio()
        .requests_to("POST", "IncomingPhoneNumbers");
    assert_eq!(purchases.len(), 1);
    assert_eq!(purchases[0].answered, None);
    let found = house.client.find_number(&phone_number).await.unwrap();
    assert_eq!(found.unwrap().friendly_name, buy.friendly_name);
}

#[tokio::test]
async fn a_purchase_that_never_happened_is_found_out_the_same_way() {
    let house = House::open();
    let phone_number = house.find().await;
    let fault = Fault::times(1, FaultKind::DropBefore).on("POST", "IncomingPhoneNumbers");
    house.sandbox.twilio().fault(fault);
    let error = house
        .client
        .buy_number(&wanted(&phone_number))
        .await
        .unwrap_err();
    assert!(error.effect_unknown());
    let found = house.client.find_number(&phone_number).await.unwrap();
    assert!(found.is_none());
}

#[tokio::test]
async fn trouble_or_silence_during_a_purchase_leaves_its_effect_unknown() {
    let house = House::open();
    for kind in [
        FaultKind::ErrorAfterEffect {
            status: 500,
            html: false,
        },
        FaultKind::ServerError {
            status: 503,
            html: true,
        },
    ] {
        let phone_number = house.find().await;
        house
            .sandbox
            .twilio()
            .fault(Fault::times(1, kind).on("POST", ""));
        let error = house
            .client
            .buy_number(&wanted(&phone_number))
            .await
            .unwrap_err();
        assert!(error.effect_unknown(), "{error:?}");
    }
    let phone_number = house.find().await;
    let slow = FaultKind::Delay { ms: 60_000 };
    house
        .sandbox
        .twilio()
        .fault(Fault::times(1, slow).on("POST", ""));
    let client = house.hasty_client(Duration::from_millis(200));
    let error = client.buy_number(&wanted(&phone_number)).await.unwrap_err();
    assert!(error.effect_unknown(), "{error:?}");
    assert_eq!(house.sandbox.twilio().numbers().len(), 1);
    assert!(house.waits().is_empty());
}

#[tokio::test]
async fn an_api_key_buys_too() {
    let house = House::open();
    let phone_number = house.find().await;
    let client = house.client_as(ACCOUNT, KEY);
    client.buy_number(&wanted(&phone_number)).await.unwrap();
    assert_eq!(house.sandbox.twilio().numbers().len(), 1);
}

#[tokio::test]
async fn magic_numbers_are_bought_as_documented_with_both_tokens() {
    let house = House::open();
    let test = house.client_as(TEST.0, TEST);
    for client in [&house.client, &test] {
        for (phone_number, code) in [
            ("+15005550000", Some(21422)),
            ("+15005550001", Some(21421)),
            ("+15005550006", None),
            ("not a number", Some(21421)),
        ] {
            let bought = client.buy_number(&wanted(phone_number)).await;
            assert_eq!(
                bought.err().and_then(|error| error.code()),
                code,
                "{phone_number}"
            );
        }
    }
    // What the test credentials buy is not kept, and other numbers do not exist for them.
    assert_eq!(house.sandbox.twilio().numbers().len(), 1);
    let error = test.buy_number(&wanted("+15105550101")).await.unwrap_err();
    assert_eq!(error.code(), Some(codes::NUMBER_INVALID));
}

#[tokio::test]
async fn an_area_code_buys_any_number_in_it() {
    let house = House::open();
    for (area_code, expected) in [
        ("510", "201 "),
        ("500", "201 "),
        ("533", "400 21452"),
        ("999", "400 21452"),
        ("5", "400 21451"),
    ] {
        let url = house.url(&format!(
            "/2010-04-01/Accounts/{ACCOUNT}/IncomingPhoneNumbers.json"
        ));
        let answer = crate::house::any_http()
            .post(url)
            .basic_auth(ACCOUNT, Some(crate::house::TOKEN))
            .form(&[("AreaCode", area_code)])
            .send()
            .await
            .unwrap();
        let status = answer.status().as_u16();
        let body: serde_json::Value = answer.json().await.unwrap();
        let code = body["code"]
            .as_u64()
            .map(|code| code.to_string())
            .unwrap_or_default();
        assert_eq!(format!("{status} {code}"), expected, "{area_code}");
    }
    assert_eq!(house.sandbox.twilio().numbers().len(), 2);
}
