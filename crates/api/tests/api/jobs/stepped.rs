//! H6: tests step the worker.

use super::rows::open_job;
use crate::support::{World, key};
use gangway::jobs::{run_one, run_until_idle};
use gangway_domain::wire::SendInvite;

#[tokio::test]
async fn h6_a_test_runs_one_job_or_all_that_are_due() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for name in ["jane", "joe", "jim"] {
        let body = SendInvite {
            email: format!("{name}@client.example"),
        };
        owner.api.send_invite(&body, &key()).await.expect("invites");
    }
    assert_eq!(
        world.sandbox().mailbox().all().len(),
        0,
        "nothing runs by itself"
    );
    assert!(run_one(world.context()).await.expect("runs"));
    assert_eq!(world.sandbox().mailbox().all().len(), 1);
    assert_eq!(run_until_idle(world.context()).await.expect("runs"), 2);
    assert_eq!(world.sandbox().mailbox().all().len(), 3);
    assert!(!run_one(world.context()).await.expect("runs"));
    assert_eq!(
        open_job(&world, "old_rows_pruned").await.state,
        "waiting",
        "it is not yet due"
    );
}
