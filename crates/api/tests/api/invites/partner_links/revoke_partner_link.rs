use super::{shared, using};
use crate::support::{World, key, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::LinkState;

#[tokio::test]
async fn b09_a_shared_link_that_was_taken_back_is_dead_and_a_new_one_works() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (link, token) = shared(&owner).await;
    let revoked = owner
        .api
        .revoke_partner_link(link.id)
        .await
        .expect("revokes");
    assert!(revoked.url.is_none() && revoked.revoked_at.is_some());
    let page = world
        .client()
        .look_up_partner_link(&token)
        .await
        .expect("tells");
    assert_eq!((page.state, page.contact), (LinkState::Revoked, None));
    let answer = world
        .client()
        .use_partner_link(&using(&token, "jane@client.example"), &key())
        .await;
    refused(answer, ProblemCode::LinkRevoked);
    assert_eq!(world.run_jobs().await, 0);
    let (_, newer) = shared(&owner).await;
    assert_ne!(newer, token);
    let body = using(&newer, "jane@client.example");
    world
        .client()
        .use_partner_link(&body, &key())
        .await
        .expect("uses");
    world.accept("jane@client.example").await;
}

#[tokio::test]
async fn taking_back_twice_is_taking_back_once() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (link, _) = shared(&owner).await;
    let first = owner
        .api
        .revoke_partner_link(link.id)
        .await
        .expect("revokes");
    assert_eq!(
        owner.api.revoke_partner_link(link.id).await.expect("again"),
        first
    );
    assert_eq!(world.events("partner_link.revoked").await, 1);
}

#[tokio::test]
async fn another_partner_and_a_manager_take_none_back() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let (link, token) = shared(&owner).await;
    refused(
        other.api.revoke_partner_link(link.id).await,
        ProblemCode::NotFound,
    );
    let manager = world
        .staff(&owner, StaffRole::Manager, "manager@harbor.example")
        .await;
    refused(
        manager.api.revoke_partner_link(link.id).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().revoke_partner_link(link.id).await,
        ProblemCode::NotSignedIn,
    );
    let page = world
        .client()
        .look_up_partner_link(&token)
        .await
        .expect("opens");
    assert_eq!(page.state, LinkState::Open);
}
