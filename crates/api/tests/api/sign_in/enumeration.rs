//! AU-02: nobody learns from an answer, its shape or its time whether an address has an account.

use super::{seen, sign_in_call, sign_up_of};
use crate::support::{World, key, token_of};
use gangway::keys::Purpose;
use gangway_api_client::{Answer, Call};
use gangway_domain::wire::{InviteUser, RequestPasswordReset, SendInvite, Token, UsePartnerLink};
use serde_json::Value;
use std::time::{Duration, Instant};

/// Answers per side of a comparison of times.
const SAMPLE: usize = 30;

const KNOWN: &str = "owner@harborit.example";

fn stranger(number: usize) -> String {
    format!("stranger{number}@nowhere.example")
}

/// Status, body and names of headers.
fn shape(answer: &Answer) -> (u16, Value, Vec<String>) {
    let (status, body) = seen(answer);
    (
        status,
        body,
        answer
            .headers
            .iter()
            .map(|(name, _)| name.clone())
            .collect(),
    )
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Answers of both kinds are alike, and come after the same time.
async fn look_alike(world: &World, call: impl Fn(&str) -> Call) {
    // What else the machine does may disturb a round; what a handler does shows in each.
    let mut ratios = Vec::new();
    for _ in 0..3 {
        let (known, unknown) = round(world, &call).await;
        let ratio = known.as_secs_f64() / unknown.as_secs_f64();
        if (0.8..1.25).contains(&ratio) {
            return;
        }
        ratios.push(ratio);
    }
    panic!("the time tells: {ratios:?}");
}

/// The medians of both kinds, asked by turns so that whatever disturbs meets both.
async fn round(world: &World, call: &impl Fn(&str) -> Call) -> (Duration, Duration) {
    let api = world.client();
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    let mut first = None;
    for turn in 0..=SAMPLE {
        // Slow enough for every limit.
        world.advance(chrono::Duration::hours(1));
        let mut pair = [
            (KNOWN.to_owned(), &mut known),
            (stranger(turn), &mut unknown),
        ];
        if turn % 2 == 1 {
            pair.reverse();
        }
        for (email, times) in pair {
            let call = call(&email);
            let started = Instant::now();
            let answer = api.exchange(&call, None).await.expect("an answer");
            // The first turn warms up.
            if turn > 0 {
                times.push(started.elapsed());
            }
            let shape = shape(&answer);
            assert_eq!(
                &shape,
                first.get_or_insert_with(|| shape.clone()),
                "{email}"
            );
        }
    }
    (median(known), median(unknown))
}

#[tokio::test]
async fn au_02_sign_in_answers_alike_for_known_and_unknown_addresses() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    look_alike(&world, |email| sign_in_call(email, "not the password here")).await;
}

#[tokio::test]
async fn au_02_a_forgotten_password_answers_alike_for_known_and_unknown_addresses() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    look_alike(&world, |email| {
        let body = RequestPasswordReset {
            email: email.to_owned(),
        };
        Call::post("request_password_reset", "/public/v1/password-resets")
            .json(&body)
            .key(&key())
    })
    .await;
    world.run_jobs().await;
    let mailed = world.sandbox().mailbox().all();
    assert!(!mailed.is_empty());
    assert!(
        mailed.iter().all(|mail| mail.is_to(KNOWN)),
        "strangers get no mail"
    );
}

#[tokio::test]
async fn au_02_sign_up_answers_alike_for_known_and_unknown_addresses() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    look_alike(&world, |email| {
        let body = sign_up_of("Acme Widgets", email);
        Call::post("sign_up", "/public/v1/sign-ups")
            .json(&body)
            .key(&key())
    })
    .await;
}

#[tokio::test]
async fn au_02_a_partner_link_answers_alike_for_known_and_unknown_addresses() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let link = owner
        .api
        .make_partner_link(&key())
        .await
        .expect("a link")
        .url
        .expect("a URL");
    let token = link.split_once('#').expect("a token").1;
    let api = world.client();
    let mut shapes = Vec::new();
    for email in [KNOWN.to_owned(), stranger(1)] {
        let body = UsePartnerLink {
            token: token.to_owned(),
            email,
        };
        let call = Call::post("use_partner_link", "/public/v1/partner-links/use").json(&body);
        shapes.push(shape(
            &api.exchange(&call.key(&key()), None)
                .await
                .expect("an answer"),
        ));
    }
    assert_eq!(shapes[0], shapes[1]);
}

#[tokio::test]
async fn au_02_inviting_tells_nothing_about_accounts_at_other_partners() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let river = world.partner("River IT").await;
    let (mut invites, mut users) = (Vec::new(), Vec::new());
    for email in [KNOWN.to_owned(), stranger(1)] {
        let body = SendInvite {
            email: email.clone(),
        };
        let mut invite = river.api.send_invite(&body, &key()).await.expect("invites");
        let body = InviteUser {
            first_name: "Sam".to_owned(),
            last_name: "Staff".to_owned(),
            email,
            role: "technician".to_owned(),
        };
        let mut user = river.api.invite_user(&body, &key()).await.expect("invites");
        // What differs between any two invitations.
        let same = invites.first().unwrap_or(&invite).clone();
        (invite.id, invite.email) = (same.id, same.email);
        (invite.created_at, invite.sent_at) = (same.created_at, same.sent_at);
        invite.expires_at = same.expires_at;
        let same = users.first().unwrap_or(&user).clone();
        (user.id, user.email, user.invite_id) = (same.id, same.email, same.invite_id);
        user.created_at = same.created_at;
        invites.push(invite);
        users.push(user);
    }
    assert_eq!(invites[0], invites[1]);
    assert_eq!(users[0], users[1]);
}

#[tokio::test]
async fn au_02_looking_up_a_link_that_was_never_made_answers_alike_everywhere() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = SendInvite {
        email: "jane@client.example".to_owned(),
    };
    owner.api.send_invite(&body, &key()).await.expect("invites");
    let real = token_of(&world.mail_to("jane@client.example").await);
    let keys = &world.context().keys;
    let wrong_purpose = keys.link_token(Purpose::SignUp, owner.partner().0, 1);
    let mut near = real.clone();
    near.replace_range(..1, if real.starts_with('A') { "B" } else { "A" });
    let api = world.client();
    let mut shapes = Vec::new();
    for token in [
        near,
        wrong_purpose,
        real.to_lowercase(),
        "x".to_owned(),
        "é\u{202e}".to_owned(),
    ] {
        let call =
            Call::post("look_up_invite", "/public/v1/invites/look-up").json(&Token { token });
        shapes.push(shape(&api.exchange(&call, None).await.expect("an answer")));
    }
    assert_eq!(shapes[0].0, 404);
    assert!(shapes.iter().all(|shape| *shape == shapes[0]), "{shapes:?}");
}
