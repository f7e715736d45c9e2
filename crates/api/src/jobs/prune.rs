//! Removing rows that have served: kept answers after a day, finished jobs after a week,
//! buckets of limits that are full again.

use super::{Job, Ran, enqueue};
use crate::context::Context;
use crate::idempotency::KEPT_HOURS;
use crate::limits;
use crate::refusal::Refusal;
use chrono::Duration;
use gangway_entities::{idempotency_key, job};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// How often it runs, and how long finished jobs stay.
const EVERY: Duration = Duration::hours(1);
const JOBS_STAY: Duration = Duration::days(7);
const KEY: &str = "old_rows_pruned";

/// Puts the first run in the queue, once for all instances.
pub async fn schedule_pruning(ctx: &Context) -> Result<(), Refusal> {
    let tx = ctx.db.begin().await?;
    enqueue(
        ctx,
        &tx,
        Job::OldRowsPruned,
        None,
        Some(KEY.to_owned()),
        ctx.now() + EVERY,
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Removes what has served; comes back by itself.
#[expect(
    clippy::disallowed_methods,
    reason = "these tables belong to no partner"
)]
pub async fn prune(ctx: &Context) -> Ran {
    let now = ctx.now();
    let removed = async {
        let tx = ctx.db.begin().await?;
        idempotency_key::Entity::delete_many()
            .filter(idempotency_key::Column::CreatedAt.lt(now - Duration::hours(KEPT_HOURS)))
            .exec(&tx)
            .await?;
        job::Entity::delete_many()
            .filter(job::Column::State.eq("done"))
            .filter(job::Column::FinishedAt.lt(now - JOBS_STAY))
            .exec(&tx)
            .await?;
        limits::prune(ctx, &tx).await?;
        tx.commit().await
    };
    match removed.await {
        Ok(()) => Ran::Again {
            why: "it runs every hour".to_owned(),
            after: Some(EVERY),
        },
        Err(error) => Ran::Again {
            why: error.to_string(),
            after: None,
        },
    }
}
