//! Removing rows that have served: kept answers after a day, finished jobs after a week,
//! buckets of limits that are full again.

use super::{Job, Ran, enqueue};
use crate::context::Context;
use crate::idempotency::KEPT_HOURS;
use crate::refusal::Refusal;
use chrono::Duration;
use gangway_entities::finders::OfNobody;
use gangway_entities::{idempotency_key, job, limit_bucket};
use sea_orm::{
    ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    TryGetable, Value,
};
use uuid::Uuid;

/// How often it runs, and how long finished jobs stay.
const EVERY: Duration = Duration::hours(1);
const JOBS_STAY: Duration = Duration::days(7);
/// Rows removed at once.
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
pub async fn prune(ctx: &Context) -> Ran {
    let now = ctx.now();
    let removed = async {
        let unkept = now - Duration::hours(KEPT_HOURS);
        remove_before::<idempotency_key::Entity, _>(
            ctx,
            idempotency_key::Column::CreatedAt,
            unkept,
        )
        .await?;
        // Buckets that are full say nothing.
        let full = now.timestamp_millis() + 1;
        remove_before::<limit_bucket::Entity, _>(ctx, limit_bucket::Column::FullAtMs, full).await?;
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

/// Removes rows by their time, some at once: others who wait to write get their turn in between.
#[expect(
    clippy::disallowed_methods,
    reason = "these tables belong to no partner"
)]
async fn remove_before<E, T>(ctx: &Context, at: E::Column, before: T) -> Result<(), DbErr>
where
    E: OfNobody,
    T: TryGetable + Into<Value> + Clone + Send,
{
    loop {
        let last = E::all()
            .select_only()
            .column(at)
            .filter(at.lt(before.clone()))
            .order_by_asc(at)
            .offset(SOME - 1)
            .limit(1);
        let last: Option<T> = last.into_tuple().one(ctx.db.reader()).await?;
        let some = match &last {
            Some(last) => at.lte(last.clone()),
            None => at.lt(before.clone()),
        };
        let tx = ctx.db.begin().await?;
        E::delete_many().filter(some).exec(&tx).await?;
        tx.commit().await?;
        if last.is_none() {
            return Ok(());
        }
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
