//! `PATCH /api/v1/client-imports/{id}/rows/{row}`

use super::around::Around;
use super::corrected::{Corrected, claims, judge};
use super::findings::preview;
use super::header::Header;
use super::reading::{Reading, Task, Told, Verdict};
use super::show::{count, read, show_row, state_of};
use super::{kept_rows, store, told};
use crate::answer::tagged;
use crate::context::Context;
use crate::db::again;
use crate::events::record;
use crate::extract::{Caller, CreateClients, IfMatch, May, PathIds, Valid};
use crate::places;
use crate::refusal::{Answer, Refusal};
use actix_web::patch;
use actix_web::web::Data;
use gangway_domain::client_rows::Seen;
use gangway_domain::ids::{ImportId, PartnerId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{CorrectImportRow, ImportRow, ImportState, PreviewRow};
use gangway_entities::{client_import, client_import_row};
use serde_json::Value;
use std::sync::Arc;

/// Corrects a row of a list that was checked
///
/// Its cells are held against the rules again, all other rows that would be imported among them, and kept
/// either way: the answer says what is still wrong. A row without faults is imported with the others. Once
/// the import is confirmed, its rows stay as they are.
#[utoipa::path(tag = "Imports", params(("id" = ImportId, Path, description = "The import."),
        ("row" = u32, Path, description = "The row as a spreadsheet numbers it.")),
    request_body = CorrectImportRow, responses((status = 200, body = ImportRow)),
    extensions(("x-scope" = json!("clients:create")), ("x-if-match" = json!(true))))]
#[patch("/api/v1/client-imports/{id}/rows/{row}")]
pub async fn correct_import_row(
    ctx: Data<Context>,
    may: May<CreateClients>,
    ids: PathIds<ImportId, u32>,
    version: IfMatch,
    body: Valid<CorrectImportRow>,
) -> Answer {
    let (caller, db) = (may.0, ctx.db.reader());
    let import = store::require(db, &caller, ids.0).await?;
    let row = kept_rows::require(db, &import, ids.1).await?;
    version.fits(row.version)?;
    may_be_corrected(&import)?;
    let columns: Vec<String> = read(import.columns.clone())?;
    let cells = body.body.cells;
    if cells.len() != columns.len() {
        let words = format!("Send {} values, one for each column.", columns.len());
        return Err(Refusal::field("/cells", "cells_count", words));
    }
    // All of the file is read for it.
    let _place = ctx.intake.enter(caller.partner)?;
    let verdict = verdict(&ctx, &caller, &import, ids.1, &columns, &cells).await?;
    again(|| write(&ctx, &caller, &import, &row, &cells, &verdict)).await
}

fn may_be_corrected(import: &client_import::Model) -> Result<(), Refusal> {
    if state_of(&import.state)? == ImportState::Ready {
        return Ok(());
    }
    let words = "Rows can be corrected between the check and the import. Download the rows that are wrong, and upload them corrected.";
    Err(Refusal::new(ProblemCode::Conflict, words))
}

/// The cells held against the rules, beside all rows that would be imported.
async fn verdict(
    ctx: &Context,
    caller: &Caller,
    import: &client_import::Model,
    number: u32,
    columns: &[String],
    cells: &[String],
) -> Result<Verdict, Refusal> {
    let db = ctx.db.reader();
    let around = Around::of(db, caller).await?;
    let claims = claims(number, cells, columns, &around.known);
    let known = around.holding_of(db, caller, &claims).await?.known;
    let corrected = Corrected::of(db, import).await?;
    let mut except = kept_rows::faulty(db, import).await?;
    except.extend(corrected.all().map(|(other, _)| other));
    except.insert(number);
    let task = Task {
        known: Arc::clone(&known),
        after: 0,
        except: Arc::new(except),
        matched: Header::of(import)?.matched(),
    };
    let (partner, id) = (PartnerId(import.partner_id), ImportId(import.id));
    let reading = Reading::begin(ctx, partner, id, task).await?;
    let mut seen = seen_by(reading).await?;
    for (other, cells) in corrected.all().filter(|(other, _)| *other != number) {
        let _ = judge(other, cells, columns, &known, &mut seen);
    }
    Ok(judge(number, cells, columns, &known, &mut seen))
}

/// What the rows of a file have taken.
async fn seen_by(mut reading: Reading) -> Result<Seen, Refusal> {
    loop {
        match reading.next().await? {
            Told::Columns(_) | Told::Rows(_) => {}
            Told::Refused(_) => {
                let words = "The columns of the list have changed. Upload the file again.";
                return Err(Refusal::new(ProblemCode::Conflict, words));
            }
            Told::End(seen) => return Ok(seen),
        }
    }
}

async fn write(
    ctx: &Context,
    caller: &Caller,
    judged: &client_import::Model,
    row: &client_import_row::Model,
    cells: &[String],
    verdict: &Verdict,
) -> Answer {
    let tx = ctx.db.begin().await?;
    // Those who correct other rows of it follow one another.
    places::lock_partner(ctx, &tx, caller.partner).await?;
    let import = store::require(&tx, caller, ImportId(row.import_id)).await?;
    may_be_corrected(&import)?;
    if (&import.columns, &import.header) != (&judged.columns, &judged.header) {
        return Err(Refusal::stale());
    }
    let written = kept_rows::write(ctx, &tx, row, cells, verdict).await?;
    let written = written.ok_or_else(Refusal::stale)?;
    let better = i32::from(written.corrected) - i32::from(row.corrected);
    let now = client_import::Model {
        good: import.good + better,
        faulty: import.faulty - better,
        corrected: import.corrected + better,
        preview: previewed(&import, row.row_number, cells, verdict)?,
        ..import.clone()
    };
    let now = store::write(ctx, &tx, &import, now).await?;
    let now = now.ok_or_else(Refusal::stale)?;
    let event = told::by(caller, "client_import.row_corrected", &now);
    record(ctx, &tx, event).await?;
    tx.commit().await?;
    tagged(written.version, &show_row(written)?)
}

/// The first rows of the file, this one as it was corrected.
fn previewed(
    import: &client_import::Model,
    number: i32,
    cells: &[String],
    verdict: &Verdict,
) -> Result<Value, Refusal> {
    let mut rows: Vec<PreviewRow> = read(import.preview.clone())?;
    let number = count(number);
    for row in rows.iter_mut().filter(|row| row.row == number) {
        *row = preview(number, cells, verdict);
    }
    store::stored(&rows)
}
