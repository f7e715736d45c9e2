//! Importing a list: clients are made of its good rows, some at a time, each batch in a transaction that
//! also moves the place in the file. Whatever ends a run, the next one goes on from there.

use super::acting::acting;
use super::advance::{overtaken, stop};
use super::around::Around;
use super::batch::{Batch, Candidate};
use super::corrected::Corrected;
use super::figures::Figures;
use super::header::Header;
use super::pace::Pace;
use super::reading::{Judged, Reading, Task, Told};
use super::show::read;
use super::{kept_rows, store, told};
use crate::context::Context;
use crate::db::{again, insert::ROWS};
use crate::events::record;
use crate::extract::Caller;
use crate::jobs::Ran;
use crate::refusal::Refusal;
use gangway_domain::ids::{ImportId, PartnerId};
use gangway_domain::roles::Permission;
use gangway_domain::wire::{FileFault, ImportState};
use gangway_entities::client_import::Model;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// After so long another job goes on: runs are limited, and other partners have their turn.
const RUN: Duration = Duration::from_secs(20);
/// How long a transaction may keep other writers waiting.
const WANTED: Duration = Duration::from_millis(60);
/// Rows of the first batch, of any, and of none less.
const FIRST: usize = 50;
const MOST: usize = crate::clients::records::MOST_RECORDS;
const LEAST: usize = 10;

/// Imports from where the import stands.
pub async fn bring_in(ctx: &Context, import: Model, caller: &Caller) -> Result<Ran, Refusal> {
    let began = Instant::now();
    let db = ctx.db.reader();
    let around = Around::of(db, caller).await?;
    let corrected = Corrected::of(db, &import).await?;
    let task = Task {
        known: Arc::clone(&around.known),
        after: u32::try_from(import.cursor).unwrap_or_default(),
        except: Arc::new(kept_rows::faulty(db, &import).await?),
        matched: Header::of(&import)?.matched(),
    };
    let (partner, id) = (PartnerId(import.partner_id), ImportId(import.id));
    let mut reading = Reading::begin(ctx, partner, id, task).await?;
    let columns: Vec<String> = read(import.columns.clone())?;
    let (mut pace, mut figures, mut size) = (Pace::new(), Figures::of(import.created), FIRST);
    let mut import = import;
    loop {
        let mut rows = match reading.next().await? {
            // Those that were checked: with other ones the file is refused.
            Told::Columns(_) => continue,
            Told::Rows(rows) => rows,
            Told::Refused(faults) => return refuse(ctx, caller, &import, faults).await,
            Told::End(_) => return finish(ctx, caller, &import).await,
        };
        while !rows.is_empty() {
            let rest = rows.split_off(size.min(rows.len()));
            let some = std::mem::replace(&mut rows, rest).into_iter();
            let some = some.map(|row| corrected.applied(row, &columns, &around.known));
            let batch = candidates(&around, &columns, some, &corrected);
            let Some(caller) = acting(ctx, &import, Permission::CreateClients).await? else {
                return stop(ctx, &import).await;
            };
            let started = Instant::now();
            let told = pace.is_due();
            let Some(next) = batch.write(ctx, &caller, &import, told).await? else {
                // Cancelled, or another worker is at it.
                return overtaken(ctx, &import).await;
            };
            size = sized(size, started.elapsed());
            import = next;
            figures.renew(ctx, import.created).await;
            if began.elapsed() > RUN {
                return go_on(ctx, &import).await;
            }
        }
    }
}

fn candidates<'a>(
    around: &Around,
    columns: &'a [String],
    rows: impl Iterator<Item = Judged>,
    corrected: &Corrected,
) -> Batch<'a> {
    let candidate = |row: Judged| {
        let Judged {
            number,
            cells,
            verdict,
        } = row;
        let record = verdict.and_then(|checked| {
            let made = around.record(checked.client);
            made.map_err(|fault| vec![fault])
        });
        Candidate {
            number,
            cells,
            record,
            is_corrected: corrected.cells(number).is_some(),
        }
    };
    Batch {
        columns,
        rows: rows.map(candidate).collect(),
    }
}

/// As many rows as fit into the time that is wanted, by how long these took.
fn sized(size: usize, took: Duration) -> usize {
    let took = took.as_micros().max(1);
    let fitting = u128::try_from(size).unwrap_or(1) * WANTED.as_micros() / took;
    let fitting = usize::try_from(fitting).unwrap_or(MOST);
    // Not all at once: the first rows of a run are no measure.
    let next = fitting.min(size * 2).clamp(LEAST, MOST);
    // Statements that are full are all of the same text.
    if next < ROWS {
        next
    } else {
        next - next % ROWS
    }
}

async fn go_on(ctx: &Context, import: &Model) -> Result<Ran, Refusal> {
    let tx = ctx.db.begin().await?;
    store::enqueue(ctx, &tx, import).await?;
    tx.commit().await?;
    Ok(Ran::Done)
}

async fn finish(ctx: &Context, caller: &Caller, import: &Model) -> Result<Ran, Refusal> {
    fail::fail_point!("import_at_its_end", |_| std::process::abort());
    end_as(ctx, caller, import, ImportState::Done, &[]).await
}

/// The columns are not those any more that the file was checked by.
async fn refuse(
    ctx: &Context,
    caller: &Caller,
    import: &Model,
    faults: Vec<FileFault>,
) -> Result<Ran, Refusal> {
    let state = if import.created == 0 {
        ImportState::Refused
    } else {
        ImportState::Cancelled
    };
    end_as(ctx, caller, import, state, &faults).await
}

async fn end_as(
    ctx: &Context,
    caller: &Caller,
    import: &Model,
    state: ImportState,
    faults: &[FileFault],
) -> Result<Ran, Refusal> {
    match again(|| end(ctx, caller, import, state, faults)).await? {
        Some(_) => Ok(Ran::Done),
        None => overtaken(ctx, import).await,
    }
}

async fn end(
    ctx: &Context,
    caller: &Caller,
    import: &Model,
    state: ImportState,
    faults: &[FileFault],
) -> Result<Option<Model>, Refusal> {
    let kind = match state {
        ImportState::Done => "client_import.finished",
        ImportState::Refused => "client_import.refused",
        _ => "client_import.cancelled",
    };
    let tx = ctx.db.begin().await?;
    let now = Model {
        state: state.as_str().to_owned(),
        faults: store::stored(&faults)?,
        finished_at: Some(ctx.now()),
        ..import.clone()
    };
    let now = store::let_file_go(ctx, &tx, now).await?;
    let Some(now) = store::write(ctx, &tx, import, now).await? else {
        tx.rollback().await?;
        return Ok(None);
    };
    record(ctx, &tx, told::by(caller, kind, &now)).await?;
    tx.commit().await?;
    Ok(Some(now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_04_a_batch_grows_to_what_fits_into_its_time_and_shrinks_at_once() {
        let ms = Duration::from_millis;
        assert_eq!(sized(50, ms(6)), 100, "no more than twice as many");
        assert_eq!(sized(100, ms(60)), 100);
        assert_eq!(sized(400, ms(120)), 200);
        assert_eq!(sized(300, ms(65)), 200, "whole statements");
        assert_eq!(sized(500, ms(1)), MOST);
        assert_eq!(sized(10, ms(5_000)), LEAST);
    }
}
