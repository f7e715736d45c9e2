use super::ned;
use crate::support::{World, key, refused};
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::UserState;

#[tokio::test]
async fn tn_08_a_deactivated_user_is_out_at_the_next_request() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let staff = world
        .staff(&owner, StaffRole::Manager, "sam@harbor.example")
        .await;
    staff.api.list_users(List::default()).await.expect("is in");
    let user = owner
        .api
        .deactivate_user(staff.place())
        .await
        .expect("deactivates");
    assert_eq!(user.state, UserState::Deactivated);
    refused(
        staff.api.list_users(List::default()).await,
        ProblemCode::NotSignedIn,
    );
    refused(
        staff.api.list_clients(List::default()).await,
        ProblemCode::NotSignedIn,
    );
    let again = world
        .sign_in("sam@harbor.example")
        .await
        .expect("the person still exists");
    assert_eq!((again.me.places.len(), again.me.place_id), (0, None));
    assert_eq!(world.events("user.deactivated").await, 1);
}

#[tokio::test]
async fn deactivating_an_invited_user_takes_the_invitation_back() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let user = owner
        .api
        .invite_user(&ned(StaffRole::Manager), &key())
        .await
        .expect("invites");
    let invite = user.invite_id.expect("an invitation");
    let user = owner
        .api
        .deactivate_user(user.id)
        .await
        .expect("deactivates");
    assert_eq!((user.state, user.invite_id), (UserState::Deactivated, None));
    refused(
        owner.api.copy_invite_link(invite).await,
        ProblemCode::Conflict,
    );
}

#[tokio::test]
async fn nobody_deactivates_themselves_or_someone_above() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let admin = world
        .staff(&owner, StaffRole::Administrator, "admin@harbor.example")
        .await;
    let manager = world
        .staff(&owner, StaffRole::Manager, "manager@harbor.example")
        .await;
    refused(
        admin.api.deactivate_user(admin.place()).await,
        ProblemCode::Conflict,
    );
    refused(
        admin.api.deactivate_user(owner.place()).await,
        ProblemCode::Forbidden,
    );
    refused(
        manager.api.deactivate_user(admin.place()).await,
        ProblemCode::Forbidden,
    );
    manager.api.read_partner().await.expect("all are still in");
}

#[tokio::test]
async fn another_partner_s_user_and_a_client_s_are_not_there() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let staff = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    refused(
        other.api.deactivate_user(staff.place()).await,
        ProblemCode::NotFound,
    );
    let jane = world.client_of(&owner, "jane@client.example").await;
    let place = jane.me.place_id.expect("a place");
    refused(
        owner.api.deactivate_user(place).await,
        ProblemCode::NotFound,
    );
    refused(
        staff.api.deactivate_user(owner.place()).await,
        ProblemCode::Forbidden,
    );
    refused(
        jane.api.deactivate_user(owner.place()).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().deactivate_user(owner.place()).await,
        ProblemCode::NotSignedIn,
    );
}

#[tokio::test]
async fn someone_deactivated_here_is_not_moved_elsewhere_unasked() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let staff = world
        .staff(&owner, StaffRole::Manager, "sam@harbor.example")
        .await;
    let (_, token) = crate::invites::invited(&world, &other, "sam@harbor.example").await;
    let sam = world.sign_in("sam@harbor.example").await.expect("signs in");
    sam.api
        .accept_invite_as_me(&token)
        .await
        .expect("joins another place");
    owner
        .api
        .deactivate_user(staff.place())
        .await
        .expect("deactivates");
    refused(
        staff.api.list_clients(List::default()).await,
        ProblemCode::NotSignedIn,
    );
    assert_eq!(staff.api.access_token(), None, "the sign-in has ended");
    let again = world.sign_in("sam@harbor.example").await.expect("signs in");
    let place = again.me.place().expect("the other place");
    assert_eq!(
        (again.me.places.len(), place.partner.id),
        (1, other.partner())
    );
}
