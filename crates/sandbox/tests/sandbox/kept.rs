use std::path::{Path, PathBuf};

use gangway_sandbox::{Options, Sandbox, TextIn};
use gangway_twilio::UpdateNumber;

use crate::house::{House, options, wanted};

/// A file that goes with the test.
struct File(PathBuf);

impl File {
    fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        let file = folder.join(format!("{name}-{}.json", std::process::id()));
        drop(std::fs::remove_file(&file));
        Self(file)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.0));
    }
}

fn house(file: &Path, product: &str) -> House {
    let options = Options {
        kept_in: Some(file.to_owned()),
        product: Some(product.to_owned()),
        ..options()
    };
    House::of(Sandbox::start(options).unwrap())
}

#[tokio::test]
async fn numbers_texts_and_stop_outlive_the_sandbox() {
    let file = File::new("kept");
    let first = house(&file.0, "http://localhost:8080");
    let number = first.buy().await;
    let stop = TextIn {
        from: "+15105550142".to_owned(),
        to: number.phone_number.clone(),
        body: "STOP".to_owned(),
        ..TextIn::default()
    };
    first.sandbox.twilio().text_in(stop).await.unwrap_err();
    let before = first.sandbox.twilio().messages();
    first.sandbox.stop().await;

    let again = house(&file.0, "http://localhost:8080");
    let twilio = again.sandbox.twilio();
    assert_eq!(twilio.numbers()[0].sid, number.sid);
    let sids = |messages: &[gangway_sandbox::StoredMessage]| -> Vec<String> {
        messages.iter().map(|message| message.sid.clone()).collect()
    };
    assert_eq!(before.len(), 2, "STOP, and what Twilio said to it");
    assert_eq!(sids(&before), sids(&twilio.messages()));
    let send = gangway_twilio::SendMessage {
        to: "+15105550142".to_owned(),
        from: Some(number.phone_number.clone()),
        body: "hello".to_owned(),
        ..gangway_twilio::SendMessage::default()
    };
    let error = again.client.send_message(&send).await.unwrap_err();
    assert_eq!(error.code(), Some(21610));
    let other = again
        .client
        .buy_number(&wanted(&again.find().await))
        .await
        .unwrap();
    let known: Vec<String> = sids(&before).into_iter().chain([number.sid]).collect();
    assert!(
        !known.iter().any(|sid| sid[2..] == other.sid[2..]),
        "no identifier is given twice"
    );
}

#[tokio::test]
async fn texts_go_on_to_a_product_that_has_moved() {
    let file = File::new("moved");
    let first = house(&file.0, "http://localhost:808");
    for url in [
        "http://localhost:808/hooks/1",
        "http://localhost:8080/hooks/2",
        "https://elsewhere.test/hooks/3",
    ] {
        let number = first.buy().await;
        let update = UpdateNumber {
            sms_url: Some(url.to_owned()),
            ..UpdateNumber::default()
        };
        first
            .client
            .update_number(&number.sid, &update)
            .await
            .unwrap();
    }
    first.sandbox.stop().await;
    let again = house(&file.0, "http://localhost:9090");
    let urls: Vec<String> = again
        .sandbox
        .twilio()
        .numbers()
        .into_iter()
        .map(|number| number.sms_url)
        .collect();
    assert_eq!(
        urls,
        [
            "http://localhost:9090/hooks/1",
            "http://localhost:8080/hooks/2",
            "https://elsewhere.test/hooks/3",
        ]
    );
}

#[tokio::test]
async fn a_reset_is_kept_too_and_a_file_that_cannot_be_read_stops_the_start() {
    let file = File::new("reset");
    let first = house(&file.0, "http://localhost:8080");
    first.buy().await;
    first.sandbox.twilio().reset();
    first.sandbox.stop().await;
    let again = house(&file.0, "http://localhost:8080");
    assert!(again.sandbox.twilio().numbers().is_empty());
    again.sandbox.stop().await;
    std::fs::write(&file.0, "{").unwrap();
    let options = Options {
        kept_in: Some(file.0.clone()),
        ..options()
    };
    assert!(Sandbox::start(options).is_err());
}
