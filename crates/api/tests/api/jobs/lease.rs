//! JQ-01, JQ-03: only the worker whose lease it is may end a job.

use super::rows::{job, jobs};
use crate::support::{World, key};
use chrono::Duration;
use gangway::jobs::{Leased, claim, finish, put_back, run_one};
use gangway_domain::wire::SendInvite;

/// A world with one mail to be sent, and the first worker's lease on it.
async fn claimed() -> (World, Leased) {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = SendInvite {
        email: "jane@client.example".to_owned(),
    };
    owner.api.send_invite(&body, &key()).await.expect("invites");
    let leased = claim(world.context())
        .await
        .expect("claims")
        .expect("a job");
    (world, leased)
}

#[tokio::test]
async fn jq_01_a_job_at_work_is_left_alone_until_its_lease_has_run_out() {
    let (world, leased) = claimed().await;
    let held = job(&world, leased.id).await;
    assert_eq!((held.state.as_str(), held.attempts), ("running", 1));
    world.advance(Duration::seconds(89));
    assert!(!run_one(world.context()).await.expect("runs"));
    world.advance(Duration::seconds(2));
    assert!(run_one(world.context()).await.expect("runs"));
    let done = job(&world, leased.id).await;
    assert_eq!((done.state.as_str(), done.attempts), ("done", 2));
    assert_eq!(world.sandbox().mailbox().to("jane@client.example").len(), 1);
}

#[tokio::test]
async fn jq_01_a_worker_that_comes_back_after_its_lease_cannot_end_the_job() {
    let (world, late) = claimed().await;
    let ctx = world.context();
    world.advance(Duration::seconds(91));
    // Another one is at it now.
    let now = claim(ctx).await.expect("claims").expect("a job");
    assert_eq!((now.id, now.attempt), (late.id, 2));
    let held = job(&world, late.id).await;
    assert!(!finish(ctx, &late, "done", None).await.expect("answers"));
    assert!(
        !finish(ctx, &late, "dead", Some("late"))
            .await
            .expect("answers")
    );
    assert!(!put_back(ctx, &late, "late", None).await.expect("answers"));
    assert_eq!(
        job(&world, late.id).await,
        held,
        "the late end changes nothing"
    );
    assert!(finish(ctx, &now, "done", None).await.expect("answers"));
    // Nor can anyone end it twice.
    assert!(!finish(ctx, &now, "dead", None).await.expect("answers"));
    assert_eq!(job(&world, late.id).await.state, "done");
}

#[tokio::test]
async fn jq_01_many_workers_share_the_jobs_and_none_is_done_twice() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for n in 0..12 {
        let body = SendInvite {
            email: format!("jane{n}@client.example"),
        };
        owner.api.send_invite(&body, &key()).await.expect("invites");
    }
    let workers: Vec<_> = (0..4)
        .map(|_| {
            let ctx = world.context().clone();
            tokio::spawn(async move { gangway::jobs::run_until_idle(&ctx).await.expect("runs") })
        })
        .collect();
    let mut ran = 0;
    for worker in workers {
        ran += worker.await.expect("no panic");
    }
    assert_eq!(ran, 12);
    assert!(
        jobs(&world, "mail_sent")
            .await
            .iter()
            .all(|job| job.attempts == 1)
    );
    assert_eq!(world.sandbox().mailbox().all().len(), 12);
}
