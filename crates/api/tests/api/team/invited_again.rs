//! The same person twice.

use super::ned;
use crate::support::{World, key, refused, refused_field};
use chrono::Duration;
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::InviteUser;

#[tokio::test]
async fn someone_who_is_in_already_is_not_invited_again() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = ned(StaffRole::Manager);
    owner.api.invite_user(&body, &key()).await.expect("invites");
    refused_field(
        owner.api.invite_user(&body, &key()).await,
        "/email",
        "already_member",
    );
    let own = InviteUser {
        email: owner.email.clone(),
        ..body
    };
    refused_field(
        owner.api.invite_user(&own, &key()).await,
        "/email",
        "already_member",
    );
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().all().len(), 1);
}

#[tokio::test]
async fn someone_whose_invitation_expired_is_invited_again() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let user = owner
        .api
        .invite_user(&ned(StaffRole::Manager), &key())
        .await
        .expect("invites");
    world.run_jobs().await;
    world.advance(Duration::hours(121));
    let owner = world.sign_in(&owner.email).await.expect("signs in");
    let again = owner
        .api
        .invite_user(&ned(StaffRole::Manager), &key())
        .await
        .expect("invites");
    assert_eq!(again.id, user.id);
    let (_, me) = world.accept("ned@harbor.example").await;
    assert_eq!(me.place_id, Some(user.id));
}

#[tokio::test]
async fn the_same_request_again_sends_no_second_mail() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = ned(StaffRole::Manager);
    let key = key();
    let call = Call::post("invite_user", "/api/v1/users")
        .json(&body)
        .key(&key);
    let first = owner.api.send(call.clone()).await.expect("invites");
    let again = owner.api.send(call).await.expect("is answered as before");
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("ned@harbor.example").len(), 1);
    let other = ned(StaffRole::Technician);
    refused(
        owner.api.invite_user(&other, &key).await,
        ProblemCode::IdempotencyKeyReused,
    );
}

#[tokio::test]
async fn of_ten_invitations_of_one_person_at_once_one_is_sent() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let clicks = (0..10).map(|_| {
        let api = owner.api.clone();
        tokio::spawn(async move { api.invite_user(&ned(StaffRole::Manager), &key()).await })
    });
    let mut sent = 0;
    for click in clicks.collect::<Vec<_>>() {
        match click.await.expect("runs") {
            Ok(_) => sent += 1,
            refusal => {
                refused_field(refusal, "/email", "already_member");
            }
        }
    }
    world.run_jobs().await;
    let mails = world.sandbox().mailbox().to("ned@harbor.example").len();
    assert_eq!((sent, mails), (1, 1));
}
