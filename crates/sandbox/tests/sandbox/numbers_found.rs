use gangway_sandbox::{Fault, FaultKind, Quirks};
use gangway_twilio::{AddressRequirements, NumberType, SearchOptions, codes};

use crate::house::House;

fn textable() -> SearchOptions {
    SearchOptions {
        sms_enabled: true,
        exclude_all_address_required: true,
        ..SearchOptions::default()
    }
}

#[tokio::test]
async fn found_numbers_can_do_what_was_asked_for() {
    let house = House::open();
    let found = house.client.search_local("US", &textable()).await.unwrap();
    assert_eq!(found.len(), 50);
    for number in &found {
        assert!(number.phone_number.starts_with("+1"));
        assert!(number.capabilities.sms && number.capabilities.voice && !number.beta);
        assert_eq!(number.address_requirements, AddressRequirements::None);
        assert_eq!(number.iso_country.as_deref(), Some("US"));
        assert!(number.locality.is_some() && number.region.is_some());
    }
}

#[tokio::test]
async fn an_area_code_a_pattern_and_a_page_size_narrow_the_search() {
    let house = House::open();
    let options = SearchOptions {
        area_code: Some(510),
        contains: Some("5550101".to_owned()),
        page_size: Some(3),
        ..SearchOptions::default()
    };
    let found = house.client.search_local("US", &options).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].phone_number, "+15105550101");
    assert_eq!(found[0].friendly_name, "(510) 555-0101");
}

#[tokio::test]
async fn nothing_found_is_an_empty_list() {
    let house = House::open();
    let found = house.client.search_local("GB", &textable()).await.unwrap();
    assert!(found.is_empty());
    let options = SearchOptions {
        area_code: Some(999),
        ..SearchOptions::default()
    };
    let found = house.client.search_local("US", &options).await.unwrap();
    assert!(found.is_empty());
}

#[tokio::test]
async fn toll_free_numbers_are_a_kind_of_their_own() {
    let house = House::open();
    let kind = NumberType::TollFree;
    let found = house.client.search(kind, "US", &textable()).await.unwrap();
    assert!(!found.is_empty());
    for number in found {
        let prefix = &number.phone_number[..5];
        assert!(["+1800", "+1833"].contains(&prefix), "{prefix}");
    }
}

#[tokio::test]
async fn a_country_without_numbers_is_not_found() {
    let house = House::open();
    let error = house
        .client
        .search_local("ZZ", &textable())
        .await
        .unwrap_err();
    assert_eq!(error.code(), Some(codes::NOT_FOUND));
}

#[tokio::test]
async fn capabilities_in_upper_case_are_understood() {
    let house = House::open();
    house.sandbox.twilio().quirks(Quirks {
        upper_case_capabilities: true,
        ..Quirks::default()
    });
    let found = house.client.search_local("US", &textable()).await.unwrap();
    assert!(found[0].capabilities.sms && found[0].capabilities.mms);
}

#[tokio::test]
async fn with_no_numbers_to_be_had_searches_are_empty_and_purchases_too_late() {
    let house = House::open();
    let phone_number = house.find().await;
    let fault = Fault {
        kind: FaultKind::NoNumbers,
        ..Fault::default()
    };
    house.sandbox.twilio().fault(fault);
    let found = house.client.search_local("US", &textable()).await.unwrap();
    assert!(found.is_empty());
    let buy = crate::house::wanted(&phone_number);
    let error = house.client.buy_number(&buy).await.unwrap_err();
    assert!(error.number_unavailable());
    house.sandbox.twilio().clear_faults();
    house.client.buy_number(&buy).await.unwrap();
}
