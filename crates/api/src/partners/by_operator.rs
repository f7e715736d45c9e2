//! `gangway partner list`, `suspend` and `resume`: what only the operator of an instance does.

use super::store;
use crate::context::Context;
use crate::events::{Event, record};
use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use gangway_domain::ids::PartnerId;
use gangway_entities::finders::every_partner;
use gangway_entities::partner::Column;
use sea_orm::{DbErr, QueryOrder as _};

/// A partner as the operator sees it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its id.
    pub id: PartnerId,
    /// Its name.
    pub name: String,
    /// Since when it is there.
    pub created_at: DateTime<Utc>,
    /// Since when it is suspended.
    pub suspended_at: Option<DateTime<Utc>>,
}

/// A partner that was suspended or resumed.
#[derive(Clone, Debug)]
pub struct SetSuspended {
    /// Its name.
    pub name: String,
    /// Whether it was not so before.
    pub changed: bool,
}

/// Every partner, oldest first.
pub async fn list(ctx: &Context) -> Result<Vec<Listed>, DbErr> {
    let rows = every_partner().order_by_asc(Column::CreatedAt);
    let rows = rows.all(ctx.db.reader()).await?;
    let listed = rows.into_iter().map(|row| Listed {
        id: row.id.into(),
        name: row.name,
        created_at: row.created_at,
        suspended_at: row.suspended_at,
    });
    Ok(listed.collect())
}

/// Suspends a partner: from the next request on nobody acts for it, its links and its clients' applications do not
/// work, and its jobs wait. None where there is no such partner.
pub async fn suspend(ctx: &Context, id: PartnerId) -> Result<Option<SetSuspended>, Refusal> {
    set(ctx, id, Some(ctx.now()), "partner.suspended").await
}

/// Takes that back, and lets the jobs go on.
pub async fn resume(ctx: &Context, id: PartnerId) -> Result<Option<SetSuspended>, Refusal> {
    set(ctx, id, None, "partner.resumed").await
}

async fn set(
    ctx: &Context,
    id: PartnerId,
    suspended_at: Option<DateTime<Utc>>,
    event: &'static str,
) -> Result<Option<SetSuspended>, Refusal> {
    let tx = ctx.db.begin().await?;
    let Some(partner) = store::find(&tx, id).await? else {
        return Ok(None);
    };
    let changed = store::set_suspended(&tx, id, suspended_at).await?;
    if changed {
        record(ctx, &tx, Event::of(event, id).at(id)).await?;
    }
    tx.commit().await?;
    ctx.desk.suspended_changed().await;
    ctx.job_bell.notify_waiters();
    Ok(Some(SetSuspended {
        name: partner.name,
        changed,
    }))
}
