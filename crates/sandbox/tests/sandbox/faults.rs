use gangway_sandbox::{Fault, FaultKind};
use gangway_twilio::SearchOptions;

use crate::house::{House, wanted};

#[tokio::test]
async fn a_fault_strikes_the_calls_it_names_as_often_as_it_says() {
    let house = House::open();
    let refuse = FaultKind::Refuse {
        status: 400,
        code: 21631,
    };
    let twilio = house.sandbox.twilio();
    twilio.fault(Fault::times(1, refuse).on("POST", "IncomingPhoneNumbers"));
    let phone_number = house.find().await;
    assert_eq!(twilio.faults().len(), 1);
    let error = house
        .client
        .buy_number(&wanted(&phone_number))
        .await
        .unwrap_err();
    assert_eq!(error.code(), Some(21631));
    assert!(error.plain_words().contains("registered address"));
    assert!(twilio.faults().is_empty());
    assert!(twilio.numbers().is_empty());
    house
        .client
        .buy_number(&wanted(&phone_number))
        .await
        .unwrap();
}

#[tokio::test]
async fn the_log_says_which_fault_struck() {
    let house = House::open();
    let throttle = FaultKind::Throttle { retry_after: None };
    house.sandbox.twilio().fault(Fault::times(1, throttle));
    house
        .client
        .search_local("US", &SearchOptions::default())
        .await
        .unwrap();
    let requests = house.sandbox.twilio().requests();
    assert_eq!(requests[0].fault.as_deref(), Some("throttle"));
    assert_eq!(requests[0].answered, Some(429));
    assert_eq!(
        (requests[1].fault.clone(), requests[1].answered),
        (None, Some(200))
    );
}

#[tokio::test]
async fn a_reset_forgets_everything() {
    let house = House::open();
    house.buy().await;
    house
        .sandbox
        .twilio()
        .fault(Fault::times(9, FaultKind::NoNumbers));
    house.sandbox.twilio().reset();
    let twilio = house.sandbox.twilio();
    assert!(twilio.numbers().is_empty() && twilio.faults().is_empty());
    assert!(twilio.requests().is_empty());
    house.buy().await;
}
