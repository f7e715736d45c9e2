//! MR-01: two instances on one database: what one commits, those at the other hear.

use super::{follow, next, text_in, two_clients};
use crate::support::World;
use gangway_api_client::Client;
use std::time::{Duration, Instant};

#[tokio::test]
async fn mr_01_what_one_instance_commits_those_at_the_other_hear_within_two_seconds() {
    let world = World::start().await;
    let (owner, jane, _) = two_clients(&world).await;
    let second = world.second_instance().await;
    let there = Client::new(&format!("http://{}", second.addr()));
    there.use_access_token(jane.api.access_token().expect("signed in"));
    let (mut here, mut elsewhere) = (follow(&jane.api).await, follow(&there).await);
    for ctx in [world.context(), second.context()] {
        let committed = Instant::now();
        let (message, _) = text_in(ctx, owner.partner(), jane.client).await;
        for stream in [&mut here, &mut elsewhere] {
            assert_eq!(next(stream).await.subject_id, Some(message.0));
        }
        let took = committed.elapsed();
        assert!(took < Duration::from_secs(4), "{took:?}");
    }
    drop((here, elsewhere));
    second.stop().await;
}

#[tokio::test]
async fn mr_01_a_stream_that_moves_to_the_other_instance_goes_on_where_it_was() {
    let mut world = World::start().await;
    let (owner, jane, _) = two_clients(&world).await;
    let mut stream = follow(&jane.api).await;
    let (first, _) = text_in(world.context(), owner.partner(), jane.client).await;
    assert_eq!(next(&mut stream).await.subject_id, Some(first.0));
    let known = stream.last_id().expect("an id").to_owned();
    let second = world.second_instance().await;
    let there = Client::new(&format!("http://{}", second.addr()));
    there.use_access_token(jane.api.access_token().expect("signed in"));
    world.pause().await;
    let (missed, _) = text_in(second.context(), owner.partner(), jane.client).await;
    let mut again = there.read_stream(Some(&known)).await.expect("a stream");
    assert_eq!(next(&mut again).await.subject_id, Some(missed.0));
    drop(again);
    second.stop().await;
    world.resume().await;
}

/// Many at once, from both: none is lost, none told twice, each in the order of the chain.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mr_01_of_many_commits_at_once_each_is_told_once_and_in_order() {
    let world = World::start().await;
    let (owner, jane, _) = two_clients(&world).await;
    let second = world.second_instance().await;
    let mut stream = follow(&jane.api).await;
    let from = |ctx: &gangway::context::Context| {
        let (ctx, partner, client) = (ctx.clone(), owner.partner(), jane.client);
        tokio::spawn(async move {
            let mut sent = Vec::new();
            for _ in 0..40 {
                sent.push(Some(text_in(&ctx, partner, client).await.0.0));
            }
            sent
        })
    };
    let (one, other) = (from(world.context()), from(second.context()));
    let (mut told, mut places) = (Vec::new(), Vec::new());
    while told.len() < 80 {
        told.push(next(&mut stream).await.subject_id);
        let place: i64 = stream.last_id().expect("an id").parse().expect("a number");
        places.push(place);
    }
    let mut sent = one.await.expect("commits");
    sent.extend(other.await.expect("commits"));
    told.sort();
    sent.sort();
    assert_eq!(told, sent);
    assert!(places.is_sorted(), "{places:?}");
    drop(stream);
    second.stop().await;
}
