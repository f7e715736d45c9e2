//! AU-01: guessing passwords is slow from one address, and for one account from anywhere.

use super::{WRONG, at_once, counted, number, tries, try_once};
use crate::sign_in::{seen, sign_in_call};
use crate::support::{World, password, refused};
use chrono::Duration;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::SignIn;
use std::collections::BTreeMap;

const OWNER: &str = "owner@harborit.example";

#[tokio::test]
async fn au_01_the_eleventh_wrong_password_from_one_address_is_refused() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let api = world.client();
    let statuses = tries(&api, OWNER, 200).await;
    assert_eq!(statuses[..10], [401; 10]);
    assert!(statuses[10..].iter().all(|status| *status == 429));
    world.advance(Duration::seconds(60));
    assert_eq!(tries(&api, OWNER, 2).await, [401, 429]);
    assert_eq!(
        tries(&world.client(), OWNER, 1).await,
        [401],
        "others are not slowed"
    );
}

#[tokio::test]
async fn au_01_a_refusal_says_how_long_to_wait_in_words_and_in_headers() {
    let world = World::start().await;
    let api = world.client();
    tries(&api, OWNER, 10).await;
    let answer = try_once(&api, OWNER, WRONG).await;
    let wait = number(&answer, "retry-after");
    assert!((50..=60).contains(&wait), "{wait}");
    assert_eq!(number(&answer, "ratelimit-limit"), 10);
    assert_eq!(number(&answer, "ratelimit-remaining"), 0);
    assert_eq!(number(&answer, "ratelimit-reset"), wait);
    let told = |name| answer.header(name).map(str::to_owned);
    assert_eq!(
        told("ratelimit-policy").as_deref(),
        Some("\"sign_in\";q=10;w=600")
    );
    assert_eq!(told("ratelimit"), Some(format!("\"sign_in\";r=0;t={wait}")));
    let body = SignIn {
        email: OWNER.to_owned(),
        password: WRONG.to_owned(),
    };
    let problem = refused(api.sign_in(&body).await, ProblemCode::TooManyRequests);
    assert!(
        problem.detail.ends_with("Try again in a minute."),
        "{}",
        problem.detail
    );
}

#[tokio::test]
async fn au_01_who_tries_at_once_gets_no_more_than_who_tries_in_turn() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let api = world.client();
    // As many as the queue takes.
    let calls = (0..33).map(|_| (api.clone(), sign_in_call(OWNER, WRONG)));
    let answers = at_once(calls.collect()).await;
    let statuses = counted(answers.iter().map(|answer| answer.status));
    assert_eq!(statuses, BTreeMap::from([(401, 10), (429, 23)]));
}

#[tokio::test]
async fn au_01_an_account_is_checked_at_most_100_times_an_hour_from_wherever() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let mut checked = 0;
    // An hour, in which each of 50 addresses tries four times, and others keep trying.
    for _ in 0..50 {
        let statuses = tries(&world.client(), OWNER, 4).await;
        checked += statuses.iter().filter(|status| **status == 401).count();
        world.advance(Duration::seconds(71));
    }
    assert!((60..=100).contains(&checked), "{checked} checks");
    assert_eq!(
        world.mails_about(OWNER, "trying passwords").await,
        1,
        "the owner is told once"
    );
    world.advance(Duration::hours(25));
    for _ in 0..12 {
        tries(&world.client(), OWNER, 4).await;
    }
    assert_eq!(
        world.mails_about(OWNER, "trying passwords").await,
        2,
        "and again another day"
    );
}

#[tokio::test]
async fn au_01_the_owner_signs_in_on_a_known_device_while_strangers_use_up_the_tries() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for _ in 0..50 {
        tries(&world.client(), OWNER, 4).await;
    }
    let right = SignIn {
        email: OWNER.to_owned(),
        password: password(),
    };
    refused(
        world.client().sign_in(&right).await,
        ProblemCode::TooManyRequests,
    );
    owner.api.sign_in(&right).await.expect("signs in");
    owner.api.sign_out().await.expect("signs out");
    owner.api.sign_in(&right).await.expect("signs in again");
}

#[tokio::test]
async fn au_02_the_limits_are_the_same_for_accounts_that_do_not_exist() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let mut seen_of = Vec::new();
    for email in [OWNER, "nobody@harborit.example"] {
        let mut answers = Vec::new();
        for _ in 0..11 {
            let api = world.client();
            for _ in 0..4 {
                let (status, mut body) = seen(&try_once(&api, email, WRONG).await);
                // The seconds that passed meanwhile.
                body["detail"] = body["detail"]
                    .as_str()
                    .expect("words")
                    .replace("in 2 minutes", "in a minute")
                    .into();
                answers.push((status, body));
            }
        }
        assert_eq!(answers.last().expect("some").0, 429);
        seen_of.push(answers);
    }
    assert_eq!(seen_of[0], seen_of[1]);
    assert_eq!(world.rows("mails").await, 1, "a notice to the owner alone");
}

#[tokio::test]
async fn au_01_a_right_password_counts_for_nothing() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let address = world.new_address();
    for _ in 0..45 {
        // An office behind one address, each on a new device.
        let answer = try_once(&world.client_from(&address), OWNER, &password()).await;
        assert_eq!(answer.status, 201);
    }
}
