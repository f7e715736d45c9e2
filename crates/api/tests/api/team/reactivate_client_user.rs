use super::{colleague, team};
use crate::support::{World, key, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::UserState;

#[tokio::test]
async fn b28_a_reactivated_user_of_a_company_is_in_again() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let (joe, place) = colleague(&world, &jane, "joe@client.example").await;
    jane.api
        .deactivate_client_user(jane.client, place)
        .await
        .expect("deactivates");
    let user = jane
        .api
        .reactivate_client_user(jane.client, place)
        .await
        .expect("reactivates");
    assert_eq!(user.state, UserState::Active);
    joe.api.read_client(joe.client).await.expect("is in again");
}

#[tokio::test]
async fn who_never_accepted_needs_a_new_invitation() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let body = team(&["joe@client.example"]);
    let invited = jane
        .api
        .invite_client_users(jane.client, &body, &key())
        .await
        .expect("invites");
    let place = invited.results[0].user.as_ref().expect("a user").id;
    refused(
        jane.api.reactivate_client_user(jane.client, place).await,
        ProblemCode::Conflict,
    );
}

#[tokio::test]
async fn the_user_must_be_of_that_client_and_the_client_the_caller_s() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let jane = world.client_of(&owner, "jane@client.example").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    let (_, place) = colleague(&world, &jane, "joe@client.example").await;
    jane.api
        .deactivate_client_user(jane.client, place)
        .await
        .expect("deactivates");
    refused(
        ann.api.reactivate_client_user(jane.client, place).await,
        ProblemCode::NotFound,
    );
    refused(
        ann.api.reactivate_client_user(ann.client, place).await,
        ProblemCode::NotFound,
    );
    refused(
        other.api.reactivate_client_user(jane.client, place).await,
        ProblemCode::NotFound,
    );
    let sales = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    refused(
        sales.api.reactivate_client_user(jane.client, place).await,
        ProblemCode::Forbidden,
    );
    let answer = world
        .client()
        .reactivate_client_user(jane.client, place)
        .await;
    refused(answer, ProblemCode::NotSignedIn);
}
