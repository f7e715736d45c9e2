use std::time::Duration;

use gangway_sandbox::{Fault, FaultKind};
use gangway_twilio::{Error, ListNumbers, Released, SearchOptions};

use crate::house::{ACCOUNT, House, TOKEN, wanted};

const THROTTLE: FaultKind = FaultKind::Throttle { retry_after: None };

#[tokio::test]
async fn throttled_calls_are_made_again_after_growing_waits_purchases_too() {
    let house = House::open();
    let phone_number = house.find().await;
    house
        .sandbox
        .twilio()
        .fault(Fault::times(4, THROTTLE).on("POST", ""));
    house
        .client
        .buy_number(&wanted(&phone_number))
        .await
        .unwrap();
    let waits = house.waits();
    assert_eq!(waits.len(), 4);
    for (wait, longest_ms) in waits.into_iter().zip([100, 200, 400, 800]) {
        let longest = Duration::from_millis(longest_ms);
        assert!(wait <= longest && wait >= longest / 2, "{wait:?}");
    }
    assert_eq!(house.sandbox.twilio().numbers().len(), 1);
}

#[tokio::test]
async fn retry_after_is_honoured() {
    let house = House::open();
    let throttle = FaultKind::Throttle {
        retry_after: Some(7),
    };
    house.sandbox.twilio().fault(Fault::times(1, throttle));
    house.client.check_credentials().await.unwrap();
    assert_eq!(house.waits(), [Duration::from_secs(7)]);
}

#[tokio::test]
async fn a_retry_after_too_long_to_wait_for_is_handed_to_the_caller() {
    let house = House::open();
    let throttle = FaultKind::Throttle {
        retry_after: Some(120),
    };
    house.sandbox.twilio().fault(Fault::times(1, throttle));
    let error = house.client.check_credentials().await.unwrap_err();
    let asked = Some(Duration::from_mins(2));
    assert!(matches!(error, Error::Throttled { retry_after } if retry_after == asked));
    assert!(house.waits().is_empty());
}

#[tokio::test]
async fn after_five_tries_the_call_is_given_up() {
    let house = House::open();
    house.sandbox.twilio().fault(Fault::times(5, THROTTLE));
    let error = house.client.check_credentials().await.unwrap_err();
    assert!(matches!(error, Error::Throttled { retry_after: None }));
    assert!(error.is_retryable() && !error.effect_unknown());
    assert_eq!(house.sandbox.twilio().requests().len(), 5);
}

#[tokio::test]
async fn reads_survive_server_errors_html_and_closed_connections() {
    let house = House::open();
    for kind in [
        FaultKind::ServerError {
            status: 503,
            html: true,
        },
        FaultKind::ServerError {
            status: 500,
            html: false,
        },
        FaultKind::DropBefore,
    ] {
        house.sandbox.twilio().fault(Fault::times(1, kind));
    }
    let found = house
        .client
        .search_local("US", &SearchOptions::default())
        .await
        .unwrap();
    assert!(!found.is_empty());
    assert_eq!(house.sandbox.twilio().requests().len(), 4);
}

#[tokio::test]
async fn an_html_page_that_stays_is_trouble_of_twilios() {
    let house = House::open();
    let down = Fault {
        kind: FaultKind::ServerError {
            status: 503,
            html: true,
        },
        ..Fault::default()
    };
    house.sandbox.twilio().fault(down);
    let error = house
        .client
        .list_numbers(&ListNumbers::default())
        .await
        .unwrap_err();
    assert!(matches!(error, Error::Trouble { status: 503 }), "{error:?}");
    assert!(error.is_retryable() && !error.effect_unknown());
}

#[tokio::test]
async fn a_release_is_made_again_until_it_is_answered() {
    let house = House::open();
    let sid = house.buy().await.sid;
    let fault = Fault::times(1, FaultKind::DropAfterEffect).on("DELETE", "");
    house.sandbox.twilio().fault(fault);
    let released = house.client.release_number(&sid).await.unwrap();
    assert_eq!(released, Released::Already);
    assert!(house.sandbox.twilio().numbers().is_empty());
}

#[tokio::test]
async fn a_server_that_is_not_there_is_unreachable_and_nothing_was_sent() {
    let house = House::open();
    let phone_number = house.find().await;
    let client = house.client_as(ACCOUNT, (ACCOUNT, TOKEN));
    house.sandbox.stop().await;
    let error = client.buy_number(&wanted(&phone_number)).await.unwrap_err();
    assert!(matches!(error, Error::Unreachable(_)), "{error:?}");
    assert!(error.is_retryable() && !error.effect_unknown());
    let chain = format!("{error:?}");
    assert!(!chain.contains("2010-04-01"), "no URL in {chain}");
}
