//! `POST /api/v1/client-imports/{id}/match`

use super::around;
use super::findings::Findings;
use super::header::Header;
use super::show::{show_one, state_of};
use super::{matches, store, told};
use crate::context::Context;
use crate::db::again;
use crate::events::record;
use crate::extract::{Caller, CreateClients, May, PathId, Valid};
use crate::refusal::{Answer, Refusal};
use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use gangway_domain::client_rows::{CustomField, column_names, is_mandatory};
use gangway_domain::ids::ImportId;
use gangway_domain::problem::{FieldError, ProblemCode};
use gangway_domain::wire::{ClientImport, ImportState, MatchColumns};
use gangway_entities::client_import::Model;

/// Says what the columns of a list are
///
/// For a list with another layout, that was refused for its header only; the file is kept for that. It is
/// checked again then, and the match is remembered: the partner's next file with the same header is read
/// like that without asking. Until an import is confirmed, its match can be made otherwise; rows that were
/// corrected are as in the file again. To send the same match again changes nothing.
#[utoipa::path(tag = "Imports", params(("id" = ImportId, Path, description = "The import.")),
    request_body = MatchColumns, responses((status = 202, body = ClientImport)),
    extensions(("x-scope" = json!("clients:create"))))]
#[post("/api/v1/client-imports/{id}/match")]
pub async fn match_import_columns(
    ctx: Data<Context>,
    may: May<CreateClients>,
    id: PathId<ImportId>,
    body: Valid<MatchColumns>,
) -> Answer {
    let import = again(|| matched(&ctx, &may.0, id.0, &body.body.columns)).await?;
    ctx.job_bell.notify_waiters();
    Ok(HttpResponse::Accepted().json(import))
}

async fn matched(
    ctx: &Context,
    caller: &Caller,
    id: ImportId,
    columns: &[Option<String>],
) -> Result<ClientImport, Refusal> {
    let tx = ctx.db.begin().await?;
    let import = store::require(&tx, caller, id).await?;
    let mut header = Header::of(&import)?;
    let is_same = header.matched().is_some_and(|matched| matched == columns);
    match state_of(&import.state)? {
        ImportState::Refused if import.file_kept => {}
        ImportState::Checking | ImportState::Ready if is_same => {
            return show_one(&tx, import).await;
        }
        ImportState::Ready if import.is_matched => {}
        _ => return Err(too_late()),
    }
    let fields = around::fields(&tx, caller.partner).await?;
    check(columns, header.columns.len(), &fields)?;
    for (column, read_as) in header.columns.iter_mut().zip(columns) {
        column.column.clone_from(read_as);
    }
    header.is_matched = true;
    matches::remember(ctx, &tx, caller, &header.digest, columns).await?;
    let now = checking(caller, &import, header)?;
    let now = store::write(ctx, &tx, &import, now).await?;
    let now = now.ok_or_else(Refusal::stale)?;
    store::enqueue(ctx, &tx, &now).await?;
    record(ctx, &tx, told::by(caller, "client_import.matched", &now)).await?;
    let shown = show_one(&tx, now).await?;
    tx.commit().await?;
    Ok(shown)
}

/// The import as though it had just been uploaded, but for its header.
fn checking(caller: &Caller, import: &Model, header: Header) -> Result<Model, Refusal> {
    let nothing_yet = Findings {
        header,
        ..Findings::default()
    };
    Ok(Model {
        state: ImportState::Checking.as_str().to_owned(),
        acting_place: Some(caller.place_id.0),
        acting_key: caller.key().map(Into::into),
        checked_at: None,
        finished_at: None,
        ..store::with(import.clone(), &nothing_yet)?
    })
}

fn too_late() -> Refusal {
    let words = "Its columns cannot be matched any more. Upload the file again.";
    Refusal::new(ProblemCode::Conflict, words)
}

/// Everything that is wrong with a match.
fn check(columns: &[Option<String>], count: usize, fields: &[CustomField]) -> Result<(), Refusal> {
    if columns.len() != count {
        let words = format!("Send {count}, one for each column of the file.");
        return Err(Refusal::field("/columns", "columns_count", words));
    }
    let known = column_names(fields);
    let wrong = (0..count).filter_map(|at| wrong(columns, at, &known));
    let errors: Vec<FieldError> = wrong.chain(missing(columns, &known)).collect();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(Refusal::fields(errors))
    }
}

fn wrong(columns: &[Option<String>], at: usize, known: &[String]) -> Option<FieldError> {
    let column = columns.get(at)?.as_ref()?;
    let mut before = columns.iter().take(at).flatten();
    let (code, message) = if !known.contains(column) {
        let message = "Choose a column of the sample, or leave it out.";
        ("unknown_column", message.to_owned())
    } else if before.any(|before| before == column) {
        let message = format!("{column} is chosen twice. Leave out one of the two.");
        ("repeated_column", message)
    } else {
        return None;
    };
    Some(error(format!("/columns/{at}"), code, message))
}

/// The columns that every list must have and that are not chosen.
fn missing(columns: &[Option<String>], known: &[String]) -> impl Iterator<Item = FieldError> {
    let required = known.iter().enumerate().filter(|(at, _)| is_mandatory(*at));
    let missing =
        required.filter(|(_, name)| !columns.iter().flatten().any(|column| column == *name));
    missing.map(|(_, name)| {
        let message = format!("Choose the column that is {name}.");
        error("/columns".to_owned(), "missing_column", message)
    })
}

fn error(pointer: String, code: &str, message: String) -> FieldError {
    FieldError {
        pointer,
        code: code.to_owned(),
        message,
    }
}
