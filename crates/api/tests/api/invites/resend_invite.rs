use super::{accepting, invited, to};
use crate::support::{World, key, refused, token_of};
use chrono::Duration;
use gangway_api_client::{Call, List};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ChangeUserRole, InviteStatus, InviteUser, LinkState, Token};

#[tokio::test]
async fn in_06_resending_kills_the_older_link_and_the_newest_works() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, first) = invited(&world, &owner, "jane@client.example").await;
    let again = owner
        .api
        .resend_invite(invite.id, &key())
        .await
        .expect("resends");
    assert_eq!((again.id, again.status), (invite.id, InviteStatus::Sent));
    let second = Token {
        token: token_of(&world.mail_to("jane@client.example").await),
    };
    assert_ne!(first, second);
    let old = world.client().look_up_invite(&first).await.expect("tells");
    assert_eq!((old.state, old.email), (LinkState::Revoked, None));
    refused(
        world.client().mark_invite_opened(&first).await,
        ProblemCode::LinkRevoked,
    );
    let answer = world
        .client()
        .accept_invite(&accepting(&first), &key())
        .await;
    refused(answer, ProblemCode::LinkRevoked);
    world
        .client()
        .accept_invite(&accepting(&second), &key())
        .await
        .expect("accepts");
}

#[tokio::test]
async fn an_expired_invitation_works_again_for_as_long() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, _) = invited(&world, &owner, "jane@client.example").await;
    world.advance(Duration::hours(200));
    let owner = world.sign_in(&owner.email).await.expect("signs in");
    let again = owner
        .api
        .resend_invite(invite.id, &key())
        .await
        .expect("resends");
    assert_eq!(again.expires_at - again.sent_at, Duration::hours(120));
    world.accept("jane@client.example").await;
}

#[tokio::test]
async fn the_same_request_again_makes_no_second_link() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, _) = invited(&world, &owner, "jane@client.example").await;
    let call = Call::post("resend_invite", "/api/v1/invites/{id}/resend")
        .with(invite.id)
        .key(&key());
    owner.api.send(call.clone()).await.expect("resends");
    let again = owner.api.send(call).await.expect("is answered as before");
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("jane@client.example").len(), 2);
}

#[tokio::test]
async fn a_mail_that_waits_is_not_sent_once_a_newer_one_is_on_its_way() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let invite = owner
        .api
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("invites");
    owner
        .api
        .resend_invite(invite.id, &key())
        .await
        .expect("resends");
    world.run_jobs().await;
    let mails = world.sandbox().mailbox().to("jane@client.example");
    let [mail] = mails.as_slice() else {
        panic!("{} mails", mails.len())
    };
    let token = Token {
        token: token_of(mail),
    };
    world
        .client()
        .accept_invite(&accepting(&token), &key())
        .await
        .expect("accepts");
}

#[tokio::test]
async fn what_was_accepted_or_taken_back_is_not_sent_again() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (accepted, _) = invited(&world, &owner, "jane@client.example").await;
    world.accept("jane@client.example").await;
    refused(
        owner.api.resend_invite(accepted.id, &key()).await,
        ProblemCode::Conflict,
    );
    let (revoked, _) = invited(&world, &owner, "joe@client.example").await;
    owner.api.revoke_invite(revoked.id).await.expect("revokes");
    refused(
        owner.api.resend_invite(revoked.id, &key()).await,
        ProblemCode::Conflict,
    );
}

#[tokio::test]
async fn another_partner_and_a_technician_send_nothing_again() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let (invite, token) = invited(&world, &owner, "jane@client.example").await;
    refused(
        other.api.resend_invite(invite.id, &key()).await,
        ProblemCode::NotFound,
    );
    let technician = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    refused(
        technician.api.resend_invite(invite.id, &key()).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().resend_invite(invite.id, &key()).await,
        ProblemCode::NotSignedIn,
    );
    let link = world.client().look_up_invite(&token).await.expect("opens");
    assert_eq!(link.state, LinkState::Open, "the link still works");
}

#[tokio::test]
async fn whoever_sends_a_staff_invitation_again_vouches_for_it() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let manager = world
        .staff(&owner, StaffRole::Manager, "manager@harbor.example")
        .await;
    let body = InviteUser {
        first_name: "Ned".to_owned(),
        last_name: "New".to_owned(),
        email: "ned@harbor.example".to_owned(),
        role: "manager".to_owned(),
    };
    manager
        .api
        .invite_user(&body, &key())
        .await
        .expect("invites");
    let before = owner.api.read_user(manager.place()).await.expect("reads");
    let lower = ChangeUserRole {
        role: StaffRole::Technician,
    };
    owner
        .api
        .change_user_role(manager.place(), &lower, &before.etag)
        .await
        .expect("lowers");
    let staff = List {
        filters: vec![("kind", "staff".to_owned())],
        ..List::default()
    };
    let invite = owner
        .api
        .list_invites(staff)
        .await
        .expect("lists")
        .data
        .remove(0);
    assert_eq!(invite.email, "ned@harbor.example");
    owner
        .api
        .resend_invite(invite.id, &key())
        .await
        .expect("resends");
    world.accept("ned@harbor.example").await;
}
