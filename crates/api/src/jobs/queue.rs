//! The queue's table: enqueue, claim, finish.

use super::Job;
use crate::context::Context;
use crate::refusal::Refusal;
use chrono::{DateTime, Duration, Utc};
use gangway_domain::ids::PartnerId;
use gangway_entities::finders::OfNobody;
use gangway_entities::job::{ActiveModel, Column, Entity};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

/// The version of the payloads we write and read.
pub(super) const VERSION: i32 = 1;
/// First wait and longest wait between tries.
const BASE_WAIT: Duration = Duration::seconds(5);
const LONGEST_WAIT: Duration = Duration::hours(1);

/// A job held by a worker.
#[derive(Clone, Debug)]
pub struct Leased {
    /// Its row.
    pub id: Uuid,
    /// Its kind.
    pub kind: String,
    /// Its payload.
    pub payload: String,
    /// Its partner.
    pub partner: Option<PartnerId>,
    /// Which try this is, from 1.
    pub attempt: i32,
    /// When it was queued.
    pub created_at: DateTime<Utc>,
    pub(super) token: Uuid,
}

/// Queues a job in the caller's transaction. With a unique key, one that waits already is enough.
pub async fn enqueue(
    ctx: &Context,
    tx: &DatabaseTransaction,
    job: Job,
    partner: Option<PartnerId>,
    unique_key: Option<String>,
    run_at: DateTime<Utc>,
) -> Result<(), Refusal> {
    let row = waiting(ctx, job, partner, unique_key, run_at)?;
    Entity::insert(row)
        .on_conflict(one_is_enough())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Queues up to a thousand jobs of one partner in the caller's transaction, each with its unique key.
pub async fn enqueue_all(
    ctx: &Context,
    tx: &DatabaseTransaction,
    jobs: Vec<(Job, String)>,
    partner: PartnerId,
    run_at: DateTime<Utc>,
) -> Result<(), Refusal> {
    if jobs.is_empty() {
        return Ok(());
    }
    let rows = jobs
        .into_iter()
        .map(|(job, key)| waiting(ctx, job, Some(partner), Some(key), run_at));
    let rows = rows.collect::<Result<Vec<_>, Refusal>>()?;
    Entity::insert_many(rows)
        .on_conflict(one_is_enough())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

fn waiting(
    ctx: &Context,
    job: Job,
    partner: Option<PartnerId>,
    unique_key: Option<String>,
    run_at: DateTime<Utc>,
) -> Result<ActiveModel, Refusal> {
    Ok(ActiveModel {
        id: Set(ctx.new_id()),
        kind: Set(job.kind().to_owned()),
        version: Set(VERSION),
        partner_id: Set(partner.map(Into::into)),
        payload: Set(serde_json::to_string(&job).map_err(Refusal::internal)?),
        unique_key: Set(unique_key),
        state: Set("waiting".to_owned()),
        run_at: Set(run_at),
        attempts: Set(0),
        lease_token: Set(None),
        lease_expires_at: Set(None),
        last_error: Set(None),
        created_at: Set(ctx.now()),
        finished_at: Set(None),
    })
}

fn one_is_enough() -> OnConflict {
    OnConflict::column(Column::UniqueKey)
        .do_nothing()
        .to_owned()
}

/// Makes a waiting job due at once and its waits short again; one at work is left alone.
pub async fn hurry(
    ctx: &Context,
    tx: &DatabaseTransaction,
    unique_key: &str,
) -> Result<(), Refusal> {
    Entity::change_all()
        .col_expr(Column::RunAt, Expr::value(ctx.now()))
        .col_expr(Column::Attempts, Expr::value(0))
        .filter(Column::UniqueKey.eq(unique_key))
        .filter(Column::State.eq("waiting"))
        .exec(tx)
        .await?;
    Ok(())
}

/// Makes a waiting job due at a time, unless it is due before.
pub async fn bring_forward(
    tx: &DatabaseTransaction,
    unique_key: &str,
    at: DateTime<Utc>,
) -> Result<(), Refusal> {
    Entity::change_all()
        .col_expr(Column::RunAt, Expr::value(at))
        .filter(Column::UniqueKey.eq(unique_key))
        .filter(Column::State.eq("waiting"))
        .filter(Column::RunAt.gt(at))
        .exec(tx)
        .await?;
    Ok(())
}

/// Ends a job for good. False when another worker took it over meanwhile.
pub async fn finish(
    ctx: &Context,
    job: &Leased,
    state: &str,
    error: Option<&str>,
) -> Result<bool, DbErr> {
    let now = ctx.now();
    let tx = ctx.db.begin().await?;
    let ended = Entity::change_all()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::LastError, Expr::value(error))
        .col_expr(Column::FinishedAt, Expr::value(now))
        .col_expr(Column::LeaseToken, Expr::value(None::<Uuid>))
        .col_expr(Column::UniqueKey, Expr::value(None::<String>))
        .filter(held(job))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(ended.rows_affected == 1)
}

/// Puts a job back for another try.
pub async fn put_back(
    ctx: &Context,
    job: &Leased,
    why: &str,
    at_least: Option<Duration>,
) -> Result<bool, DbErr> {
    put_back_after(ctx, job, job.attempt, why, at_least).await
}

/// Puts a job back as though it had not been tried: one that is not due yet, or whose provider is
/// down, since what fails for everyone says nothing about this one.
pub async fn put_back_untried(
    ctx: &Context,
    job: &Leased,
    why: &str,
    at_least: Option<Duration>,
) -> Result<bool, DbErr> {
    put_back_after(ctx, job, job.attempt - 1, why, at_least).await
}

async fn put_back_after(
    ctx: &Context,
    job: &Leased,
    tries: i32,
    why: &str,
    at_least: Option<Duration>,
) -> Result<bool, DbErr> {
    let mut random = [0; 8];
    ctx.chance.fill(&mut random);
    let wait = wait_before(tries, u64::from_le_bytes(random)).max(at_least.unwrap_or_default());
    let tx = ctx.db.begin().await?;
    let back = Entity::change_all()
        .col_expr(Column::State, Expr::value("waiting"))
        .col_expr(Column::LastError, Expr::value(why))
        .col_expr(Column::Attempts, Expr::value(tries))
        .col_expr(Column::RunAt, Expr::value(ctx.now() + wait))
        .col_expr(Column::LeaseToken, Expr::value(None::<Uuid>))
        .filter(held(job))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(back.rows_affected == 1)
}

/// Gives back what this process holds, for another to take at once.
pub async fn release(ctx: &Context, job: &Leased) -> Result<(), DbErr> {
    let tx = ctx.db.begin().await?;
    Entity::change_all()
        .col_expr(Column::State, Expr::value("waiting"))
        .col_expr(Column::Attempts, Expr::value(job.attempt - 1))
        .col_expr(Column::LeaseToken, Expr::value(None::<Uuid>))
        .filter(held(job))
        .exec(&tx)
        .await?;
    tx.commit().await
}

/// Only the worker whose lease it still is may end or put back a job.
fn held(job: &Leased) -> Condition {
    Condition::all()
        .add(Column::Id.eq(job.id))
        .add(Column::LeaseToken.eq(job.token))
}

/// Full jitter: anything from a millisecond to 5 s doubled at each try, an hour at most.
fn wait_before(attempt: i32, random: u64) -> Duration {
    let doublings = u32::try_from(attempt.clamp(1, 20) - 1).unwrap_or_default();
    let longest = BASE_WAIT
        .checked_mul(2_i32.saturating_pow(doublings))
        .unwrap_or(LONGEST_WAIT)
        .min(LONGEST_WAIT);
    let span = u64::try_from(longest.num_milliseconds())
        .unwrap_or(1)
        .max(1);
    Duration::milliseconds(1 + i64::try_from(random % span).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jq_04_waits_double_and_end_at_an_hour() {
        for (attempt, longest_s) in [(1, 5), (2, 10), (3, 20), (8, 640), (12, 3600), (200, 3600)] {
            assert_eq!(wait_before(attempt, 0), Duration::milliseconds(1));
            let ms = u64::try_from(longest_s * 1000).expect("positive");
            assert_eq!(
                wait_before(attempt, ms - 1).num_milliseconds(),
                longest_s * 1000
            );
        }
    }
}
