use super::{colleague, team};
use crate::support::{World, key, refused};
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{TeamOutcome, UserState};

#[tokio::test]
async fn b28_a_deactivated_user_of_a_company_is_out_at_the_next_request() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let (joe, place) = colleague(&world, &jane, "joe@client.example").await;
    joe.api.read_client(joe.client).await.expect("is in");
    let user = jane
        .api
        .deactivate_client_user(jane.client, place)
        .await
        .expect("deactivates");
    assert_eq!(user.state, UserState::Deactivated);
    refused(
        joe.api.read_client(joe.client).await,
        ProblemCode::NotSignedIn,
    );
    let again = team(&["joe@client.example"]);
    let answer = jane
        .api
        .invite_client_users(jane.client, &again, &key())
        .await
        .expect("invites");
    assert_eq!(answer.results[0].outcome, TeamOutcome::Invited);
}

#[tokio::test]
async fn nobody_deactivates_themselves() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let own = jane.me.place_id.expect("a place");
    refused(
        jane.api.deactivate_client_user(jane.client, own).await,
        ProblemCode::Conflict,
    );
    owner
        .api
        .deactivate_client_user(jane.client, own)
        .await
        .expect("the partner may");
    refused(
        jane.api.read_client(jane.client).await,
        ProblemCode::NotSignedIn,
    );
}

#[tokio::test]
async fn tn_07_the_user_must_be_of_that_client_and_the_client_the_caller_s() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let jane = world.client_of(&owner, "jane@client.example").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    let place = jane.me.place_id.expect("a place");
    refused(
        ann.api.deactivate_client_user(jane.client, place).await,
        ProblemCode::NotFound,
    );
    refused(
        ann.api.deactivate_client_user(ann.client, place).await,
        ProblemCode::NotFound,
    );
    refused(
        owner.api.deactivate_client_user(ann.client, place).await,
        ProblemCode::NotFound,
    );
    refused(
        other.api.deactivate_client_user(jane.client, place).await,
        ProblemCode::NotFound,
    );
    let staff = owner
        .api
        .deactivate_client_user(jane.client, owner.place())
        .await;
    assert!(staff.is_err(), "staff is no user of a client");
    for role in [StaffRole::SalesRep, StaffRole::Technician] {
        let staff = world
            .staff(&owner, role, &format!("{}@harbor.example", role.as_str()))
            .await;
        let answer = staff.api.deactivate_client_user(jane.client, place).await;
        refused(answer, ProblemCode::Forbidden);
    }
    let answer = world
        .client()
        .deactivate_client_user(jane.client, place)
        .await;
    refused(answer, ProblemCode::NotSignedIn);
    let users = jane
        .api
        .list_client_users(jane.client, List::default())
        .await
        .expect("lists");
    assert_eq!(users.data[0].state, UserState::Active);
}
