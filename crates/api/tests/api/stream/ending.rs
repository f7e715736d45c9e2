//! SH-01: streams end when the server stops, and hold nothing meanwhile.

use super::{follow, next, rest, text_in, two_clients};
use crate::support::World;
use std::time::{Duration, Instant};

#[tokio::test]
async fn sh_01_a_server_that_stops_ends_its_streams_at_once_and_well() {
    let mut world = World::start_with(&[("GANGWAY_SHUTDOWN_SECONDS", "30")]).await;
    let (owner, jane, _) = two_clients(&world).await;
    let (mut first, mut second) = (follow(&jane.api).await, follow(&owner.api).await);
    let (message, _) = text_in(world.context(), owner.partner(), jane.client).await;
    assert_eq!(next(&mut first).await.subject_id, Some(message.0));
    let told = Instant::now();
    world.pause().await;
    assert!(
        told.elapsed() < Duration::from_secs(10),
        "{:?}",
        told.elapsed()
    );
    assert!(rest(&mut first).await.is_empty());
    rest(&mut second).await;
    world.resume().await;
}

/// As many connections as a small installation has, and many more streams.
#[tokio::test]
async fn st_01_open_streams_hold_no_connection_to_the_database() {
    let world = World::start_with(&[("GANGWAY_DATABASE_CONNECTIONS", "2")]).await;
    let (owner, jane, joe) = two_clients(&world).await;
    let mut open = Vec::new();
    for api in [&owner.api, &jane.api, &joe.api] {
        for _ in 0..8 {
            open.push(follow(api).await);
        }
    }
    let asked = Instant::now();
    for _ in 0..20 {
        owner.api.read_partner().await.expect("answers");
    }
    assert!(
        asked.elapsed() < Duration::from_secs(5),
        "{:?}",
        asked.elapsed()
    );
    let (message, _) = text_in(world.context(), owner.partner(), jane.client).await;
    for stream in &mut open[..16] {
        assert_eq!(next(stream).await.subject_id, Some(message.0));
    }
}
