//! `POST /api/v1/client-imports/{id}/undo`

use super::show::{show_one, state_of};
use super::{links, store, told};
use crate::clients;
use crate::context::Context;
use crate::db::again;
use crate::events::record;
use crate::extract::{Caller, DeleteClients, May, PathId};
use crate::refusal::{Answer, Refusal};
use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use gangway_domain::ids::{ClientId, ImportId};
use gangway_domain::problem::{FieldError, ProblemCode};
use gangway_domain::wire::{ClientImport, ImportState};
use gangway_entities::client;
use gangway_entities::client_import::Model;

/// Undoes an import
///
/// Deletes the clients it made, as long as nobody has changed any of them: otherwise nothing is deleted, and
/// the errors name up to a hundred of those that were. Clients that are deleted already do not matter. One
/// that is changed while it is being undone stays. Deleted clients can be restored for a while.
#[utoipa::path(tag = "Imports", params(("id" = ImportId, Path, description = "The import.")),
    responses((status = 202, body = ClientImport)),
    extensions(("x-scope" = json!("client_deletions:write"))))]
#[post("/api/v1/client-imports/{id}/undo")]
pub async fn undo_import(
    ctx: Data<Context>,
    may: May<DeleteClients>,
    id: PathId<ImportId>,
) -> Answer {
    unchanged(&ctx, &may.0, id.0).await?;
    let import = again(|| undo(&ctx, &may.0, id.0)).await?;
    ctx.job_bell.notify_waiters();
    Ok(HttpResponse::Accepted().json(import))
}

/// Refuses where one of its clients was changed. Nobody who wants to write waits for the answer: one that is
/// changed a moment later stays when the others are deleted.
async fn unchanged(ctx: &Context, caller: &Caller, id: ImportId) -> Result<(), Refusal> {
    let db = ctx.db.reader();
    let import = store::require(db, caller, id).await?;
    if !matches!(
        state_of(&import.state)?,
        ImportState::Done | ImportState::Cancelled
    ) {
        return Ok(());
    }
    let changed = clients::changed_among(db, caller, links::clients_of(&import)).await?;
    if changed.is_empty() {
        return Ok(());
    }
    let words = "Some of its clients were changed since, so nothing was deleted. Delete by hand what is to go.";
    Err(conflict(words).naming(changed.iter().map(named).collect()))
}

async fn undo(ctx: &Context, caller: &Caller, id: ImportId) -> Result<ClientImport, Refusal> {
    let tx = ctx.db.begin().await?;
    let import = store::require(&tx, caller, id).await?;
    match state_of(&import.state)? {
        ImportState::Done | ImportState::Cancelled => {}
        ImportState::Undoing | ImportState::Undone => return show_one(&tx, import).await,
        ImportState::Importing => return Err(conflict("It is at work. Stop it first.")),
        ImportState::Checking | ImportState::Ready | ImportState::Refused => {
            return Err(conflict("It has made no clients."));
        }
    }
    let now = Model {
        state: ImportState::Undoing.as_str().to_owned(),
        acting_place: Some(caller.place_id.0),
        acting_key: caller.key().map(Into::into),
        finished_at: None,
        cursor: 0,
        ..import.clone()
    };
    let now = store::write(ctx, &tx, &import, now).await?;
    let now = now.ok_or_else(Refusal::stale)?;
    store::enqueue(ctx, &tx, &now).await?;
    record(ctx, &tx, told::by(caller, "client_import.undo_begun", &now)).await?;
    let shown = show_one(&tx, now).await?;
    tx.commit().await?;
    Ok(shown)
}

fn named(client: &client::Model) -> FieldError {
    FieldError {
        pointer: format!("/clients/{}", ClientId(client.id)),
        code: "changed".to_owned(),
        message: format!(
            "{} was changed since.",
            client.name.as_deref().unwrap_or_default()
        ),
    }
}

fn conflict(words: &str) -> Refusal {
    Refusal::new(ProblemCode::Conflict, words)
}
