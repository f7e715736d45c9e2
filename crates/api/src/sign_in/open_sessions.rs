//! The sessions a person has open.

use crate::context::Context;
use crate::refusal::Refusal;
use chrono::Duration;
use gangway_domain::ids::{PersonId, SessionId};
use gangway_entities::finders::OfNobody as _;
use gangway_entities::session::{Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, QueryFilter, Select};

/// How long a use is not written again, so that reading stays reading.
const NOTED_FOR: Duration = Duration::minutes(1);

/// A person's sessions that still work.
pub fn open_of(ctx: &Context, person: PersonId) -> Select<Entity> {
    let now = ctx.now();
    Entity::all()
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::EndedAt.is_null())
        .filter(Column::ExpiresAt.gt(now))
        .filter(Column::LastUsedAt.gt(now - ctx.config.sessions.idle))
}

/// Ends all but one of a person's sessions; gives how many were open.
pub async fn end_others(
    ctx: &Context,
    tx: &DatabaseTransaction,
    person: PersonId,
    but: SessionId,
    reason: &str,
) -> Result<u64, Refusal> {
    let ended = Entity::change_all()
        .col_expr(Column::EndedAt, Expr::value(ctx.now()))
        .col_expr(Column::EndReason, Expr::value(reason))
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::Id.ne(but.0))
        .filter(Column::EndedAt.is_null())
        .exec(tx)
        .await?;
    Ok(ended.rows_affected)
}

/// Notes that a session is in use, at most once a minute. A request is not refused because this
/// could not be written.
pub async fn note_use(ctx: &Context, session: &Model) {
    if session.last_used_at + NOTED_FOR > ctx.now() {
        return;
    }
    if let Err(error) = write_use(ctx, SessionId(session.id)).await {
        tracing::warn!("the use of a session was not noted: {error}");
    }
}

async fn write_use(ctx: &Context, id: SessionId) -> Result<(), DbErr> {
    let now = ctx.now();
    let tx = ctx.db.begin().await?;
    Entity::change_all()
        .col_expr(Column::LastUsedAt, Expr::value(now))
        .filter(Column::Id.eq(id.0))
        .filter(Column::LastUsedAt.lte(now - NOTED_FOR))
        .filter(Column::EndedAt.is_null())
        .exec(&tx)
        .await?;
    tx.commit().await
}
