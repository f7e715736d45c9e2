//! Removed for good, whoever restores it at that moment.

use super::deleted::of_client;
use crate::support::{Staff, World, connection, refused};
use crate::tenancy::fill;
use chrono::Duration;
use gangway_domain::ids::ClientId;
use gangway_domain::problem::ProblemCode;
use sea_orm::ConnectionTrait as _;

/// A client with one of everything, deleted so long ago that it is to be removed now.
async fn due() -> (World, Staff, ClientId) {
    let world = World::start_with(&[("GANGWAY_DELETED_CLIENTS_DAYS", "1")]).await;
    crate::texting::talk::to_noon(&world);
    let owner = world.partner("Harbor IT").await;
    let client = fill(&world, &owner).await;
    world.run_jobs().await;
    let etag = owner.api.read_client(client).await.expect("reads").etag;
    let deleted = owner.api.delete_client(client, &etag).await;
    deleted.expect("deletes");
    world.advance(Duration::days(1));
    (world, owner, client)
}

#[tokio::test]
async fn tn_11_what_is_being_removed_cannot_be_restored_and_the_next_run_goes_on_after_a_crash() {
    let (world, owner, client) = due().await;
    fail::cfg("client_removal_begun", "1*panic->off").expect("a fail point");
    world.run_jobs().await;
    assert!(of_client(&world, client).await.len() > 20, "cut short");
    // To a server whose clock is behind it is not too late yet.
    world.advance(-Duration::hours(2));
    let late = world.sign_in(&owner.email).await.expect("signs in");
    refused(late.api.restore_client(client).await, ProblemCode::NotFound);
    world.advance(Duration::hours(4));
    world.run_jobs().await;
    let left = of_client(&world, client).await;
    let left: Vec<_> = left.keys().filter(|table| *table != "events").collect();
    assert_eq!(left, Vec::<&String>::new());
    assert_eq!(world.events("client.removed").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tn_11_a_client_that_is_restored_as_its_removal_begins_keeps_everything() {
    let (world, _, client) = due().await;
    let url = world.database_url().to_owned();
    fail::cfg_callback("client_to_be_removed", move || {
        let url = url.clone();
        let restoring = std::thread::spawn(move || restored(&url));
        restoring.join().expect("restores");
    })
    .expect("a fail point");
    let before = of_client(&world, client).await;
    world.run_jobs().await;
    fail::remove("client_to_be_removed");
    assert_eq!(of_client(&world, client).await, before);
    assert_eq!(world.events("client.removed").await, 0);
}

/// Restores what is deleted, as another server does.
fn restored(url: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let db = connection(url).await;
        let sql = "update clients set deleted_at = null, version = version + 1
            where deleted_at is not null";
        db.execute_unprepared(sql).await.expect("restores");
        db.close().await.expect("closes");
    });
}
