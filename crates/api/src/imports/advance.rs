//! The job: does what is to be done with an import as it stands.

use super::acting::acting;
use super::show::state_of;
use super::{bring_in, check, store, take_back, told};
use crate::context::Context;
use crate::db::{again, whose};
use crate::events::record;
use crate::jobs::Ran;
use crate::partners;
use crate::refusal::Refusal;
use chrono::Duration;
use gangway_domain::ids::{ImportId, PartnerId};
use gangway_domain::roles::Permission;
use gangway_domain::wire::ImportState;
use gangway_entities::client_import::Model;
use tracing::Instrument as _;

/// Checks, imports or undoes. It may be cut short at any moment, and begun again.
pub async fn advance(ctx: &Context, partner: PartnerId, import: ImportId) -> Ran {
    let here = ctx.clone();
    let work = Box::pin(async move { run(&here, partner, import).await });
    let work = whose::watched(Some(partner), work.in_current_span());
    match ctx.background.run(work).await {
        Ok(ran) => ran,
        Err(refusal) => Ran::Again {
            why: format!("{refusal:?}"),
            after: None,
        },
    }
}

async fn run(ctx: &Context, partner: PartnerId, import: ImportId) -> Result<Ran, Refusal> {
    let Some(row) = store::load(ctx.db.reader(), partner, import).await? else {
        return Ok(Ran::Done);
    };
    let state = state_of(&row.state)?;
    let needed = match state {
        ImportState::Checking | ImportState::Importing => Permission::CreateClients,
        ImportState::Undoing => Permission::DeleteClients,
        _ => return Ok(Ran::Done),
    };
    let Some(caller) = acting(ctx, &row, needed).await? else {
        return stop(ctx, &row).await;
    };
    match state {
        ImportState::Checking => check::check(ctx, row, &caller).await,
        ImportState::Importing => Box::pin(bring_in::bring_in(ctx, row, &caller)).await,
        _ => take_back::take_back(ctx, row).await,
    }
}

/// Somebody else has written an import: it is over, or another worker is at it, and may yet die.
pub async fn overtaken(ctx: &Context, import: &Model) -> Result<Ran, Refusal> {
    let (partner, id) = (PartnerId(import.partner_id), ImportId(import.id));
    let now = store::load(ctx.db.reader(), partner, id).await?;
    let state = now.map(|row| state_of(&row.state)).transpose()?;
    if !state.is_some_and(ImportState::is_at_work) {
        return Ok(Ran::Done);
    }
    let why = "another worker is at it".to_owned();
    Ok(Ran::Again { why, after: None })
}

/// Whoever asked for it may no longer. Where that is because the partner is suspended, it waits until that goes on.
pub async fn stop(ctx: &Context, import: &Model) -> Result<Ran, Refusal> {
    let partner = partners::load(ctx.db.reader(), PartnerId(import.partner_id)).await?;
    if partner.suspended_at.is_some() {
        let why = "the partner is suspended".to_owned();
        let after = Duration::zero();
        return Ok(Ran::Later { why, after });
    }
    match again(|| cancel(ctx, import)).await? {
        Some(_) => Ok(Ran::Done),
        None => overtaken(ctx, import).await,
    }
}

async fn cancel(ctx: &Context, import: &Model) -> Result<Option<Model>, Refusal> {
    let tx = ctx.db.begin().await?;
    let now = Model {
        state: ImportState::Cancelled.as_str().to_owned(),
        finished_at: Some(ctx.now()),
        ..import.clone()
    };
    let now = store::let_file_go(ctx, &tx, now).await?;
    let Some(now) = store::write(ctx, &tx, import, now).await? else {
        tx.rollback().await?;
        return Ok(None);
    };
    record(ctx, &tx, told::of("client_import.cancelled", &now)).await?;
    tx.commit().await?;
    Ok(Some(now))
}
