use gangway_twilio::{ListNumbers, Released, UpdateNumber, codes};

use crate::house::House;

#[tokio::test]
async fn a_long_list_is_read_page_by_page() {
    let house = House::open();
    let mut bought = Vec::new();
    for _ in 0..5 {
        bought.push(house.buy().await.phone_number);
    }
    let list = ListNumbers {
        page_size: Some(2),
        ..ListNumbers::default()
    };
    let mut listed: Vec<String> = house
        .client
        .list_numbers(&list)
        .await
        .unwrap()
        .into_iter()
        .map(|number| number.phone_number)
        .collect();
    bought.sort();
    listed.sort();
    assert_eq!(listed, bought);
    let pages = house
        .sandbox
        .twilio()
        .requests_to("GET", "IncomingPhoneNumbers");
    assert_eq!(pages.len(), 3);
}

#[tokio::test]
async fn numbers_are_listed_by_number_and_by_name() {
    let house = House::open();
    let number = house.buy().await;
    house.buy().await;
    let update = UpdateNumber {
        friendly_name: Some("order 2".to_owned()),
        ..UpdateNumber::default()
    };
    house
        .client
        .update_number(&number.sid, &update)
        .await
        .unwrap();
    let by_name = ListNumbers {
        friendly_name: Some("order 2".to_owned()),
        ..ListNumbers::default()
    };
    let found = house.client.list_numbers(&by_name).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].sid, number.sid);
    let found = house
        .client
        .find_number(&number.phone_number)
        .await
        .unwrap();
    assert_eq!(found.unwrap().sid, number.sid);
    let part = &number.phone_number[..6];
    assert!(house.client.find_number(part).await.unwrap().is_none());
}

#[tokio::test]
async fn a_number_is_fetched_changed_and_released() {
    let house = House::open();
    let sid = house.buy().await.sid;
    let url = "https://hooks.example.test/in";
    let update = UpdateNumber {
        sms_url: Some(url.to_owned()),
        ..UpdateNumber::default()
    };
    let changed = house.client.update_number(&sid, &update).await.unwrap();
    assert_eq!(changed.sms_url.as_deref(), Some(url));
    let fetched = house.client.fetch_number(&sid).await.unwrap();
    assert_eq!(fetched.sms_url.as_deref(), Some(url));
    assert_eq!(fetched.friendly_name, "order 1");
    assert_eq!(
        house.client.release_number(&sid).await.unwrap(),
        Released::Now
    );
    assert_eq!(
        house.client.release_number(&sid).await.unwrap(),
        Released::Already
    );
    let error = house.client.fetch_number(&sid).await.unwrap_err();
    assert_eq!(error.code(), Some(codes::NOT_FOUND));
}

#[tokio::test]
async fn a_bad_address_for_texts_is_refused() {
    let house = House::open();
    let sid = house.buy().await.sid;
    let update = UpdateNumber {
        sms_url: Some("javascript:alert(1)".to_owned()),
        ..UpdateNumber::default()
    };
    let error = house.client.update_number(&sid, &update).await.unwrap_err();
    assert_eq!(error.code(), Some(21402));
}
