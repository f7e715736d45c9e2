//! EM-01: `people/email_header_injection.json` through the whole server: what is typed at the API and
//! what arrives at the mail server.

use super::golden::{check, colleague, golden, invite};
use crate::sign_in::sign_up_of;
use crate::support::{Staff, World, corpora, key};
use gangway_api_client::Failure;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{SendTestEmail, SignUp, UpdatePartner};
use std::fmt::Debug;

fn cases() -> Vec<(String, String)> {
    let Some(corpus) = corpora::json("people/email_header_injection.json") else {
        return Vec::new();
    };
    let text = |case: &serde_json::Value, name: &str| case[name].as_str().expect("text").to_owned();
    let cases = corpus.as_array().expect("cases").iter();
    cases
        .map(|case| (text(case, "id"), text(case, "value")))
        .collect()
}

/// Whether it was taken; what was not was told as a wrong field.
fn taken<T: Debug>(id: &str, answer: Result<T, Failure>) -> bool {
    match answer {
        Ok(_) => true,
        Err(failure) => {
            assert!(failure.is(ProblemCode::InvalidFields), "{id}: {failure:?}");
            false
        }
    }
}

async fn named(owner: &Staff, name: &str) -> Result<(), Failure> {
    let etag = owner.api.read_partner().await.expect("reads").etag;
    let body = UpdatePartner {
        name: Some(name.to_owned()),
        support_name: Some(name.to_owned()),
        ..UpdatePartner::default()
    };
    owner.api.update_partner(&body, &etag).await.map(|_| ())
}

async fn answers_to(owner: &Staff, address: &str) -> Result<(), Failure> {
    let etag = owner.api.read_partner().await.expect("reads").etag;
    let body = UpdatePartner {
        reply_to: Some(address.to_owned()),
        ..UpdatePartner::default()
    };
    owner.api.update_partner(&body, &etag).await.map(|_| ())
}

#[tokio::test]
async fn em_01_no_name_adds_a_recipient_a_header_or_a_part() {
    let world =
        World::start_with(&[("GANGWAY_MAIL_SENDER_ADDRESS", "no-reply@gangway.example")]).await;
    let owner = world.partner("Harbor IT").await;
    let golden = golden(&world, &owner).await;
    let mut accepted = 0;
    for (number, (id, value)) in cases().iter().enumerate() {
        let seen = world.sandbox().mailbox().all().len();
        let addresses = ["w", "s", "u"].map(|kind| format!("{kind}{number}@x.example"));
        let mut wanted = Vec::new();
        if taken(id, named(&owner, value).await) {
            owner
                .api
                .send_invite(&invite(&addresses[0]), &key())
                .await
                .expect("invites");
            wanted.push(("welcome", addresses[0].as_str()));
        }
        let body = colleague(value, &addresses[1]);
        if taken(id, owner.api.invite_user(&body, &key()).await) {
            wanted.push(("staff_invite", addresses[1].as_str()));
        }
        let body = SignUp {
            first_name: value.clone(),
            last_name: value.clone(),
            ..sign_up_of(value, &addresses[2])
        };
        if taken(id, world.client().sign_up(&body, &key()).await) {
            wanted.push(("sign_up", addresses[2].as_str()));
        }
        world.run_jobs().await;
        accepted += wanted.len();
        check(&world, id, &wanted, &golden, seen);
    }
    assert!(
        accepted > 10 || cases().is_empty(),
        "{accepted}: the test lets too little through"
    );
}

#[tokio::test]
async fn em_01_no_address_adds_a_recipient_a_header_or_a_part() {
    let world =
        World::start_with(&[("GANGWAY_MAIL_SENDER_ADDRESS", "no-reply@gangway.example")]).await;
    let owner = world.partner("Harbor IT").await;
    let golden = golden(&world, &owner).await;
    for (number, (id, value)) in cases().iter().enumerate() {
        let seen = world.sandbox().mailbox().all().len();
        let one = value
            .parse::<gangway_domain::values::EmailAddress>()
            .is_ok();
        let api = &owner.api;
        let test = SendTestEmail {
            to: Some(value.clone()),
        };
        let doors = [
            taken(id, api.send_invite(&invite(value), &key()).await),
            taken(id, api.invite_user(&colleague("Jane", value), &key()).await),
            taken(id, api.send_test_email(&test, &key()).await),
            taken(
                id,
                world
                    .client()
                    .sign_up(&sign_up_of("Acme", value), &key())
                    .await,
            ),
        ];
        assert!(doors.iter().all(|door| *door == one), "{id}: {doors:?}");
        world.run_jobs().await;
        let sent = world.sandbox().mailbox().all().len() - seen;
        assert_eq!(sent, if one { doors.len() } else { 0 }, "{id}");
        // As the address that answers go to.
        assert_eq!(taken(id, answers_to(&owner, value).await), one, "{id}");
        let seen = world.sandbox().mailbox().all().len();
        let address = format!("r{number}@x.example");
        owner
            .api
            .send_invite(&invite(&address), &key())
            .await
            .expect("invites");
        world.run_jobs().await;
        check(&world, id, &[("welcome", address.as_str())], &golden, seen);
        let mail = world.sandbox().mailbox().to(&address).remove(0);
        assert_eq!(mail.reply_to.len(), 1, "{id}: {:?}", mail.reply_to);
    }
}
