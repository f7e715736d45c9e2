use crate::support::{World, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;

#[tokio::test]
async fn a_user_reads_with_the_version_to_edit() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let me = owner.api.read_user(owner.place()).await.expect("reads");
    assert!(
        me.value.is_me && me.etag.0.starts_with("\"v"),
        "{:?}",
        me.etag
    );
    assert!(me.value.last_sign_in_at.is_some());
}

#[tokio::test]
async fn tn_03_another_partner_s_user_and_a_client_s_look_like_one_that_is_not_there() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let foreign = refused(
        other.api.read_user(owner.place()).await,
        ProblemCode::NotFound,
    );
    let absent = refused(
        other.api.read_user(other.partner().0.into()).await,
        ProblemCode::NotFound,
    );
    assert_eq!(
        (foreign.title, foreign.detail),
        (absent.title, absent.detail)
    );
    let user = world.client_of(&owner, "jane@client.example").await;
    let place = user.me.place_id.expect("a place");
    refused(owner.api.read_user(place).await, ProblemCode::NotFound);
    refused(
        user.api.read_user(owner.place()).await,
        ProblemCode::Forbidden,
    );
    let sales = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    refused(
        sales.api.read_user(sales.place()).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().read_user(owner.place()).await,
        ProblemCode::NotSignedIn,
    );
}
