//! The job: a list that nobody confirmed is dropped after a while, and what is kept of one that is over goes.
//! What it made, how many rows it had and who uploaded it stay.

use super::show::state_of;
use super::{kept_rows, store, told};
use crate::context::Context;
use crate::db::again;
use crate::events::record;
use crate::jobs::{self, Job, Ran};
use crate::refusal::Refusal;
use chrono::{DateTime, Duration, Utc};
use gangway_domain::ids::{ImportId, PartnerId};
use gangway_domain::wire::ImportState;
use gangway_entities::client_import::Model;
use sea_orm::DatabaseTransaction;
use serde_json::json;

/// An import at work is looked at again after so long.
const AT_WORK: Duration = Duration::hours(1);

/// Does what is due by now; comes back until nothing is left to do.
pub async fn tidy(ctx: &Context, partner: PartnerId, import: ImportId) -> Ran {
    match run(ctx, partner, import).await {
        Ok(ran) => ran,
        Err(refusal) => Ran::Again {
            why: format!("{refusal:?}"),
            after: None,
        },
    }
}

/// Queues the first look at a list; what is kept of it will go.
pub async fn schedule(
    ctx: &Context,
    tx: &DatabaseTransaction,
    import: &Model,
    at: DateTime<Utc>,
) -> Result<(), Refusal> {
    let (partner, import) = (PartnerId(import.partner_id), ImportId(import.id));
    let job = Job::ImportTidied { partner, import };
    jobs::enqueue(ctx, tx, job, Some(partner), Some(key(import)), at).await
}

/// An import is at work from now on: it is looked at soon, and driven on where it has come to a halt.
pub async fn watch(ctx: &Context, tx: &DatabaseTransaction, import: &Model) -> Result<(), Refusal> {
    let at = ctx.now() + AT_WORK;
    schedule(ctx, tx, import, at).await?;
    jobs::bring_forward(tx, &key(ImportId(import.id)), at).await?;
    Ok(())
}

fn key(import: ImportId) -> String {
    format!("import_tidied:{import}")
}

async fn run(ctx: &Context, partner: PartnerId, import: ImportId) -> Result<Ran, Refusal> {
    let Some(row) = store::load(ctx.db.reader(), partner, import).await? else {
        return Ok(Ran::Done);
    };
    let state = state_of(&row.state)?;
    if state.is_at_work() {
        if ctx.now() - row.updated_at >= AT_WORK {
            again(|| drive_on(ctx, &row)).await?;
        }
        return Ok(wait("it is at work", AT_WORK));
    }
    let left = until(ctx, row.finished_at.unwrap_or(row.updated_at)) - ctx.now();
    if left > Duration::zero() {
        return Ok(wait("it is not over for long", left));
    }
    if state == ImportState::Ready {
        again(|| drop_it(ctx, &row)).await?;
        return Ok(wait("it was dropped", kept(ctx)));
    }
    if !kept_rows::clear_slowly(ctx, &row).await? {
        return Err(Refusal::stale());
    }
    if row.file_kept || row.preview != json!([]) {
        again(|| forget(ctx, &row)).await?;
    }
    Ok(Ran::Done)
}

fn wait(why: &str, after: Duration) -> Ran {
    let why = why.to_owned();
    Ran::Later { why, after }
}

/// Its job was given up or taken out of the queue: another one goes on.
async fn drive_on(ctx: &Context, import: &Model) -> Result<(), Refusal> {
    let tx = ctx.db.begin().await?;
    store::enqueue(ctx, &tx, import).await?;
    tx.commit().await?;
    ctx.job_bell.notify_waiters();
    Ok(())
}

/// Until when is kept what nobody has touched since a time.
pub fn until(ctx: &Context, since: DateTime<Utc>) -> DateTime<Utc> {
    since + kept(ctx)
}

fn kept(ctx: &Context) -> Duration {
    ctx.config.clients.imports_kept
}

async fn drop_it(ctx: &Context, import: &Model) -> Result<(), Refusal> {
    let now = Model {
        state: ImportState::Cancelled.as_str().to_owned(),
        finished_at: Some(ctx.now()),
        ..import.clone()
    };
    write(ctx, import, now, "client_import.cancelled").await
}

async fn forget(ctx: &Context, import: &Model) -> Result<(), Refusal> {
    let now = Model {
        changes: json!([]),
        preview: json!([]),
        ..import.clone()
    };
    write(ctx, import, now, "client_import.tidied").await
}

/// Its file goes with it. Where somebody is at it after all, the next run sees that.
async fn write(
    ctx: &Context,
    before: &Model,
    now: Model,
    kind: &'static str,
) -> Result<(), Refusal> {
    let tx = ctx.db.begin().await?;
    let now = store::let_file_go(ctx, &tx, now).await?;
    let now = store::write(ctx, &tx, before, now).await?;
    let now = now.ok_or_else(Refusal::stale)?;
    record(ctx, &tx, told::of(kind, &now)).await?;
    tx.commit().await?;
    Ok(())
}
