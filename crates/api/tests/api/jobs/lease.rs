//! JQ-01, JQ-03: only the worker whose lease it is may end a job.

use super::rows::{job, open_job};
use crate::support::{World, key};
use chrono::Duration;
use gangway::jobs::run_one;
use gangway_domain::wire::SendInvite;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn jq_01_a_worker_that_comes_back_after_its_lease_cannot_end_the_job() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    world.run_jobs().await;
    let body = SendInvite { email: "jane@client.example".to_owned() };
    owner.api.send_invite(&body, &key()).await.expect("invites");
    let queued = open_job(&world, "mail_sent").await;

    // The first worker stops in the middle, for longer than its lease.
    fail::cfg("job_done", "1*pause->off").expect("a fail point");
    let ctx = world.context().clone();
    let late = tokio::spawn(async move { run_one(&ctx).await });
    while world.sandbox().mailbox().to("jane@client.example").is_empty() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let held = job(&world, queued.id).await;
    assert_eq!((held.state.as_str(), held.attempts), ("running", 1));
    assert!(!run_one(world.context()).await.expect("runs"), "another worker leaves it alone");

    world.advance(Duration::seconds(91));
    assert!(run_one(world.context()).await.expect("runs"), "another worker takes over");
    let done = job(&world, queued.id).await;
    assert_eq!((done.state.as_str(), done.attempts), ("done", 2));

    world.advance(Duration::seconds(30));
    fail::cfg("job_done", "off").expect("a fail point");
    late.await.expect("no panic").expect("runs");
    assert_eq!(job(&world, queued.id).await, done, "the late end changes nothing");
    assert_eq!(world.sandbox().mailbox().to("jane@client.example").len(), 1);
}
