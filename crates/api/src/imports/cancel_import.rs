//! `POST /api/v1/client-imports/{id}/cancel`

use super::show::{show_one, state_of};
use super::{store, told};
use crate::answer::ok;
use crate::context::Context;
use crate::db::again;
use crate::events::record;
use crate::extract::{Caller, CreateClients, May, PathId};
use crate::refusal::{Answer, Refusal};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::ImportId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{ClientImport, ImportState};
use gangway_entities::client_import::Model;

/// Stops an import
///
/// At once: from this answer on it makes no client. What it has made stays, and can be undone.
#[utoipa::path(tag = "Imports", params(("id" = ImportId, Path, description = "The import.")),
    responses((status = 200, body = ClientImport)),
    extensions(("x-scope" = json!("clients:create"))))]
#[post("/api/v1/client-imports/{id}/cancel")]
pub async fn cancel_import(
    ctx: Data<Context>,
    may: May<CreateClients>,
    id: PathId<ImportId>,
) -> Answer {
    ok(&cancelled(&ctx, &may.0, id.0).await?)
}

/// A batch may be committed between reading and writing: the next try sees it.
async fn cancelled(ctx: &Context, caller: &Caller, id: ImportId) -> Result<ClientImport, Refusal> {
    const TRIES: usize = 20;
    for _ in 1..TRIES {
        match again(|| cancel(ctx, caller, id)).await {
            Err(refusal) if refusal.code() == ProblemCode::Stale => {}
            done => return done,
        }
    }
    again(|| cancel(ctx, caller, id)).await
}

async fn cancel(ctx: &Context, caller: &Caller, id: ImportId) -> Result<ClientImport, Refusal> {
    let tx = ctx.db.begin().await?;
    let import = store::require(&tx, caller, id).await?;
    match state_of(&import.state)? {
        ImportState::Checking | ImportState::Ready | ImportState::Importing => {}
        ImportState::Cancelled => return show_one(&tx, import).await,
        ImportState::Refused | ImportState::Done | ImportState::Undoing | ImportState::Undone => {
            let words = "It has come to its end. Undo it to delete its clients.";
            return Err(Refusal::new(ProblemCode::Conflict, words));
        }
    }
    let now = Model {
        state: ImportState::Cancelled.as_str().to_owned(),
        finished_at: Some(ctx.now()),
        ..import.clone()
    };
    let now = store::let_file_go(ctx, &tx, now).await?;
    let now = store::write(ctx, &tx, &import, now).await?;
    let now = now.ok_or_else(Refusal::stale)?;
    record(ctx, &tx, told::by(caller, "client_import.cancelled", &now)).await?;
    let shown = show_one(&tx, now).await?;
    tx.commit().await?;
    Ok(shown)
}
