use super::shared;
use crate::support::{World, refused};
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;

#[tokio::test]
async fn those_who_create_clients_see_the_partner_s_links_and_no_other_s() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let (link, _) = shared(&owner).await;
    shared(&other).await;
    let sales = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    for staff in [&owner, &sales] {
        let page = staff
            .api
            .list_partner_links(List::default())
            .await
            .expect("lists");
        assert_eq!(page.data, std::slice::from_ref(&link));
    }
}

#[tokio::test]
async fn nobody_else_sees_any() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    shared(&owner).await;
    let technician = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    refused(
        technician.api.list_partner_links(List::default()).await,
        ProblemCode::Forbidden,
    );
    let user = world.client_of(&owner, "jane@client.example").await;
    refused(
        user.api.list_partner_links(List::default()).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().list_partner_links(List::default()).await,
        ProblemCode::NotSignedIn,
    );
}
