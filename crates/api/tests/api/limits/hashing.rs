//! AU-05: a storm of sign-ins does not starve the server.

use super::{WRONG, at_once, counted, number};
use crate::sign_in::sign_in_call;
use crate::support::World;
use std::time::{Duration, Instant};

/// The median time of reads by a signed-in person.
async fn reading(api: &gangway_api_client::Client, reads: usize) -> Duration {
    let mut times = Vec::new();
    for _ in 0..reads {
        let started = Instant::now();
        api.read_me().await.expect("reads");
        times.push(started.elapsed());
    }
    times.sort_unstable();
    times[times.len() / 2]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn au_05_three_hundred_wrong_sign_ins_at_once_are_turned_away_and_reads_go_on() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    reading(&owner.api, 5).await;
    let alone = reading(&owner.api, 30).await;
    let calls = (0..300).map(|number| {
        let email = format!("stranger{number}@nowhere.example");
        (world.client(), sign_in_call(&email, WRONG))
    });
    let storm = tokio::spawn(at_once(calls.collect()));
    tokio::time::sleep(Duration::from_millis(50)).await;
    let meanwhile = reading(&owner.api, 15).await;
    let answers = storm.await.expect("ends");
    let statuses = counted(answers.iter().map(|answer| answer.status));
    assert_eq!(statuses.values().sum::<usize>(), 300);
    assert_eq!(
        statuses.keys().copied().collect::<Vec<_>>(),
        [401, 503],
        "{statuses:?}"
    );
    assert!(statuses[&401] >= 33, "{statuses:?}");
    for answer in answers.iter().filter(|answer| answer.status == 503) {
        assert!((1..=10).contains(&number(answer, "retry-after")));
    }
    // Two cores are shared with the storm itself and with other tests.
    let bound = (alone * 40).max(Duration::from_millis(500));
    assert!(meanwhile < bound, "{meanwhile:?} instead of {alone:?}");
    owner.api.read_me().await.expect("reads");
    world
        .sign_in(&owner.email)
        .await
        .expect("signs in afterwards");
}

#[tokio::test]
async fn au_05_who_goes_away_does_not_make_room_for_more_hashes() {
    let world = World::start().await;
    let hasher = &world.context().hasher;
    for _ in 0..33 {
        let hasher = hasher.clone();
        let work = tokio::spawn(async move { hasher.take_time().await });
        tokio::task::yield_now().await;
        work.abort();
    }
    // Two at most are still hashed, though nobody waits for them.
    let mut left = 0;
    let mut places = Vec::new();
    for _ in 0..33 {
        let hasher = hasher.clone();
        places.push(tokio::spawn(async move { hasher.take_time().await }));
    }
    for place in places {
        left += usize::from(place.await.expect("ends").is_ok());
    }
    assert!((31..=33).contains(&left), "{left}");
}
