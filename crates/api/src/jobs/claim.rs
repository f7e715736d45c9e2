//! Taking a job: under a lease, with the try counted first.

use super::Job;
use super::queue::{Leased, VERSION};
use crate::context::Context;
use chrono::{DateTime, Duration, Utc};
use gangway_domain::ids::PartnerId;
use gangway_entities::finders::OfNobody;
use gangway_entities::job::{Column, Entity, Model};
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DbErr, PaginatorTrait as _, QueryFilter,
    QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

/// A worker that has not finished after this long is taken for dead.
const LEASE: Duration = Duration::seconds(90);

/// Takes the oldest due job, or one whose worker died. The try is counted before the work, so that
/// a job that kills its worker comes to an end, and does not hold up the others.
pub async fn claim(ctx: &Context) -> Result<Option<Leased>, DbErr> {
    loop {
        let now = ctx.now();
        let tx = ctx.db.begin().await?;
        let mut query = due(now);
        if ctx.db.is_postgres() {
            query = query.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
        }
        let Some(row) = query.one(&tx).await? else {
            tx.rollback().await?;
            return Ok(None);
        };
        if row.attempts < Job::most_attempts(&row.kind) {
            let leased = lease(ctx, &tx, row, now).await?;
            tx.commit().await?;
            return Ok(Some(leased));
        }
        bury(&tx, &row, now).await?;
        tx.commit().await?;
    }
}

/// The oldest job of a kind we know that waits for its time or whose worker died.
fn due(now: DateTime<Utc>) -> Select<Entity> {
    let waits = Condition::all()
        .add(Column::State.eq("waiting"))
        .add(Column::RunAt.lte(now));
    let left = Condition::all()
        .add(Column::State.eq("running"))
        .add(Column::LeaseExpiresAt.lt(now));
    Entity::all()
        .filter(Column::Kind.is_in(Job::KINDS))
        .filter(Column::Version.eq(VERSION))
        .filter(Condition::any().add(waits).add(left))
        .order_by_asc(Column::RunAt)
        .limit(1)
}

/// How many jobs are due and not taken.
pub async fn waiting(ctx: &Context) -> Result<u64, DbErr> {
    Entity::all()
        .filter(Column::State.eq("waiting"))
        .filter(Column::RunAt.lte(ctx.now()))
        .count(ctx.db.reader())
        .await
}

async fn lease(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: Model,
    now: DateTime<Utc>,
) -> Result<Leased, DbErr> {
    let token: Uuid = ctx.new_id();
    Entity::change_all()
        .col_expr(Column::State, Expr::value("running"))
        .col_expr(Column::Attempts, Expr::value(row.attempts + 1))
        .col_expr(Column::LeaseToken, Expr::value(token))
        .col_expr(Column::LeaseExpiresAt, Expr::value(now + LEASE))
        .filter(Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    Ok(Leased {
        id: row.id,
        kind: row.kind,
        payload: row.payload,
        partner: row.partner_id.map(PartnerId),
        attempt: row.attempts + 1,
        token,
    })
}

async fn bury(tx: &DatabaseTransaction, row: &Model, now: DateTime<Utc>) -> Result<(), DbErr> {
    tracing::error!(job = %row.id, kind = row.kind, "job given up after {} tries", row.attempts);
    metrics::counter!("gangway_jobs_dead_total", "kind" => row.kind.clone()).increment(1);
    let why = row
        .last_error
        .clone()
        .unwrap_or_else(|| "its worker died each time".to_owned());
    Entity::change_all()
        .col_expr(Column::State, Expr::value("dead"))
        .col_expr(Column::LastError, Expr::value(why))
        .col_expr(Column::FinishedAt, Expr::value(now))
        .col_expr(Column::LeaseToken, Expr::value(None::<Uuid>))
        .col_expr(Column::UniqueKey, Expr::value(None::<String>))
        .filter(Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    Ok(())
}
