use super::{accepting, invited, to};
use crate::support::{World, key, refused};
use chrono::Duration;
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{InviteUser, Token};

fn token_in(url: &str) -> Token {
    Token {
        token: url.split_once('#').expect("a token").1.to_owned(),
    }
}

#[tokio::test]
async fn b10_a_copied_link_begins_the_set_up_without_any_mail() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let invite = owner
        .api
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("invites");
    let copied = owner.api.copy_invite_link(invite.id).await.expect("copies");
    assert_eq!(copied.expires_at, Some(invite.expires_at));
    let token = token_in(&copied.url);
    let session = world
        .client()
        .accept_invite(&accepting(&token), &key())
        .await
        .expect("accepts");
    assert_eq!(session.me.email, "jane@client.example");
    assert!(
        world.sandbox().mailbox().all().is_empty(),
        "no mail was sent"
    );
    assert_eq!(world.events("invite.link_copied").await, 1);
}

#[tokio::test]
async fn the_copied_link_is_that_of_the_newest_mail() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, token) = invited(&world, &owner, "jane@client.example").await;
    let copied = owner.api.copy_invite_link(invite.id).await.expect("copies");
    assert_eq!(token_in(&copied.url), token);
    owner
        .api
        .resend_invite(invite.id, &key())
        .await
        .expect("resends");
    let newer = owner.api.copy_invite_link(invite.id).await.expect("copies");
    assert_ne!(newer.url, copied.url);
}

#[tokio::test]
async fn a_dead_link_is_not_copied() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (used, _) = invited(&world, &owner, "used@client.example").await;
    world.accept("used@client.example").await;
    refused(
        owner.api.copy_invite_link(used.id).await,
        ProblemCode::Conflict,
    );
    let (revoked, _) = invited(&world, &owner, "revoked@client.example").await;
    owner.api.revoke_invite(revoked.id).await.expect("revokes");
    refused(
        owner.api.copy_invite_link(revoked.id).await,
        ProblemCode::Conflict,
    );
    let (late, _) = invited(&world, &owner, "late@client.example").await;
    world.advance(Duration::hours(120));
    let owner = world.sign_in(&owner.email).await.expect("signs in");
    refused(
        owner.api.copy_invite_link(late.id).await,
        ProblemCode::Conflict,
    );
}

#[tokio::test]
async fn another_partner_and_a_technician_copy_nothing() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let (invite, _) = invited(&world, &owner, "jane@client.example").await;
    refused(
        other.api.copy_invite_link(invite.id).await,
        ProblemCode::NotFound,
    );
    let technician = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    refused(
        technician.api.copy_invite_link(invite.id).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().copy_invite_link(invite.id).await,
        ProblemCode::NotSignedIn,
    );
}

#[tokio::test]
async fn tn_10_a_manager_gets_no_hold_of_an_administrator_s_invitation() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let manager = world
        .staff(&owner, StaffRole::Manager, "manager@harbor.example")
        .await;
    let body = InviteUser {
        first_name: "Ada".to_owned(),
        last_name: "Min".to_owned(),
        email: "ada@harbor.example".to_owned(),
        role: "administrator".to_owned(),
    };
    owner.api.invite_user(&body, &key()).await.expect("invites");
    let staff = List {
        filters: vec![("kind", "staff".to_owned())],
        ..List::default()
    };
    let invite = manager
        .api
        .list_invites(staff)
        .await
        .expect("lists")
        .data
        .remove(0);
    assert_eq!(invite.email, "ada@harbor.example");
    refused(
        manager.api.copy_invite_link(invite.id).await,
        ProblemCode::Forbidden,
    );
    refused(
        manager.api.resend_invite(invite.id, &key()).await,
        ProblemCode::Forbidden,
    );
    refused(
        manager.api.revoke_invite(invite.id).await,
        ProblemCode::Forbidden,
    );
    world.accept("ada@harbor.example").await;
}
