use crate::support::{World, key, refused};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;

#[tokio::test]
async fn b09_a_partner_has_a_link_to_share() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (link, _) = super::shared(&owner).await;
    assert!(
        link.url
            .is_some_and(|url| url.starts_with("http://localhost:8080/join#"))
    );
    assert_eq!((link.uses, link.revoked_at), (0, None));
}

#[tokio::test]
async fn the_same_request_again_makes_no_second_link_and_answers_the_same() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let call = Call::post("make_partner_link", "/api/v1/partner-links").key(&key());
    let first = owner.api.send(call.clone()).await.expect("makes");
    let again = owner.api.send(call).await.expect("is answered as before");
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    assert_eq!(world.rows("partner_links").await, 1);
}

#[tokio::test]
async fn only_those_who_configure_the_partner_make_one() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let admin = world
        .staff(&owner, StaffRole::Administrator, "admin@harbor.example")
        .await;
    admin.api.make_partner_link(&key()).await.expect("makes");
    for role in [
        StaffRole::Manager,
        StaffRole::SalesRep,
        StaffRole::Technician,
    ] {
        let email = format!("{}@harbor.example", role.as_str());
        let staff = world.staff(&owner, role, &email).await;
        refused(
            staff.api.make_partner_link(&key()).await,
            ProblemCode::Forbidden,
        );
    }
    let user = world.client_of(&owner, "jane@client.example").await;
    refused(
        user.api.make_partner_link(&key()).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().make_partner_link(&key()).await,
        ProblemCode::NotSignedIn,
    );
}
