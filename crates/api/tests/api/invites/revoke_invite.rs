use super::{accepting, invited, to};
use crate::support::{World, key, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{InviteStatus, LinkState};

#[tokio::test]
async fn in_06_a_link_that_was_taken_back_is_gone() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, token) = invited(&world, &owner, "jane@client.example").await;
    let revoked = owner.api.revoke_invite(invite.id).await.expect("revokes");
    assert_eq!(revoked.status, InviteStatus::Revoked);
    let answer = world
        .client()
        .accept_invite(&accepting(&token), &key())
        .await;
    let problem = refused(answer, ProblemCode::LinkRevoked);
    assert_eq!(problem.status, 410);
    let link = world.client().look_up_invite(&token).await.expect("tells");
    assert_eq!(
        (link.state, link.email, link.contact),
        (LinkState::Revoked, None, None)
    );
    assert_eq!(world.events("invite.revoked").await, 1);
}

#[tokio::test]
async fn taking_back_twice_is_taking_back_once() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, _) = invited(&world, &owner, "jane@client.example").await;
    let first = owner.api.revoke_invite(invite.id).await.expect("revokes");
    assert_eq!(
        owner.api.revoke_invite(invite.id).await.expect("again"),
        first
    );
    assert_eq!(world.events("invite.revoked").await, 1);
}

#[tokio::test]
async fn a_mail_that_waits_is_not_sent_any_more() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let invite = owner
        .api
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("invites");
    owner.api.revoke_invite(invite.id).await.expect("revokes");
    world.run_jobs().await;
    assert!(
        world
            .sandbox()
            .mailbox()
            .to("jane@client.example")
            .is_empty()
    );
}

#[tokio::test]
async fn what_was_accepted_cannot_be_taken_back() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, _) = invited(&world, &owner, "jane@client.example").await;
    let (jane, _) = world.accept("jane@client.example").await;
    let problem = refused(
        owner.api.revoke_invite(invite.id).await,
        ProblemCode::Conflict,
    );
    assert!(problem.detail.contains("Deactivate"), "{}", problem.detail);
    jane.read_me().await.expect("still in");
}

#[tokio::test]
async fn another_partner_and_a_technician_take_nothing_back() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let (invite, _) = invited(&world, &owner, "jane@client.example").await;
    refused(
        other.api.revoke_invite(invite.id).await,
        ProblemCode::NotFound,
    );
    let technician = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    refused(
        technician.api.revoke_invite(invite.id).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().revoke_invite(invite.id).await,
        ProblemCode::NotSignedIn,
    );
    world.accept("jane@client.example").await;
}

#[tokio::test]
async fn a_client_s_administrator_takes_back_invitations_of_its_own_team() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    let team = crate::team::team(&["joe@client.example"]);
    let invited = jane
        .api
        .invite_client_users(jane.client, &team, &key())
        .await
        .expect("invites");
    let invite = invited.results[0]
        .user
        .as_ref()
        .and_then(|user| user.invite_id);
    let invite = invite.expect("an invitation");
    refused(ann.api.revoke_invite(invite).await, ProblemCode::NotFound);
    refused(
        ann.api.copy_invite_link(invite).await,
        ProblemCode::NotFound,
    );
    refused(
        ann.api.resend_invite(invite, &key()).await,
        ProblemCode::NotFound,
    );
    jane.api
        .resend_invite(invite, &key())
        .await
        .expect("resends");
    jane.api.copy_invite_link(invite).await.expect("copies");
    let revoked = jane.api.revoke_invite(invite).await.expect("revokes");
    assert_eq!(revoked.status, InviteStatus::Revoked);
    let users = jane
        .api
        .list_client_users(jane.client, gangway_api_client::List::default());
    let users = users.await.expect("lists").data;
    let joe = users
        .iter()
        .find(|user| user.email == "joe@client.example")
        .expect("Joe");
    assert_eq!(joe.state, gangway_domain::wire::UserState::Deactivated);
}
