//! Invitations to the staff, and what becomes of them without their inviter.

use super::{accepting, invited};
use crate::support::{World, key, refused, token_of};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ChangeUserRole, InviteUser, Token};

#[tokio::test]
async fn a_client_s_invitation_outlives_its_inviter_and_a_staff_invitation_does_not() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let manager = world
        .staff(&owner, StaffRole::Manager, "manager@harbor.example")
        .await;
    let (_, client) = invited(&world, &manager, "jane@client.example").await;
    manager
        .api
        .invite_user(&ned("technician"), &key())
        .await
        .expect("invites");
    let staff = Token {
        token: token_of(&world.mail_to("ned@harbor.example").await),
    };
    owner
        .api
        .deactivate_user(manager.place())
        .await
        .expect("deactivates");
    world
        .client()
        .accept_invite(&accepting(&client), &key())
        .await
        .expect("accepts");
    let answer = world
        .client()
        .accept_invite(&accepting(&staff), &key())
        .await;
    refused(answer, ProblemCode::LinkRevoked);
}

#[tokio::test]
async fn a_staff_invitation_dies_when_its_inviter_may_no_longer_give_the_role() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let admin = world
        .staff(&owner, StaffRole::Administrator, "admin@harbor.example")
        .await;
    admin
        .api
        .invite_user(&ned("administrator"), &key())
        .await
        .expect("invites");
    let token = Token {
        token: token_of(&world.mail_to("ned@harbor.example").await),
    };
    let before = owner.api.read_user(admin.place()).await.expect("reads");
    let lower = ChangeUserRole {
        role: StaffRole::Manager,
    };
    owner
        .api
        .change_user_role(admin.place(), &lower, &before.etag)
        .await
        .expect("lowers");
    let answer = world
        .client()
        .accept_invite(&accepting(&token), &key())
        .await;
    refused(answer, ProblemCode::LinkRevoked);
}

#[tokio::test]
async fn an_unclaimed_invitation_is_claimed_by_its_link_alone() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    owner
        .api
        .invite_user(&ned("manager"), &key())
        .await
        .expect("invites");
    let token = Token {
        token: token_of(&world.mail_to("ned@harbor.example").await),
    };
    let body = gangway_domain::wire::RequestPasswordReset {
        email: "ned@harbor.example".to_owned(),
    };
    world
        .client()
        .request_password_reset(&body, &key())
        .await
        .expect("answers alike");
    world.run_jobs().await;
    assert_eq!(
        world.sandbox().mailbox().to("ned@harbor.example").len(),
        1,
        "the invitation only"
    );
    let answer = world
        .sign_in("ned@harbor.example")
        .await
        .map(|staff| staff.email);
    refused(answer, ProblemCode::WrongCredentials);
    world
        .client()
        .accept_invite(&accepting(&token), &key())
        .await
        .expect("accepts");
}

fn ned(role: &str) -> InviteUser {
    InviteUser {
        first_name: "Ned".to_owned(),
        last_name: "New".to_owned(),
        email: "ned@harbor.example".to_owned(),
        role: role.to_owned(),
    }
}
