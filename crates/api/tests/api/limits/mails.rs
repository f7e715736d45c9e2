//! Mails that strangers ask for.

use super::counted;
use crate::sign_in::{seen, sign_up_of};
use crate::support::{World, key};
use chrono::Duration;
use gangway_api_client::{Call, Client};
use gangway_domain::wire::RequestPasswordReset;

const OWNER: &str = "owner@harborit.example";

fn reset(email: &str) -> Call {
    let body = RequestPasswordReset {
        email: email.to_owned(),
    };
    let call = Call::post("request_password_reset", "/public/v1/password-resets");
    call.json(&body).key(&key())
}

fn sign_up(number: usize) -> Call {
    let body = sign_up_of("Acme", &format!("new{number}@acme.example"));
    let call = Call::post("sign_up", "/public/v1/sign-ups");
    call.json(&body).key(&key())
}

async fn status(api: &Client, call: Call) -> u16 {
    api.exchange(&call, None).await.expect("an answer").status
}

#[tokio::test]
async fn in_13_au_02_a_forgotten_password_is_mailed_three_times_an_hour_and_alike_for_all() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let mut seen_of = Vec::new();
    for email in [OWNER, "nobody@harborit.example"] {
        let mut answers = Vec::new();
        for _ in 0..6 {
            let answer = world.client().exchange(&reset(email), None).await;
            answers.push(seen(&answer.expect("an answer")));
        }
        let statuses: Vec<u16> = answers.iter().map(|(status, _)| *status).collect();
        assert_eq!(statuses, [202, 202, 202, 429, 429, 429]);
        seen_of.push(answers);
    }
    assert_eq!(seen_of[0], seen_of[1]);
    // Only the newest of three links is worth a mail.
    assert!((1..=3).contains(&world.mails_about(OWNER, "").await));
    world.advance(Duration::hours(1));
    assert_eq!(status(&world.client(), reset(OWNER)).await, 202);
}

#[tokio::test]
async fn in_13_sign_ups_from_one_address_are_limited() {
    let world = World::start().await;
    let api = world.client();
    let mut statuses = Vec::new();
    for number in 0..30 {
        statuses.push(status(&api, sign_up(number)).await);
    }
    assert_eq!(counted(statuses), [(202, 10), (429, 20)].into());
    assert_eq!(world.rows("sign_ups").await, 10);
    assert_eq!(status(&api, reset(OWNER)).await, 429, "counted together");
    assert_eq!(status(&world.client(), sign_up(30)).await, 202);
}

#[tokio::test]
async fn in_13_a_sign_up_mails_one_address_three_times_at_most() {
    let world = World::start().await;
    let mut statuses = Vec::new();
    for _ in 0..10 {
        let call = Call::post("sign_up", "/public/v1/sign-ups")
            .json(&sign_up_of("Acme", "nia@acme.example"))
            .key(&key());
        statuses.push(status(&world.client(), call).await);
    }
    assert_eq!(counted(statuses), [(202, 3), (429, 7)].into());
    assert_eq!(world.mails_about("nia@acme.example", "").await, 3);
}
