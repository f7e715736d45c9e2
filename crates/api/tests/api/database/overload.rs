//! L-14: more work than the database takes is refused at once, not after everybody has waited.

use super::stand::Stand;
use crate::support::World;
use futures_util::future::join_all;
use gangway::db::queue::{LONGEST_FOR_REQUESTS, LONGEST_OF_WRITES};
use std::time::{Duration, Instant};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn l_14_who_comes_to_a_full_queue_is_sent_away_at_once_and_the_others_are_served() {
    let world = World::start().await;
    let stand = Stand::new(&world).await;
    let db = world.context().db.clone();
    let base = world.base();
    let mut held = Vec::new();
    let taken = async || tokio::time::timeout(Duration::from_millis(500), db.begin()).await;
    while let Ok(begun) = taken().await {
        held.push(begun.expect("begins"));
    }
    let wait = || {
        let db = db.clone();
        tokio::spawn(async move { db.begin().await?.rollback().await })
    };
    let mut waiting: Vec<_> = (0..LONGEST_FOR_REQUESTS).map(|_| wait()).collect();
    tokio::time::sleep(Duration::from_millis(200)).await;

    // What was begun elsewhere still finds room where a request no longer does.
    let asked = Instant::now();
    let got = stand.ask(&world, &base, Some("too-much")).await;
    assert_eq!((got.status, got.problem), (503, true), "{got:?}");
    assert!(got.retry_after.is_some(), "{got:?}");
    waiting.extend((LONGEST_FOR_REQUESTS..LONGEST_OF_WRITES).map(|_| wait()));
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(db.begin().await.is_err(), "the queue is full");
    assert!(
        asked.elapsed() < Duration::from_secs(1),
        "{:?}",
        asked.elapsed()
    );

    drop(held);
    for done in join_all(waiting).await {
        done.expect("ends").expect("those who waited are served");
    }
    let got = stand.ask(&world, &base, Some("too-much")).await;
    assert_eq!(got.status, 201, "{got:?}");
}
