use super::{accepting, invited};
use crate::support::{World, key, refused};
use chrono::Duration;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{InviteStatus, Token};

#[tokio::test]
async fn b10_the_first_keystroke_is_noted_once() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, token) = invited(&world, &owner, "jane@client.example").await;
    world
        .client()
        .mark_invite_opened(&token)
        .await
        .expect("notes");
    let first = owner.api.read_invite(invite.id).await.expect("reads");
    assert_eq!(first.status, InviteStatus::Opened);
    world.advance(Duration::minutes(5));
    world
        .client()
        .mark_invite_opened(&token)
        .await
        .expect("is content");
    let again = owner.api.read_invite(invite.id).await.expect("reads");
    assert_eq!(again.opened_at, first.opened_at);
}

#[tokio::test]
async fn a_dead_link_notes_nothing() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, used) = invited(&world, &owner, "used@client.example").await;
    world
        .client()
        .accept_invite(&accepting(&used), &key())
        .await
        .expect("accepts");
    let (revoked, taken_back) = invited(&world, &owner, "revoked@client.example").await;
    owner.api.revoke_invite(revoked.id).await.expect("revokes");
    let (_, late) = invited(&world, &owner, "late@client.example").await;
    world.advance(Duration::hours(120));
    let before = world.tables().await;
    let never = Token {
        token: "A".repeat(43),
    };
    for (token, code) in [
        (used, ProblemCode::LinkUsed),
        (taken_back, ProblemCode::LinkRevoked),
        (late, ProblemCode::LinkExpired),
        (never, ProblemCode::NotFound),
    ] {
        refused(world.client().mark_invite_opened(&token).await, code);
    }
    assert_eq!(world.tables().await, before);
}
