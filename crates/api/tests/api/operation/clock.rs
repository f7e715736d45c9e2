//! H1: time comes from the context's clock, and tests move it.

use crate::support::{World, key, token_of};
use chrono::Duration;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{LinkState, SendInvite, Token};

#[tokio::test]
async fn h1_a_moved_clock_moves_what_expires() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = SendInvite {
        email: "jane@client.example".to_owned(),
    };
    let invite = owner.api.send_invite(&body, &key()).await.expect("invites");
    let token = Token {
        token: token_of(&world.mail_to("jane@client.example").await),
    };
    let left = invite.expires_at - world.context().now();
    world.advance(left - Duration::seconds(2));
    let state = async || {
        world
            .client()
            .look_up_invite(&token)
            .await
            .expect("opens")
            .state
    };
    assert_eq!(state().await, LinkState::Open);
    world.advance(Duration::seconds(4));
    assert_eq!(state().await, LinkState::Expired);
}

#[tokio::test]
async fn h1_an_access_token_ends_with_the_moved_clock() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let call = || crate::support::operation("read_me").call();
    let token = owner.api.access_token();
    let status = async || {
        owner
            .api
            .exchange(&call(), token.as_deref())
            .await
            .expect("answers")
            .status
    };
    assert_eq!(status().await, 200);
    world.advance(Duration::minutes(11));
    assert_eq!(status().await, 401);
    let body = SendInvite {
        email: "jane@client.example".to_owned(),
    };
    // With its cookie, the client goes on.
    owner
        .api
        .send_invite(&body, &key())
        .await
        .expect("refreshes and invites");
    world.advance(Duration::days(400));
    let failure = owner
        .api
        .read_me()
        .await
        .expect_err("the session has ended");
    assert!(failure.is(ProblemCode::NotSignedIn));
}
