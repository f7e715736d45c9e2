use super::{accepting, invited};
use crate::support::{World, key, refused, token_of};
use chrono::Duration;
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{LinkState, Token};

#[tokio::test]
async fn b10_an_expired_link_offers_a_new_one_which_goes_to_the_same_address() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    world.advance(Duration::hours(120));
    let link = world.client().look_up_invite(&token).await.expect("tells");
    assert_eq!(link.state, LinkState::Expired);
    world
        .client()
        .renew_invite(&token, &key())
        .await
        .expect("renews");
    let newer = Token {
        token: token_of(&world.mail_to("jane@client.example").await),
    };
    assert_ne!(newer, token);
    assert_eq!(world.sandbox().mailbox().to("jane@client.example").len(), 2);
    refused(
        world.client().renew_invite(&token, &key()).await,
        ProblemCode::LinkRevoked,
    );
    world
        .client()
        .accept_invite(&accepting(&newer), &key())
        .await
        .expect("accepts");
    refused(
        world.client().renew_invite(&newer, &key()).await,
        ProblemCode::LinkUsed,
    );
}

#[tokio::test]
async fn a_link_that_works_is_not_renewed() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    world
        .client()
        .renew_invite(&token, &key())
        .await
        .expect("is content");
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("jane@client.example").len(), 1);
    world
        .client()
        .accept_invite(&accepting(&token), &key())
        .await
        .expect("accepts");
}

#[tokio::test]
async fn what_was_taken_back_or_never_made_is_not_renewed() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, token) = invited(&world, &owner, "jane@client.example").await;
    owner.api.revoke_invite(invite.id).await.expect("revokes");
    world.advance(Duration::hours(200));
    refused(
        world.client().renew_invite(&token, &key()).await,
        ProblemCode::LinkRevoked,
    );
    let unknown = Token {
        token: "A".repeat(43),
    };
    refused(
        world.client().renew_invite(&unknown, &key()).await,
        ProblemCode::NotFound,
    );
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().all().len(), 1);
}

#[tokio::test]
async fn the_same_request_again_sends_no_second_mail() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    world.advance(Duration::hours(121));
    let call = Call::post("renew_invite", "/public/v1/invites/renew")
        .json(&token)
        .key(&key());
    world.client().send(call.clone()).await.expect("renews");
    let again = world
        .client()
        .send(call)
        .await
        .expect("is answered as before");
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("jane@client.example").len(), 2);
}

#[tokio::test]
async fn twenty_renewals_at_once_send_one_mail() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    world.advance(Duration::hours(121));
    let clicks = (0..20).map(|_| {
        let (api, token) = (world.client(), token.clone());
        tokio::spawn(async move { api.renew_invite(&token, &key()).await.is_ok() })
    });
    let mut renewed = 0;
    for click in clicks.collect::<Vec<_>>() {
        renewed += usize::from(click.await.expect("runs"));
    }
    assert_eq!(renewed, 1);
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("jane@client.example").len(), 2);
}
