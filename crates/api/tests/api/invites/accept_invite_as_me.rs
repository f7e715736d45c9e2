use super::invited;
use crate::support::{World, refused};
use chrono::Duration;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::Token;

#[tokio::test]
async fn b27_an_existing_account_signs_in_and_is_bound_to_the_new_place_too() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let jane = world.client_of(&owner, "jane@client.example").await;
    let (_, token) = invited(&world, &other, "jane@client.example").await;
    let session = jane.api.accept_invite_as_me(&token).await.expect("accepts");
    assert_eq!(session.me.id, jane.me.id);
    assert_eq!(session.me.places.len(), 2);
    assert_eq!(
        session.me.place().map(|place| place.partner.id),
        Some(other.partner())
    );
    assert_eq!(world.rows("people").await, 3);
    refused(
        jane.api.accept_invite_as_me(&token).await,
        ProblemCode::LinkUsed,
    );
}

#[tokio::test]
async fn in_10_the_inviter_cannot_tell_an_address_with_an_account_from_one_without() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    world.client_of(&other, "known@client.example").await;
    let (known, _) = invited(&world, &owner, "known@client.example").await;
    let (fresh, _) = invited(&world, &owner, "fresh@client.example").await;
    let text = |mut invite: gangway_domain::wire::Invite, at: &gangway_domain::wire::Invite| {
        invite.id = at.id;
        invite.email.clone_from(&at.email);
        invite.created_at = at.created_at;
        invite.sent_at = at.sent_at;
        invite.expires_at = at.expires_at;
        invite
    };
    assert_eq!(text(known, &fresh), fresh);
}

#[tokio::test]
async fn in_07_a_link_never_joins_somebody_else_s_account() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    let before = world.tables().await;
    let problem = refused(
        ann.api.accept_invite_as_me(&token).await,
        ProblemCode::OtherPerson,
    );
    assert!(problem.detail.contains("Sign out"), "{}", problem.detail);
    assert_eq!(world.tables().await, before);
    world.accept("jane@client.example").await;
}

#[tokio::test]
async fn nobody_is_joined_without_signing_in_or_by_a_dead_link() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, token) = invited(&world, &owner, &owner.email.clone()).await;
    refused(
        world.client().accept_invite_as_me(&token).await,
        ProblemCode::NotSignedIn,
    );
    let unknown = Token {
        token: "A".repeat(43),
    };
    refused(
        owner.api.accept_invite_as_me(&unknown).await,
        ProblemCode::NotFound,
    );
    owner.api.revoke_invite(invite.id).await.expect("revokes");
    refused(
        owner.api.accept_invite_as_me(&token).await,
        ProblemCode::LinkRevoked,
    );
    let (_, late) = invited(&world, &owner, &owner.email.clone()).await;
    world.advance(Duration::hours(121));
    let owner = world.sign_in(&owner.email).await.expect("signs in");
    refused(
        owner.api.accept_invite_as_me(&late).await,
        ProblemCode::LinkExpired,
    );
}
