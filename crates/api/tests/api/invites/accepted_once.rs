//! A link is used once, by one person, in its time.

use super::{accepting, invited};
use crate::support::{World, key, refused};
use chrono::Duration;
use gangway_api_client::{Call, List};
use gangway_domain::problem::ProblemCode;

#[tokio::test]
async fn b27_the_second_use_of_a_link_makes_no_user_and_no_session() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    world
        .client()
        .accept_invite(&accepting(&token), &key())
        .await
        .expect("accepts");
    let before = world.tables().await;
    let second = world.client();
    let problem = refused(
        second.accept_invite(&accepting(&token), &key()).await,
        ProblemCode::LinkUsed,
    );
    assert_eq!(problem.status, 410);
    assert!(problem.detail.contains("Sign in"), "{}", problem.detail);
    assert_eq!((second.cookies(), second.access_token()), (None, None));
    assert_eq!(world.tables().await, before);
}

#[tokio::test]
async fn in_02_of_twenty_uses_at_once_one_comes_in() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for run in 1..=5 {
        let email = format!("jane{run}@client.example");
        let (_, token) = invited(&world, &owner, &email).await;
        let uses = (0..20).map(|_| {
            let (api, body) = (world.client(), accepting(&token));
            let call = Call::post("accept_invite", "/public/v1/invites/accept").json(&body);
            tokio::spawn(async move { api.exchange(&call, None).await.expect("answers").status })
        });
        let mut seen = Vec::new();
        for using in uses.collect::<Vec<_>>() {
            seen.push(using.await.expect("runs"));
        }
        seen.sort_unstable();
        assert_eq!(seen[0], 201, "{seen:?}");
        assert!(
            seen[1..].iter().all(|status| matches!(status, 409 | 410)),
            "{seen:?}"
        );
        assert_eq!(world.events("invite.accepted").await, run);
        assert_eq!(world.events("client.created").await, run);
        assert_eq!(world.rows("people").await, 1 + run);
        assert_eq!(world.rows("places").await, 1 + run);
        assert_eq!(world.rows("clients").await, run);
    }
}

#[tokio::test]
async fn in_03_a_link_is_used_a_second_before_it_expires_and_not_a_second_after() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (early, token) = invited(&world, &owner, "early@client.example").await;
    world.advance(early.expires_at - world.context().now() - Duration::seconds(1));
    world
        .client()
        .accept_invite(&accepting(&token), &key())
        .await
        .expect("a second before");
    let owner = world.sign_in(&owner.email).await.expect("signs in");
    let (late, token) = invited(&world, &owner, "late@client.example").await;
    assert_eq!(late.expires_at - late.sent_at, Duration::hours(120));
    world.advance(late.expires_at - world.context().now() + Duration::seconds(1));
    let answer = world
        .client()
        .accept_invite(&accepting(&token), &key())
        .await;
    assert_eq!(refused(answer, ProblemCode::LinkExpired).status, 410);
}

#[tokio::test]
async fn two_invitations_of_one_address_make_one_person() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let (_, one) = invited(&world, &owner, "jane@client.example").await;
    let (_, two) = invited(&world, &other, "jane@client.example").await;
    let (api, second) = (world.client(), world.client());
    let (one, two) = (accepting(&one), accepting(&two));
    let (first_key, second_key) = (key(), key());
    let (a, b) = tokio::join!(
        api.accept_invite(&one, &first_key),
        second.accept_invite(&two, &second_key)
    );
    let refusal = if a.is_ok() { b } else { a };
    refused(refusal, ProblemCode::SignInFirst);
    assert_eq!(world.rows("people").await, 3);
    let clients = [&owner, &other].map(|staff| staff.api.list_clients(List::default()));
    let mut made = 0;
    for list in clients {
        made += list.await.expect("lists").data.len();
    }
    assert_eq!(made, 1);
}
