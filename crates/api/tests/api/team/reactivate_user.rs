use super::ned;
use crate::support::{World, key, refused, token_of};
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{Token, UserState};

#[tokio::test]
async fn a_reactivated_user_is_in_again() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let staff = world
        .staff(&owner, StaffRole::Manager, "sam@harbor.example")
        .await;
    owner
        .api
        .deactivate_user(staff.place())
        .await
        .expect("deactivates");
    let user = owner
        .api
        .reactivate_user(staff.place())
        .await
        .expect("reactivates");
    assert_eq!(user.state, UserState::Active);
    staff
        .api
        .list_users(List::default())
        .await
        .expect("is in again");
}

#[tokio::test]
async fn who_never_accepted_needs_a_new_invitation() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let user = owner
        .api
        .invite_user(&ned(StaffRole::Manager), &key())
        .await
        .expect("invites");
    refused(
        owner.api.reactivate_user(user.id).await,
        ProblemCode::Conflict,
    );
    owner
        .api
        .deactivate_user(user.id)
        .await
        .expect("deactivates");
    refused(
        owner.api.reactivate_user(user.id).await,
        ProblemCode::Conflict,
    );
}

#[tokio::test]
async fn who_was_invited_anew_comes_in_by_the_invitation() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let staff = world
        .staff(&owner, StaffRole::Manager, "ned@harbor.example")
        .await;
    owner
        .api
        .deactivate_user(staff.place())
        .await
        .expect("deactivates");
    let user = owner
        .api
        .invite_user(&ned(StaffRole::SalesRep), &key())
        .await
        .expect("invites");
    assert_eq!((user.id, user.state), (staff.place(), UserState::Invited));
    refused(
        owner.api.reactivate_user(user.id).await,
        ProblemCode::Conflict,
    );
    refused(
        staff.api.list_clients(List::default()).await,
        ProblemCode::NotSignedIn,
    );
    let token = Token {
        token: token_of(&world.mail_to("ned@harbor.example").await),
    };
    let ned = world.sign_in("ned@harbor.example").await.expect("signs in");
    let session = ned.api.accept_invite_as_me(&token).await.expect("accepts");
    assert_eq!(session.me.place_id, Some(staff.place()));
}

#[tokio::test]
async fn nobody_reactivates_someone_above_or_elsewhere() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let admin = world
        .staff(&owner, StaffRole::Administrator, "admin@harbor.example")
        .await;
    let manager = world
        .staff(&owner, StaffRole::Manager, "manager@harbor.example")
        .await;
    owner
        .api
        .deactivate_user(admin.place())
        .await
        .expect("deactivates");
    refused(
        manager.api.reactivate_user(admin.place()).await,
        ProblemCode::Forbidden,
    );
    refused(
        other.api.reactivate_user(admin.place()).await,
        ProblemCode::NotFound,
    );
    let technician = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    refused(
        technician.api.reactivate_user(admin.place()).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().reactivate_user(admin.place()).await,
        ProblemCode::NotSignedIn,
    );
}
