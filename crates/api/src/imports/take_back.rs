//! Undoing an import: its clients are deleted as anybody deletes them, some at a time, so that they can be
//! restored. One that was changed meanwhile stays.

use super::acting::acting;
use super::advance::{overtaken, stop};
use super::pace::Pace;
use super::{links, store, told};
use crate::clients;
use crate::context::Context;
use crate::db::again;
use crate::events::record;
use crate::extract::Caller;
use crate::jobs::Ran;
use crate::refusal::Refusal;
use gangway_domain::ids::ClientId;
use gangway_domain::roles::Permission;
use gangway_domain::wire::ImportState;
use gangway_entities::client_import::Model;

/// Clients of one transaction.
const SOME: u64 = 100;
/// Batches of one job.
const BATCHES: usize = 200;

/// Undoes from where the import stands.
pub async fn take_back(ctx: &Context, import: Model) -> Result<Ran, Refusal> {
    let (mut import, mut pace) = (import, Pace::new());
    for _ in 0..BATCHES {
        let Some(caller) = acting(ctx, &import, Permission::DeleteClients).await? else {
            return stop(ctx, &import).await;
        };
        let is_told = pace.is_due();
        match again(|| some(ctx, &import, &caller, is_told)).await? {
            Some(next) if next.state == ImportState::Undoing.as_str() => import = next,
            Some(_) => return Ok(Ran::Done),
            // Another worker is at it.
            None => return overtaken(ctx, &import).await,
        }
        fail::fail_point!("import_undone_some", |_| std::process::abort());
    }
    let tx = ctx.db.begin().await?;
    store::enqueue(ctx, &tx, &import).await?;
    tx.commit().await?;
    Ok(Ran::Done)
}

async fn some(
    ctx: &Context,
    import: &Model,
    caller: &Caller,
    is_told: bool,
) -> Result<Option<Model>, Refusal> {
    let made = links::made(ctx.db.reader(), import, import.cursor, SOME).await?;
    let tx = ctx.db.begin().await?;
    let ids: Vec<ClientId> = made.iter().map(|row| ClientId(row.client_id)).collect();
    let deleted = clients::delete_unchanged(ctx, &tx, caller, &ids).await?;
    let mut now = Model {
        cursor: made.last().map_or(import.cursor, |row| row.row_number),
        undone: import.undone + i32::try_from(deleted).unwrap_or_default(),
        ..import.clone()
    };
    if made.is_empty() {
        now.state = ImportState::Undone.as_str().to_owned();
        now.finished_at = Some(ctx.now());
    }
    let Some(now) = store::write(ctx, &tx, import, now).await? else {
        tx.rollback().await?;
        return Ok(None);
    };
    if made.is_empty() {
        record(ctx, &tx, told::by(caller, "client_import.undone", &now)).await?;
    } else if is_told {
        record(ctx, &tx, told::by(caller, "client_import.progressed", &now)).await?;
    }
    tx.commit().await?;
    Ok(Some(now))
}
