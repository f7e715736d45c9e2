use crate::support::{World, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;

#[tokio::test]
async fn se_05_an_administrator_ends_every_session_of_a_user() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let admin = world
        .staff(&owner, StaffRole::Administrator, "admin@harbor.example")
        .await;
    let sam = world
        .staff(&owner, StaffRole::Manager, "sam@harbor.example")
        .await;
    let second = world.sign_in("sam@harbor.example").await.expect("signs in");
    admin
        .api
        .sign_out_user(sam.place())
        .await
        .expect("signs out");
    for api in [&sam.api, &second.api] {
        refused(api.read_me().await, ProblemCode::NotSignedIn);
    }
    assert_eq!(world.events("user.signed_out").await, 1);
    let again = world.sign_in("sam@harbor.example").await;
    again.expect("the account is as it was");
    admin.api.read_me().await.expect("others are still in");
}

#[tokio::test]
async fn se_05_nobody_ends_the_sessions_of_someone_above_or_elsewhere() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let other = world.partner("Other IT").await;
    let staff = async |role: StaffRole| {
        let email = format!("{}@harbor.example", role.as_str());
        world.staff(&owner, role, &email).await
    };
    let (admin, manager) = (
        staff(StaffRole::Administrator).await,
        staff(StaffRole::Manager).await,
    );
    refused(
        admin.api.sign_out_user(owner.place()).await,
        ProblemCode::Forbidden,
    );
    refused(
        manager.api.sign_out_user(admin.place()).await,
        ProblemCode::Forbidden,
    );
    refused(
        other.api.sign_out_user(admin.place()).await,
        ProblemCode::NotFound,
    );
    let jane = world.client_of(&owner, "jane@client.example").await;
    let place = jane.me.place_id.expect("a place");
    refused(owner.api.sign_out_user(place).await, ProblemCode::NotFound);
    refused(
        world.client().sign_out_user(admin.place()).await,
        ProblemCode::NotSignedIn,
    );
    owner.api.read_me().await.expect("all are still in");
}
