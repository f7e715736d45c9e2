use super::team;
use crate::support::{World, key, refused};
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{ClientRole, Role, StaffRole};
use gangway_domain::wire::UserState;

#[tokio::test]
async fn b28_the_users_of_a_company_are_listed_with_who_is_still_invited() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    world.advance(chrono::Duration::seconds(1));
    let body = team(&["joe@client.example"]);
    jane.api
        .invite_client_users(jane.client, &body, &key())
        .await
        .expect("invites");
    for api in [&jane.api, &owner.api] {
        let page = api
            .list_client_users(jane.client, List::default())
            .await
            .expect("lists");
        let seen: Vec<_> = page
            .data
            .iter()
            .map(|user| (user.email.as_str(), user.state))
            .collect();
        let wanted = [
            ("joe@client.example", UserState::Invited),
            ("jane@client.example", UserState::Active),
        ];
        assert_eq!(seen, wanted);
        let role = Role::Client(ClientRole::CompanyAdministrator);
        assert!(page.data.iter().all(|user| user.role == role));
    }
}

#[tokio::test]
async fn another_client_s_and_another_partner_s_users_are_not_there() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let jane = world.client_of(&owner, "jane@client.example").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    let list = || List {
        count: true,
        ..List::default()
    };
    refused(
        ann.api.list_client_users(jane.client, list()).await,
        ProblemCode::NotFound,
    );
    refused(
        other.api.list_client_users(jane.client, list()).await,
        ProblemCode::NotFound,
    );
    let sales = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    refused(
        sales.api.list_client_users(jane.client, list()).await,
        ProblemCode::NotFound,
    );
    let technician = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    refused(
        technician.api.list_client_users(jane.client, list()).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().list_client_users(jane.client, list()).await,
        ProblemCode::NotSignedIn,
    );
}
