//! Taking a job: under a lease, with the try counted first.

use super::Job;
use super::desk::Opening;
use super::queue::{Leased, VERSION};
use crate::context::Context;
use crate::telemetry;
use chrono::{DateTime, Duration, Utc};
use gangway_domain::ids::PartnerId;
use gangway_entities::finders::OfNobody;
use gangway_entities::job::{Column, Entity, Model};
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DbErr, QueryFilter, QueryOrder, QuerySelect,
    Select,
};
use uuid::Uuid;

/// A worker that has not finished after this long is taken for dead.
const LEASE: Duration = Duration::seconds(90);

/// Takes a due job of any kind.
pub async fn claim(ctx: &Context) -> Result<Option<Leased>, DbErr> {
    take(ctx, &Opening::all()).await
}

/// Takes a due job there is room for, or one whose worker died. The try is counted before the work,
/// so that a job that kills its worker comes to an end, and does not hold up the others.
pub(super) async fn take(ctx: &Context, openings: &[Opening]) -> Result<Option<Leased>, DbErr> {
    let kinds = || openings.iter().map(|opening| opening.kind);
    let suspended = ctx.desk.suspended(ctx).await?;
    loop {
        let now = ctx.now();
        // Whoever only looks does not keep the writers waiting.
        if !anything_due(ctx, kinds(), &suspended, now).await? {
            kinds().for_each(|kind| ctx.desk.nothing_due(kind));
            return Ok(None);
        }
        let tx = ctx.db.begin().await?;
        let Some(row) = next(ctx, &tx, openings, &suspended, now).await? else {
            tx.rollback().await?;
            return Ok(None);
        };
        if row.attempts < Job::most_attempts(&row.kind) {
            let leased = give(ctx, &tx, row, now).await?;
            tx.commit().await?;
            return Ok(Some(leased));
        }
        bury(&tx, &row, now).await?;
        tx.commit().await?;
    }
}

fn waits(now: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(Column::State.eq("waiting"))
        .add(Column::RunAt.lte(now))
}

/// At work, and whoever was at it is taken for dead.
fn left_behind(now: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(Column::State.eq("running"))
        .add(Column::LeaseExpiresAt.lt(now))
}

/// Jobs of kinds and of the version we know; the others are left for a server that knows them, and those of a
/// suspended partner until it goes on.
fn known(kinds: impl IntoIterator<Item = &'static str>, suspended: &[Uuid]) -> Select<Entity> {
    let of_kinds = Entity::all()
        .filter(Column::Kind.is_in(kinds))
        .filter(Column::Version.eq(VERSION));
    without(of_kinds, suspended)
}

/// Those of no such partner.
pub(super) fn without(jobs: Select<Entity>, suspended: &[Uuid]) -> Select<Entity> {
    if suspended.is_empty() {
        return jobs;
    }
    let others = Column::PartnerId.is_not_in(suspended.iter().copied());
    jobs.filter(
        Condition::any()
            .add(Column::PartnerId.is_null())
            .add(others),
    )
}

async fn anything_due(
    ctx: &Context,
    kinds: impl Iterator<Item = &'static str> + Clone,
    suspended: &[Uuid],
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    for due in [waits(now), left_behind(now)] {
        let found = known(kinds.clone(), suspended).filter(due).limit(1);
        if found.one(ctx.db.reader()).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// One whose worker died, or else the most urgent kind's next in turn.
async fn next(
    ctx: &Context,
    tx: &DatabaseTransaction,
    openings: &[Opening],
    suspended: &[Uuid],
    now: DateTime<Utc>,
) -> Result<Option<Model>, DbErr> {
    let kinds = openings.iter().map(|opening| opening.kind);
    let left = known(kinds, suspended)
        .filter(left_behind(now))
        .order_by_asc(Column::LeaseExpiresAt);
    if let Some(row) = first(ctx, tx, left).await? {
        return Ok(Some(row));
    }
    for opening in openings {
        for queue in in_turn(opening, suspended, now) {
            if let Some(row) = first(ctx, tx, queue).await? {
                return Ok(Some(row));
            }
        }
        if opening.not_of.is_empty() {
            ctx.desk.nothing_due(opening.kind);
        }
    }
    Ok(None)
}

/// Partner by partner, however long the queue of each: from the one after whose turn it was last,
/// round to that one again. What belongs to no partner has a turn of its own.
fn in_turn(opening: &Opening, suspended: &[Uuid], now: DateTime<Utc>) -> Vec<Select<Entity>> {
    let of_kind = known([opening.kind], suspended)
        .filter(waits(now))
        .order_by_asc(Column::PartnerId)
        .order_by_asc(Column::RunAt);
    let busy = opening.not_of.iter().filter_map(|partner| *partner);
    let of_partners = of_kind
        .clone()
        .filter(Column::PartnerId.is_not_null())
        .filter(Column::PartnerId.is_not_in(busy.map(|partner| partner.0)));
    let nobody_is_busy = opening.not_of.contains(&None);
    let of_nobody = (!nobody_is_busy).then(|| of_kind.filter(Column::PartnerId.is_null()));
    let after = opening.after.flatten();
    let later = after.map(|last| of_partners.clone().filter(Column::PartnerId.gt(last.0)));
    match later {
        Some(later) => [Some(later), of_nobody, Some(of_partners)],
        None => [Some(of_partners), of_nobody, None],
    }
    .into_iter()
    .flatten()
    .collect()
}

async fn first(
    ctx: &Context,
    tx: &DatabaseTransaction,
    queue: Select<Entity>,
) -> Result<Option<Model>, DbErr> {
    let mut queue = queue.limit(1);
    if ctx.db.is_postgres() {
        queue = queue.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    queue.one(tx).await
}

/// How long a lease holds; longer than a run may take.
fn lease() -> Duration {
    fail::fail_point!("short_lease", |_| Duration::seconds(15));
    LEASE
}

async fn give(
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
        .col_expr(Column::LeaseExpiresAt, Expr::value(now + lease()))
        .filter(Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    Ok(Leased {
        id: row.id,
        kind: row.kind,
        payload: row.payload,
        partner: row.partner_id.map(PartnerId),
        attempt: row.attempts + 1,
        created_at: row.created_at,
        token,
    })
}

async fn bury(tx: &DatabaseTransaction, row: &Model, now: DateTime<Utc>) -> Result<(), DbErr> {
    let span = telemetry::job_span(row.id, &row.kind, row.attempts, row.partner_id);
    tracing::error!(parent: &span, "job given up after {} tries", row.attempts);
    telemetry::metrics::job_dead(&row.kind);
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
