//! What has served goes: finished jobs after a week, kept answers after a day.

use super::rows::put_idle_mails;
use crate::support::World;
use chrono::Duration;
use gangway::jobs::{self, Ran};
use gangway_entities::finders::OfNobody as _;
use gangway_entities::idempotency_key;
use gangway_entities::job::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait as _, EntityTrait as _, IntoActiveModel, PaginatorTrait as _,
    QueryFilter as _,
};
use std::collections::BTreeSet;

const JOBS: u64 = 6_000;

async fn count(world: &World) -> u64 {
    let count = Entity::all().count(world.context().db.reader());
    count.await.expect("counts")
}

/// Jobs that were done so many days ago.
async fn done(world: &World, days: i64) {
    let ctx = world.context();
    let partner = world.partner("Harbor IT").await.partner();
    let ids = put_idle_mails(ctx, partner.0, usize::try_from(JOBS).expect("some")).await;
    let tx = ctx.db.begin().await.expect("begins");
    for some in ids.chunks(500) {
        let change = Entity::change_all()
            .col_expr(Column::State, Expr::value("done"))
            .col_expr(
                Column::FinishedAt,
                Expr::value(ctx.now() - Duration::days(days)),
            );
        let change = change.filter(Column::Id.is_in(some.iter().copied()));
        change.exec(&tx).await.expect("changes");
    }
    tx.commit().await.expect("commits");
}

/// Prunes, and tells the counts that others saw meanwhile.
async fn pruned(world: &World, count: impl AsyncFn(&World) -> u64) -> BTreeSet<u64> {
    let mut seen = BTreeSet::new();
    // Who counts has a connection: opening one can take longer than all of it.
    tokio::join!(count(world), count(world), count(world));
    let pruning = jobs::prune(world.context());
    let mut pruning = std::pin::pin!(pruning);
    let ran = loop {
        tokio::select! {
            ran = &mut pruning => break ran,
            rows = count(world) => seen.insert(rows),
        };
    };
    assert!(matches!(ran, Ran::Again { .. }), "{ran:?}");
    seen
}

async fn count_kept(world: &World) -> u64 {
    let count = idempotency_key::Entity::all().count(world.context().db.reader());
    count.await.expect("counts")
}

/// Answers that were kept so many hours ago.
async fn kept(world: &World, many: u64, hours: i64) {
    let ctx = world.context();
    let row = |number| idempotency_key::Model {
        principal: format!("somebody {hours}"),
        operation: "create_client".to_owned(),
        idempotency_key: format!("{number}"),
        body_hash: String::new(),
        status: 201,
        location: None,
        body: "{}".to_owned(),
        created_at: ctx.now() - Duration::hours(hours) - Duration::milliseconds(number),
    };
    let rows: Vec<_> = (0..i64::try_from(many).expect("some")).map(row).collect();
    let tx = ctx.db.begin().await.expect("begins");
    for some in rows.chunks(500) {
        let some = some.iter().cloned().map(IntoActiveModel::into_active_model);
        let insert = idempotency_key::Entity::insert_many(some.map(ActiveModelTrait::reset_all));
        insert.exec_without_returning(&tx).await.expect("inserts");
    }
    tx.commit().await.expect("commits");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn id_02_kept_answers_go_after_a_day_some_at_a_time() {
    let world = World::start().await;
    kept(&world, 4_000, 25).await;
    kept(&world, 3, 23).await;
    let seen = pruned(&world, count_kept).await;
    assert_eq!(count_kept(&world).await, 3);
    let between = seen.iter().filter(|rows| (4..4_003).contains(*rows));
    assert!(between.count() > 0, "{seen:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jq_11_finished_jobs_go_some_at_a_time_and_others_write_in_between() {
    let world = World::start().await;
    done(&world, 8).await;
    let all = count(&world).await;
    let left = all - JOBS;
    let seen = pruned(&world, count).await;
    assert_eq!(count(&world).await, left);
    let between = seen.iter().filter(|rows| (left + 1..all).contains(rows));
    assert!(between.count() > 0, "{seen:?}");
}
