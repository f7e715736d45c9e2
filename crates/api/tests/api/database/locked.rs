//! DB-02: somebody else holds SQLite's lock.

use super::stand::{Stand, not_ready, until};
use crate::support::process::listening;
use crate::support::{World, connection};
use sea_orm::ConnectionTrait as _;
use std::time::{Duration, Instant};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn db_02_a_short_lock_is_waited_for_and_a_long_one_is_told() {
    let mut world = World::start().await;
    if world.context().db.is_postgres() {
        return;
    }
    let stand = Stand::new(&world).await;
    world.pause().await;
    let settings = world.settings_beside(&[("GANGWAY_JOB_WORKERS", "2")]);
    // Another process: within one, SQLite's locks on files do not count.
    let (mut child, base) = listening(&settings);
    let foreign = connection(world.database_url()).await;
    let lock = async || {
        let locked = foreign.execute_unprepared("begin exclusive").await;
        locked.expect("locks");
        Instant::now()
    };
    let unlock = async || {
        foreign.execute_unprepared("commit").await.expect("unlocks");
    };

    let locked = lock().await;
    let (got, ()) = tokio::join!(stand.ask(&world, &base, Some("short")), async {
        tokio::time::sleep(Duration::from_secs(3)).await;
        unlock().await;
    });
    assert_eq!(got.status, 201, "{got:?}");
    assert!(locked.elapsed() >= Duration::from_secs(3), "it waited");

    let locked = lock().await;
    let mut refused = 0;
    let mut red = false;
    while locked.elapsed() < Duration::from_secs(30) {
        let (first, second, list) = tokio::join!(
            stand.ask(&world, &base, Some("first")),
            stand.ask(&world, &base, Some("second")),
            stand.ask(&world, &base, None)
        );
        assert_eq!(list.status, 200, "reads go on: {list:?}");
        for got in [first, second] {
            if locked.elapsed() < Duration::from_secs(30) {
                assert_eq!((got.status, got.problem), (503, true), "{got:?}");
                assert!(got.retry_after.is_some(), "{got:?}");
                refused += 1;
            }
        }
        red = red
            || not_ready(&world, &base)
                .await
                .contains(&"database".to_owned());
        if locked.elapsed() > Duration::from_secs(20) {
            break;
        }
    }
    tokio::time::sleep(Duration::from_secs(30).saturating_sub(locked.elapsed())).await;
    assert!(refused >= 2 && red, "{refused} refused, red: {red}");
    unlock().await;
    let ready = async || not_ready(&world, &base).await.is_empty();
    let took = until("ready again", Duration::from_secs(8), ready).await;
    let got = stand.ask(&world, &base, Some("first")).await;
    assert_eq!(got.status, 201, "by itself: {got:?}");
    println!("DB-02: {refused} refused with Retry-After; ready {took:?} after the lock was gone");
    child.kill().expect("kills");
    child.wait().expect("ends");
    foreign.close().await.expect("closes");
}
