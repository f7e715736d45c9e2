//! The table of buckets. A row holds only when its bucket is full again; each taken token moves that
//! time on, in one statement, so that two who take at once never take the same token.

use super::table::Limit;
use crate::context::Context;
use crate::refusal::{Exceeded, Refusal};
use gangway_entities::finders::OfNobody as _;
use gangway_entities::limit_bucket::{ActiveModel, Column, Entity};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

/// A limit on one subject.
#[derive(Clone, Debug)]
pub struct Bucket {
    limit: Limit,
    key: String,
}

/// A bucket that has nothing left.
#[derive(Clone, Copy, Debug)]
pub struct Dry {
    /// The limit.
    pub limit: Limit,
    wait_s: u32,
}

impl Bucket {
    /// The bucket of a subject: an address, an email, an id.
    pub fn of(ctx: &Context, limit: &Limit, subject: &str) -> Self {
        let key = ctx.keys.limit_bucket(limit.name, subject);
        Self { limit: *limit, key }
    }

    fn every_ms(&self) -> i64 {
        i64::from(self.limit.every_s) * 1_000
    }

    fn whole_ms(&self) -> i64 {
        self.every_ms() * i64::from(self.limit.at_once)
    }

    /// Whether nothing is left; looks only.
    async fn look(&self, ctx: &Context, db: &impl ConnectionTrait) -> Result<Option<Dry>, Refusal> {
        let row = Entity::all().filter(Column::Bucket.eq(&self.key));
        let Some(row) = row.one(db).await? else {
            return Ok(None);
        };
        let now = ctx.now().timestamp_millis();
        let wait_ms = row.full_at_ms + self.every_ms() - self.whole_ms() - now;
        Ok((wait_ms > 0).then(|| Dry {
            limit: self.limit,
            wait_s: u32::try_from((wait_ms + 999) / 1_000).unwrap_or(self.limit.every_s),
        }))
    }

    /// Takes one in the caller's transaction.
    pub async fn take(
        &self,
        ctx: &Context,
        tx: &DatabaseTransaction,
    ) -> Result<Option<Dry>, Refusal> {
        let (now, every) = (ctx.now().timestamp_millis(), self.every_ms());
        let full_at = || Expr::col((Entity, Column::FullAtMs));
        let next = || {
            Expr::case(full_at().gt(now), full_at())
                .finally(now)
                .add(every)
        };
        let row = ActiveModel {
            bucket: Set(self.key.clone()),
            full_at_ms: Set(now + every),
        };
        let taken = Entity::insert(row)
            .on_conflict(
                OnConflict::column(Column::Bucket)
                    .value(Column::FullAtMs, next())
                    .action_and_where(next().lte(now + self.whole_ms()))
                    .to_owned(),
            )
            .exec_without_returning(tx)
            .await?;
        if taken > 0 {
            return Ok(None);
        }
        let dry = self.look(ctx, tx).await?;
        Ok(Some(dry.unwrap_or(Dry {
            limit: self.limit,
            wait_s: 1,
        })))
    }

    /// Gives one back.
    pub async fn give_back(&self, tx: &DatabaseTransaction) -> Result<(), Refusal> {
        Entity::change_all()
            .col_expr(
                Column::FullAtMs,
                Expr::col(Column::FullAtMs).sub(self.every_ms()),
            )
            .filter(Column::Bucket.eq(&self.key))
            .exec(tx)
            .await?;
        Ok(())
    }
}

impl Dry {
    /// The refusal: what happened, and when to try again. It is on record.
    pub fn refusal(self) -> Refusal {
        let Self { limit, wait_s } = self;
        tracing::warn!(security = "limit_hit", limit = limit.name, "limit hit");
        let exceeded = Exceeded {
            name: limit.name,
            at_once: limit.at_once,
            window_s: limit.at_once * limit.every_s,
            retry_after_s: wait_s,
        };
        let detail = format!("{} Try again {}.", limit.words, in_words(wait_s));
        Refusal::too_many(exceeded, detail)
    }
}

/// Takes one of each, or none where one is dry. Who is refused costs a read and no write.
pub async fn take_all(ctx: &Context, buckets: &[Bucket]) -> Result<Option<Dry>, Refusal> {
    if let Some(dry) = look_all(ctx, buckets).await? {
        return Ok(Some(dry));
    }
    let tx = ctx.db.begin().await?;
    for bucket in buckets {
        if let Some(dry) = bucket.take(ctx, &tx).await? {
            tx.rollback().await?;
            return Ok(Some(dry));
        }
    }
    tx.commit().await?;
    Ok(None)
}

/// The first that is dry.
pub async fn look_all(ctx: &Context, buckets: &[Bucket]) -> Result<Option<Dry>, Refusal> {
    for bucket in buckets {
        if let Some(dry) = bucket.look(ctx, ctx.db.reader()).await? {
            return Ok(Some(dry));
        }
    }
    Ok(None)
}

/// As people say it, never too short.
fn in_words(seconds: u32) -> String {
    match seconds {
        0..=10 => "in a few seconds".to_owned(),
        11..=60 => "in a minute".to_owned(),
        61..=3_540 => format!("in {} minutes", seconds.div_ceil(60)),
        3_541..=3_600 => "in an hour".to_owned(),
        _ => format!("in {} hours", seconds.div_ceil(3_600)),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn waiting_is_told_in_words_that_are_never_too_short() {
        for (seconds, words) in [
            (1, "in a few seconds"),
            (60, "in a minute"),
            (61, "in 2 minutes"),
            (3_540, "in 59 minutes"),
            (3_600, "in an hour"),
            (3_601, "in 2 hours"),
        ] {
            assert_eq!(in_words(seconds), words, "{seconds}");
        }
    }
}
