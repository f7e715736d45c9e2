use gangway_sandbox::Quirks;
use gangway_twilio::{AccountStatus, SearchOptions, codes};

use crate::house::{ACCOUNT, House, KEY, TEST, TOKEN};

#[tokio::test]
async fn the_auth_token_opens_the_account() {
    let house = House::open();
    let account = house.client.check_credentials().await.unwrap();
    assert_eq!(account.status, Some(AccountStatus::Active));
    assert_eq!(account.trial, Some(false));
    house.sandbox.twilio().quirks(Quirks {
        trial_account: true,
        ..Quirks::default()
    });
    let account = house.client.check_credentials().await.unwrap();
    assert_eq!(account.trial, Some(true));
}

#[tokio::test]
async fn an_api_key_works_although_it_may_not_read_the_account() {
    let house = House::open();
    let client = house.client_as(ACCOUNT, KEY);
    let account = client.check_credentials().await.unwrap();
    assert_eq!(account.status, None);
    let asked = house.sandbox.twilio().requests();
    assert!(asked[0].path.ends_with("/IncomingPhoneNumbers.json"));
    // As an account it would be refused.
    let url = house.url(&format!("/2010-04-01/Accounts/{ACCOUNT}.json"));
    let request = crate::house::any_http().get(url);
    let answer = request.basic_auth(KEY.0, Some(KEY.1)).send().await.unwrap();
    assert_eq!(answer.status(), 401);
    assert!(answer.text().await.unwrap().contains("20003"));
}

#[tokio::test]
async fn wrong_credentials_are_refused_with_20003_and_not_tried_again() {
    let house = House::open();
    for (account, auth) in [
        (ACCOUNT, (ACCOUNT, "wrong")),
        (ACCOUNT, (KEY.0, "wrong")),
        (ACCOUNT, ("AC00000000000000000000000000000009", TOKEN)),
        ("AC00000000000000000000000000000009", (ACCOUNT, TOKEN)),
    ] {
        let client = house.client_as(account, auth);
        let error = client.check_credentials().await.unwrap_err();
        assert_eq!(error.code(), Some(codes::BAD_CREDENTIALS), "{auth:?}");
        assert!(error.credentials_broken() && !error.is_retryable());
        assert!(error.plain_words().contains("credentials"));
    }
    assert!(house.waits().is_empty());
}

#[tokio::test]
async fn the_test_credentials_open_nothing_but_purchases_and_messages() {
    let house = House::open();
    let client = house.client_as(TEST.0, TEST);
    let error = client.check_credentials().await.unwrap_err();
    assert_eq!(error.code(), Some(20008));
    let error = client
        .search_local("US", &SearchOptions::default())
        .await
        .unwrap_err();
    assert_eq!(error.code(), Some(20008));
}

#[tokio::test]
async fn no_secret_is_kept_in_the_log_of_requests() {
    let house = House::open();
    house.client.check_credentials().await.unwrap();
    let log = format!("{:?}", house.sandbox.twilio().requests());
    assert!(log.contains(ACCOUNT) && !log.contains(TOKEN));
}
