use super::by_hand;
use crate::support::{World, key, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;

#[tokio::test]
async fn a_client_reads_with_the_version_to_edit_for_staff_and_for_its_own_users() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let made = owner
        .api
        .create_client(&by_hand("Acme", "ada@acme.example"), &key())
        .await;
    let made = made.expect("creates").value;
    let (ada, _) = world.accept("ada@acme.example").await;
    let read = owner.api.read_client(made.id).await.expect("reads");
    assert!(read.etag.0.starts_with("\"v"), "{:?}", read.etag);
    assert_eq!(
        read.value.website.as_deref(),
        Some("https://www.client.example/")
    );
    assert_eq!(ada.read_client(made.id).await.expect("reads"), read);
}

#[tokio::test]
async fn tn_03_a_client_out_of_reach_looks_like_one_that_is_not_there() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let jane = world.client_of(&owner, "jane@client.example").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    let sales = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    let technician = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    let absent = refused(
        other.api.read_client(other.partner().0.into()).await,
        ProblemCode::NotFound,
    );
    for api in [&other.api, &ann.api, &sales.api, &technician.api] {
        let foreign = refused(api.read_client(jane.client).await, ProblemCode::NotFound);
        assert_eq!(
            (foreign.title, foreign.detail),
            (absent.title.clone(), absent.detail.clone())
        );
    }
    refused(
        world.client().read_client(jane.client).await,
        ProblemCode::NotSignedIn,
    );
}
