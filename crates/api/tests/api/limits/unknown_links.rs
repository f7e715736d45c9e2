//! IN-12: trying tokens finds nothing, slowly.

use super::counted;
use crate::invites::{invited, to};
use crate::sign_in::seen;
use crate::support::{World, key, refused, token_of};
use chrono::Duration;
use gangway::keys::hex;
use gangway_api_client::{Call, Client};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::Token;
use std::collections::BTreeSet;

fn look_up(number: usize) -> Call {
    let token = hex(&number.to_le_bytes()).repeat(2) + "0123456789x";
    Call::post("look_up_invite", "/public/v1/invites/look-up").json(&Token { token })
}

/// Statuses and bodies of as many tries.
async fn guess(api: &Client, from: usize, count: usize) -> Vec<(u16, String)> {
    let mut answers = Vec::new();
    for number in from..from + count {
        let answer = api.exchange(&look_up(number), None).await.expect("answers");
        let (status, body) = seen(&answer);
        answers.push((status, body.to_string()));
    }
    answers
}

#[tokio::test]
async fn in_12_ten_thousand_random_tokens_find_nothing_and_few_are_looked_up() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    owner
        .api
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("invites");
    let address = world.new_address();
    let guessers = (0..8).map(|part| {
        let api = world.client_from(&address);
        tokio::spawn(async move { guess(&api, part * 1_250, 1_250).await })
    });
    let mut answers = Vec::new();
    for guesser in guessers.collect::<Vec<_>>() {
        answers.extend(guesser.await.expect("ends"));
    }
    let statuses = counted(answers.iter().map(|(status, _)| *status));
    assert_eq!(statuses.keys().copied().collect::<Vec<_>>(), [404, 429]);
    assert!(statuses[&404] + statuses[&429] == 10_000);
    // The clock goes on while they try: one more every six seconds.
    assert!((10..=40).contains(&statuses[&404]), "{statuses:?}");
    let bodies: BTreeSet<&String> = answers
        .iter()
        .filter(|(status, _)| *status == 404)
        .map(|(_, body)| body)
        .collect();
    assert_eq!(bodies.len(), 1, "one body");
}

#[tokio::test]
async fn in_12_at_most_twenty_in_a_minute_and_all_kinds_of_links_together() {
    let world = World::start().await;
    let api = world.client();
    let mut found = Vec::new();
    for second in 0..60 {
        found.extend(guess(&api, second, 1).await);
        world.advance(Duration::seconds(1));
    }
    let unthrottled = found.iter().filter(|(status, _)| *status == 404).count();
    assert!((15..=20).contains(&unthrottled), "{unthrottled}");
    guess(&api, 100, 20).await;
    let token = Token {
        token: "never made".to_owned(),
    };
    refused(
        api.look_up_sign_up(&token).await,
        ProblemCode::TooManyRequests,
    );
    refused(
        api.look_up_partner_link(&token).await,
        ProblemCode::TooManyRequests,
    );
    refused(
        api.look_up_handover(&token).await,
        ProblemCode::TooManyRequests,
    );
    let other = world.client();
    refused(other.look_up_sign_up(&token).await, ProblemCode::NotFound);
}

#[tokio::test]
async fn in_12_a_link_that_exists_counts_for_nothing() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    let api = world.client();
    for _ in 0..60 {
        api.look_up_invite(&token).await.expect("opens");
    }
}

#[tokio::test]
async fn in_12_an_escaped_path_is_counted_alike() {
    let world = World::start().await;
    let http = world.http();
    let mut statuses = Vec::new();
    for _ in 0..20 {
        let answer = http
            .post(format!("{}/%70ublic/v1/invites/look-up", world.base()))
            .json(&Token {
                token: "never made".to_owned(),
            })
            .send()
            .await
            .expect("an answer");
        statuses.push(answer.status().as_u16());
    }
    assert!(counted(statuses)[&404] <= 20);
    let token = Token {
        token: "never made".to_owned(),
    };
    let same = world.client_without_proxy().look_up_invite(&token).await;
    refused(same, ProblemCode::TooManyRequests);
}

#[tokio::test]
async fn in_12_signed_in_people_do_not_guess_faster() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let token = Token {
        token: "never made".to_owned(),
    };
    for _ in 0..10 {
        let answer = owner.api.accept_invite_as_me(&token).await;
        refused(answer, ProblemCode::NotFound);
    }
    let answer = owner.api.accept_invite_as_me(&token).await;
    refused(answer, ProblemCode::TooManyRequests);
    let (_, real) = invited(&world, &owner, "jane@client.example").await;
    assert_eq!(
        real.token,
        token_of(&world.mail_to("jane@client.example").await)
    );
}
