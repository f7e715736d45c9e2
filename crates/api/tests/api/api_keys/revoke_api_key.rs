use super::{made, of};
use crate::support::{World, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::ApiKeyState;

#[tokio::test]
async fn f2_a_key_is_revoked_once_and_stays_in_the_list() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (made, _) = made(&owner, &of(&["clients:read"])).await;
    let first = owner.api.revoke_api_key(made.id).await.expect("revokes");
    assert_eq!(first.state, ApiKeyState::Revoked);
    assert!(first.revoked_at.is_some_and(|at| at >= made.created_at));
    world.advance(chrono::Duration::minutes(1));
    let again = owner.api.revoke_api_key(made.id).await.expect("the same");
    assert_eq!(again, first);
    assert_eq!(world.events("api_key.revoked").await, 1);
    let read = owner.api.read_api_key(made.id).await.expect("reads");
    assert_eq!(read, first);
}

#[tokio::test]
async fn another_partner_s_key_is_not_there() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let other = world.partner("Other IT").await;
    let (made, _) = made(&owner, &of(&["clients:read"])).await;
    refused(
        other.api.revoke_api_key(made.id).await,
        ProblemCode::NotFound,
    );
    refused(other.api.read_api_key(made.id).await, ProblemCode::NotFound);
    refused(
        world.client().revoke_api_key(made.id).await,
        ProblemCode::NotSignedIn,
    );
    let read = owner.api.read_api_key(made.id).await.expect("reads");
    assert_eq!(read.state, ApiKeyState::Live);
}
