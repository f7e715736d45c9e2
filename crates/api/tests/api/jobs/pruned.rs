//! Finished jobs go after a week.

use super::rows::put_idle_mails;
use crate::support::World;
use chrono::Duration;
use gangway::jobs::{self, Ran};
use gangway_entities::finders::OfNobody as _;
use gangway_entities::job::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, PaginatorTrait as _, QueryFilter as _};

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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jq_11_finished_jobs_go_some_at_a_time_and_others_write_in_between() {
    let world = World::start().await;
    done(&world, 8).await;
    let all = count(&world).await;
    let left = all - JOBS;
    let mut seen = std::collections::BTreeSet::new();
    let pruning = jobs::prune(world.context());
    let mut pruning = std::pin::pin!(pruning);
    let ran = loop {
        tokio::select! {
            ran = &mut pruning => break ran,
            rows = count(&world) => seen.insert(rows),
        };
    };
    assert!(matches!(ran, Ran::Again { .. }), "{ran:?}");
    assert_eq!(count(&world).await, left);
    let between = seen.iter().filter(|rows| (left + 1..all).contains(rows));
    assert!(between.count() > 0, "{seen:?}");
}
