//! What the database keeps of limits.

use super::{WRONG, tries, try_once};
use crate::support::World;
use chrono::Duration;
use gangway::jobs;
use gangway_entities::finders::OfNobody as _;
use gangway_entities::limit_bucket::Entity;
use gangway_entities::limit_bucket::Model;

async fn buckets(world: &World) -> Vec<Model> {
    let rows = Entity::all().all(world.context().db.reader()).await;
    rows.expect("reads")
}

#[tokio::test]
async fn au_01_buckets_name_nobody_and_outlive_a_restart() {
    let mut world = World::start().await;
    let address = world.new_address();
    let email = "someone@nowhere.example";
    tries(&world.client_from(&address), email, 10).await;
    let rows = buckets(&world).await;
    assert_eq!(rows.len(), 2, "the caller's and the account's");
    for row in &rows {
        assert_eq!(row.bucket.len(), 64);
        assert!(row.bucket.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }
    let stored = world.everything_stored().await;
    assert!(!stored.contains(email) && !stored.contains(&address));
    world.restart().await;
    let answer = try_once(&world.client_from(&address), email, WRONG).await;
    assert_eq!(answer.status, 429);
}

#[tokio::test]
async fn buckets_that_are_full_again_are_removed() {
    let world = World::start().await;
    tries(&world.client(), "someone@nowhere.example", 5).await;
    let ctx = world.context();
    jobs::prune(ctx).await;
    assert_eq!(buckets(&world).await.len(), 2, "still counted");
    world.advance(Duration::minutes(6));
    jobs::prune(ctx).await;
    assert_eq!(buckets(&world).await.len(), 1, "the caller's is full again");
    world.advance(Duration::minutes(60));
    jobs::prune(ctx).await;
    assert_eq!(buckets(&world).await, []);
}
