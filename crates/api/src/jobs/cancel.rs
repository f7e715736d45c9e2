//! A job is taken out of the queue, because the operator says so.

use crate::context::Context;
use gangway_entities::finders::OfNobody;
use gangway_entities::job::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, QueryFilter};
use uuid::Uuid;

/// Cancels a job that is not done. One at work may still have its effect, once: it is not tried
/// again, and its end does not count. False when there is none with this id.
pub async fn cancel(ctx: &Context, id: Uuid) -> Result<bool, DbErr> {
    let tx = ctx.db.begin().await?;
    let cancelled = Entity::change_all()
        .col_expr(Column::State, Expr::value("cancelled"))
        .col_expr(Column::FinishedAt, Expr::value(ctx.now()))
        .col_expr(Column::LeaseToken, Expr::value(None::<Uuid>))
        .col_expr(Column::UniqueKey, Expr::value(None::<String>))
        .filter(Column::Id.eq(id))
        .filter(Column::State.is_in(["waiting", "running", "dead"]))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(cancelled.rows_affected == 1)
}
