//! What the client asks, with every option it has.

use std::collections::BTreeSet;
use std::path::Path;

use gangway_sandbox::Sandbox;
use gangway_twilio::{
    BuyNumber, Client, ListMessages, ListNumbers, NumberType, SearchOptions, SendMessage,
    UpdateNumber,
};

use super::contract;
use crate::house::{ACCOUNT, House, KEY, options, wanted};

/// The calls of the document that the client makes.
const CALLS: [&str; 11] = [
    "CreateIncomingPhoneNumber",
    "CreateMessage",
    "DeleteIncomingPhoneNumber",
    "FetchAccount",
    "FetchIncomingPhoneNumber",
    "FetchMessage",
    "ListAvailablePhoneNumberLocal",
    "ListAvailablePhoneNumberTollFree",
    "ListIncomingPhoneNumber",
    "ListMessage",
    "UpdateIncomingPhoneNumber",
];

#[tokio::test]
async fn every_call_of_the_client_is_as_twilio_s_document_wants_it() {
    let Some(contract) = contract() else { return };
    let with_contract = gangway_sandbox::Options {
        contract: Some(contract.clone()),
        ..options()
    };
    let house = House::of(Sandbox::start(with_contract).unwrap());
    let twilio = house.sandbox.twilio();
    search(&house.client).await;
    let number = own(&house).await;
    text(&house.client, &number).await;
    house.client.check_credentials().await.unwrap();
    house
        .client_as(ACCOUNT, KEY)
        .check_credentials()
        .await
        .unwrap();

    assert_eq!(twilio.differences(), Vec::<String>::new());
    let requests = twilio.requests();
    let made: BTreeSet<&str> = requests
        .iter()
        .map(|seen| contract.operation(&seen.method, &seen.path).unwrap())
        .collect();
    assert_eq!(Vec::from_iter(made), CALLS);
    let followed = |name| {
        requests
            .iter()
            .any(|seen| seen.query.iter().any(|(known, _)| known == name))
    };
    assert!(followed("PageToken"), "a second page was read");
}

async fn search(client: &Client) {
    let everything = SearchOptions {
        sms_enabled: true,
        voice_enabled: true,
        exclude_all_address_required: true,
        area_code: Some(510),
        contains: Some("510555****".to_owned()),
        page_size: Some(1000),
    };
    for options in [SearchOptions::default(), everything] {
        client.search_local("US", &options).await.unwrap();
        client
            .search(NumberType::TollFree, "US", &options)
            .await
            .unwrap();
    }
}

/// Owns three numbers, one of them changed and one given back; answers with the one that was changed.
async fn own(house: &House) -> String {
    let client = &house.client;
    let sms_url = Some("https://hooks.example.test/twilio?x=1&y=%20".to_owned());
    let buy = BuyNumber {
        sms_url: sms_url.clone(),
        friendly_name: "Grüße & more = 3".to_owned(),
        ..wanted(&house.find().await)
    };
    let number = client.buy_number(&buy).await.unwrap();
    house.buy().await;
    let spare = house.buy().await;
    for sms_url in [Some(String::new()), sms_url, None] {
        let friendly_name = Some("x".to_owned());
        let update = UpdateNumber {
            friendly_name,
            sms_url,
        };
        client.update_number(&number.sid, &update).await.unwrap();
    }
    client.fetch_number(&number.sid).await.unwrap();
    client.find_number(&number.phone_number).await.unwrap();
    client.release_number(&spare.sid).await.unwrap();
    let list = ListNumbers {
        phone_number: Some(number.phone_number.clone()),
        friendly_name: Some("x".to_owned()),
        page_size: Some(1),
    };
    assert_eq!(client.list_numbers(&list).await.unwrap().len(), 1);
    let all = ListNumbers {
        page_size: Some(1),
        ..ListNumbers::default()
    };
    assert_eq!(client.list_numbers(&all).await.unwrap().len(), 2);
    number.phone_number
}

async fn text(client: &Client, from: &str) {
    let send = SendMessage {
        to: "+15105550142".to_owned(),
        from: Some(from.to_owned()),
        messaging_service_sid: Some("MG00000000000000000000000000000001".to_owned()),
        body: "Grüße ✓ 👋🏽 50% & = + \u{0}\r\n\t'\"<>".to_owned(),
        status_callback: Some("https://hooks.example.test/status/8f3a?x=1#rc=2".to_owned()),
        validity_period_s: Some(600),
    };
    let made = client.send_message(&send).await.unwrap();
    client.send_message(&send).await.unwrap();
    client.fetch_message(&made.sid).await.unwrap();
    let list = ListMessages {
        to: Some(send.to),
        from: send.from,
        sent_since: made.date_created.map(|date| date.date_naive()),
        page_size: Some(1),
        limit: Some(2),
    };
    assert_eq!(client.list_messages(&list).await.unwrap().len(), 2);
}

/// Whoever gives the client another verb tries it above.
#[test]
fn every_verb_of_the_client_is_tried() {
    let here = include_str!("calls.rs");
    let mut verbs = 0;
    for source in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../twilio/src")) {
        for rest in source.split("pub async fn ").skip(1) {
            let verb = rest.split(['(', '<']).next().unwrap();
            assert!(here.contains(&format!(".{verb}(")), "{verb} is not tried");
            verbs += 1;
        }
    }
    assert!(verbs >= CALLS.len());
}

fn sources(folder: &Path) -> Vec<String> {
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources.extend(self::sources(&path));
        } else {
            sources.push(std::fs::read_to_string(path).unwrap());
        }
    }
    sources
}
