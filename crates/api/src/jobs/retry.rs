//! Jobs that were given up are tried again, because the operator says so.

use super::Job;
use crate::context::Context;
use crate::mails;
use crate::refusal::Refusal;
use gangway_entities::finders::OfNobody;
use gangway_entities::job::{Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, QueryFilter};
use uuid::Uuid;

/// Tries a job again that was given up. False when there is none with this id.
pub async fn retry(ctx: &Context, id: Uuid) -> Result<bool, Refusal> {
    let dead = Entity::all().filter(Column::Id.eq(id));
    let tx = ctx.db.begin().await?;
    let Some(row) = dead.filter(Column::State.eq("dead")).one(&tx).await? else {
        tx.rollback().await?;
        return Ok(false);
    };
    let revived = revive(ctx, &tx, &row).await?;
    tx.commit().await?;
    ctx.job_bell.notify_waiters();
    Ok(revived)
}

/// Tries all jobs again that were given up; gives how many.
pub async fn retry_all(ctx: &Context) -> Result<usize, Refusal> {
    let dead = Entity::all().filter(Column::State.eq("dead"));
    let mut revived = 0;
    for row in dead.all(ctx.db.reader()).await? {
        revived += usize::from(retry(ctx, row.id).await?);
    }
    Ok(revived)
}

/// The tries count anew. A mail that was refused for good is open again.
async fn revive(ctx: &Context, tx: &DatabaseTransaction, row: &Model) -> Result<bool, Refusal> {
    if let Ok(Job::MailSent { mail }) = serde_json::from_str(&row.payload) {
        mails::reopen(ctx, tx, mail).await?;
    }
    let revived = Entity::change_all()
        .col_expr(Column::State, Expr::value("waiting"))
        .col_expr(Column::Attempts, Expr::value(0))
        .col_expr(Column::RunAt, Expr::value(ctx.now()))
        .col_expr(Column::CreatedAt, Expr::value(ctx.now()))
        .col_expr(
            Column::FinishedAt,
            Expr::value(None::<chrono::DateTime<chrono::Utc>>),
        )
        .filter(Column::Id.eq(row.id))
        .filter(Column::State.eq("dead"))
        .exec(tx)
        .await?;
    Ok(revived.rows_affected == 1)
}
