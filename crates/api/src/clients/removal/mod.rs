//! Removing clients for ever, once they can no longer be restored: a job for each, queued when it was
//! deleted. What happened stays in the audit log, which is only ever added to.

mod remove;
mod tables;

pub use remove::remove;

use super::retention;
use crate::context::Context;
use crate::extract::Caller;
use crate::jobs::{Job, enqueue_all};
use crate::refusal::Refusal;
use gangway_domain::ids::ClientId;
use sea_orm::DatabaseTransaction;

/// Queues the removal of clients that are deleted in this transaction.
pub(super) async fn schedule(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    clients: &[ClientId],
) -> Result<(), Refusal> {
    let (partner, now) = (caller.partner, ctx.now());
    let removal = |client: &ClientId| {
        let client = *client;
        // A client may be deleted again after it was restored: the time tells the two apart.
        let key = format!("client_removed:{client}:{}", now.timestamp_millis());
        (Job::ClientRemoved { partner, client }, key)
    };
    let jobs = clients.iter().map(removal).collect();
    enqueue_all(ctx, tx, jobs, partner, retention::until(ctx, now)).await
}
