//! Removing rows that have served: kept answers after a day, finished jobs after a week,
//! buckets of limits that are full again.

use super::{Job, Ran, enqueue};
use crate::context::Context;
use crate::idempotency::KEPT_HOURS;
use crate::limits;
use crate::refusal::Refusal;
use chrono::Duration;
use gangway_entities::finders::OfNobody as _;
use gangway_entities::{idempotency_key, job};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect as _};
use uuid::Uuid;

/// How often it runs, and how long finished jobs stay.
const EVERY: Duration = Duration::hours(1);
const JOBS_STAY: Duration = Duration::days(7);
/// Jobs removed at once.
const SOME: u64 = 500;
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
        limits::prune(ctx, &tx).await?;
        tx.commit().await?;
        while prune_jobs(ctx).await? {}
        Ok::<_, DbErr>(())
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

/// Removes some finished jobs, and tells whether there may be more: others who wait to write get their turn
/// in between.
#[expect(
    clippy::disallowed_methods,
    reason = "this table belongs to no partner"
)]
async fn prune_jobs(ctx: &Context) -> Result<bool, DbErr> {
    let served = job::Entity::all()
        .select_only()
        .column(job::Column::Id)
        .filter(job::Column::State.eq("done"))
        .filter(job::Column::FinishedAt.lt(ctx.now() - JOBS_STAY))
        .limit(SOME);
    let served: Vec<Uuid> = served.into_tuple().all(ctx.db.reader()).await?;
    if served.is_empty() {
        return Ok(false);
    }
    let tx = ctx.db.begin().await?;
    job::Entity::delete_many()
        .filter(job::Column::Id.is_in(served))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(true)
}
