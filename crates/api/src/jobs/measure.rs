//! How the queue stands, for whoever watches it.

use super::claim::without;
use crate::context::Context;
use crate::telemetry::metrics;
use gangway_entities::finders::OfNobody;
use gangway_entities::job::{Column, Entity};
use sea_orm::{
    ColumnTrait, DbErr, PaginatorTrait as _, QueryFilter, QueryOrder, QuerySelect, Select,
};

/// How the queue stands, over all processes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Due and not taken.
    pub waiting: u64,
    /// How long the oldest of those has been due, in seconds.
    pub oldest_s: u64,
    /// At work.
    pub running: u64,
    /// Given up, and not yet retried or cancelled.
    pub failed: u64,
}

/// How many jobs are due and not taken.
pub async fn waiting(ctx: &Context) -> Result<u64, DbErr> {
    due(ctx).await?.count(ctx.db.reader()).await
}

/// Jobs of a suspended partner are not: nobody is to take them.
async fn due(ctx: &Context) -> Result<Select<Entity>, DbErr> {
    let waiting = Entity::all()
        .filter(Column::State.eq("waiting"))
        .filter(Column::RunAt.lte(ctx.now()));
    Ok(without(waiting, &ctx.desk.suspended(ctx).await?))
}

/// Looks how the queue stands, and tells whoever reads the figures.
pub async fn measure(ctx: &Context) -> Result<Standing, DbErr> {
    let oldest = due(ctx).await?.order_by_asc(Column::RunAt).limit(1);
    let oldest = oldest.one(ctx.db.reader()).await?;
    let age = oldest.map_or(0, |row| (ctx.now() - row.run_at).num_seconds());
    let standing = Standing {
        waiting: waiting(ctx).await?,
        oldest_s: u64::try_from(age).unwrap_or_default(),
        running: in_state(ctx, "running").await?,
        failed: in_state(ctx, "dead").await?,
    };
    metrics::queue_stands(standing);
    Ok(standing)
}

async fn in_state(ctx: &Context, state: &str) -> Result<u64, DbErr> {
    Entity::all()
        .filter(Column::State.eq(state))
        .count(ctx.db.reader())
        .await
}
