//! `POST /api/v1/client-imports/{id}/confirm`

use super::show::{show_one, state_of};
use super::{store, told};
use crate::context::Context;
use crate::db::again;
use crate::events::record;
use crate::extract::{Caller, CreateClients, May, PathId};
use crate::refusal::{Answer, Refusal};
use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use gangway_domain::ids::ImportId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{ClientImport, ImportState};
use gangway_entities::client_import::Model;

/// Imports a list that was checked
///
/// A client is made of every good row; rows that something is wrong with are left out and stay to be
/// downloaded. What was taken meanwhile, by another import perhaps, is told row by row. To confirm it again
/// changes nothing.
#[utoipa::path(tag = "Imports", params(("id" = ImportId, Path, description = "The import.")),
    responses((status = 202, body = ClientImport)),
    extensions(("x-scope" = json!("clients:create"))))]
#[post("/api/v1/client-imports/{id}/confirm")]
pub async fn confirm_import(
    ctx: Data<Context>,
    may: May<CreateClients>,
    id: PathId<ImportId>,
) -> Answer {
    let import = again(|| confirm(&ctx, &may.0, id.0)).await?;
    ctx.job_bell.notify_waiters();
    Ok(HttpResponse::Accepted().json(import))
}

async fn confirm(ctx: &Context, caller: &Caller, id: ImportId) -> Result<ClientImport, Refusal> {
    let tx = ctx.db.begin().await?;
    let import = store::require(&tx, caller, id).await?;
    match state_of(&import.state)? {
        ImportState::Ready if import.good == 0 => return Err(nothing()),
        ImportState::Ready => {}
        ImportState::Importing | ImportState::Done => return show_one(&tx, import).await,
        ImportState::Checking => return Err(conflict("The file is still being checked.")),
        ImportState::Refused => return Err(conflict("The file cannot be imported.")),
        ImportState::Cancelled | ImportState::Undoing | ImportState::Undone => {
            return Err(conflict("It is over. Upload the file again."));
        }
    }
    let now = Model {
        state: ImportState::Importing.as_str().to_owned(),
        acting_place: Some(caller.place_id.0),
        acting_key: caller.key().map(Into::into),
        confirmed_at: Some(ctx.now()),
        cursor: 0,
        ..import.clone()
    };
    let now = store::write(ctx, &tx, &import, now).await?;
    let now = now.ok_or_else(Refusal::stale)?;
    store::enqueue(ctx, &tx, &now).await?;
    record(ctx, &tx, told::by(caller, "client_import.confirmed", &now)).await?;
    let shown = show_one(&tx, now).await?;
    tx.commit().await?;
    Ok(shown)
}

fn nothing() -> Refusal {
    conflict("There is no row to import. Correct what is wrong, or upload another file.")
}

fn conflict(words: &str) -> Refusal {
    Refusal::new(ProblemCode::Conflict, words)
}
