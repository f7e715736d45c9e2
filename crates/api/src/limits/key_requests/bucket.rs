//! The bucket of a key in the database.

use super::standing::{NAME, Numbers};
use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::ids::ApiKeyId;
use gangway_entities::finders::OfNobody as _;
use gangway_entities::limit_bucket::{ActiveModel, Column, Entity};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Takes as many from the bucket, all or none, in one statement.
pub async fn take(
    ctx: &Context,
    key: ApiKeyId,
    limit: Numbers,
    wanted: u32,
    now_ms: i64,
) -> Result<bool, Refusal> {
    let costs = limit.every_ms * i64::from(wanted);
    let full_at = || Expr::col((Entity, Column::FullAtMs));
    let next = || {
        Expr::case(full_at().gt(now_ms), full_at())
            .finally(now_ms)
            .add(costs)
    };
    let row = ActiveModel {
        bucket: Set(bucket(ctx, key)),
        full_at_ms: Set(now_ms + costs),
    };
    let tx = ctx.db.begin().await?;
    let taken = Entity::insert(row)
        .on_conflict(
            OnConflict::column(Column::Bucket)
                .value(Column::FullAtMs, next())
                .action_and_where(next().lte(now_ms + limit.whole_ms()))
                .to_owned(),
        )
        .exec_without_returning(&tx)
        .await?;
    tx.commit().await?;
    Ok(taken > 0)
}

/// When it is full again, in milliseconds since 1970; none where it never was touched.
pub async fn full_at(ctx: &Context, key: ApiKeyId) -> Result<Option<i64>, Refusal> {
    let row = Entity::all().filter(Column::Bucket.eq(bucket(ctx, key)));
    let row = row.one(ctx.db.reader()).await?;
    Ok(row.map(|row| row.full_at_ms))
}

fn bucket(ctx: &Context, key: ApiKeyId) -> String {
    ctx.keys.limit_bucket(NAME, &key.to_string())
}
