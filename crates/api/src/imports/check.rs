//! Checking a list: every row is read and told what is wrong with it. Nothing is made yet.

use super::acting::acting;
use super::advance::{overtaken, stop};
use super::around::Around;
use super::findings::Findings;
use super::header::Header;
use super::kept_rows::{self, Wrong};
use super::pace::Pace;
use super::reading::{Judged, Reading, Task, Told};
use super::store;
use super::told;
use crate::context::Context;
use crate::db::again;
use crate::events::record;
use crate::extract::Caller;
use crate::jobs::Ran;
use crate::refusal::Refusal;
use gangway_domain::ids::ImportId;
use gangway_domain::roles::Permission;
use gangway_domain::wire::ImportState;
use gangway_entities::client_import::Model;
use sea_orm::DatabaseTransaction;

/// Faulty rows held in memory at most before they are written.
const HELD: usize = 500;

/// Checks a list that is small enough to be waited for.
pub async fn at_once(
    ctx: &Context,
    caller: &Caller,
    import: ImportId,
) -> Result<(Findings, Vec<Wrong>), Refusal> {
    let (mut reading, mut findings) = begin(ctx, caller, import, None).await?;
    let mut wrong = Vec::new();
    loop {
        match reading.next().await? {
            Told::Columns(columns) => findings.columns = columns,
            Told::Rows(rows) => take(&mut findings, &mut wrong, rows),
            Told::Refused(faults) => {
                findings.refuse(faults);
                return Ok((findings, Vec::new()));
            }
            Told::End(_) => return Ok((findings, wrong)),
        }
    }
}

/// Checks a list in a job, from its start whenever it is begun again.
pub async fn check(ctx: &Context, import: Model, caller: &Caller) -> Result<Ran, Refusal> {
    let matched = Some(Header::of(&import)?).filter(|header| header.is_matched);
    let (mut reading, mut findings) = begin(ctx, caller, ImportId(import.id), matched).await?;
    let Some(mut import) = again(|| begin_again(ctx, &import, &findings)).await? else {
        return overtaken(ctx, &import).await;
    };
    // What a run that was cut short has left goes.
    if !kept_rows::clear_slowly(ctx, &import).await? {
        return overtaken(ctx, &import).await;
    }
    let (mut wrong, mut pace) = (Vec::new(), Pace::new());
    loop {
        match reading.next().await? {
            Told::Columns(columns) => findings.columns = columns,
            Told::Rows(rows) => {
                take(&mut findings, &mut wrong, rows);
                let is_due = pace.is_due();
                if !is_due && wrong.len() < HELD {
                    continue;
                }
                let Some(caller) = acting(ctx, &import, Permission::CreateClients).await? else {
                    return stop(ctx, &import).await;
                };
                let written =
                    again(|| progress(ctx, &caller, &import, &findings, &wrong, is_due)).await?;
                // Cancelled, or another worker is at it.
                let Some(next) = written else {
                    return overtaken(ctx, &import).await;
                };
                import = next;
                wrong.clear();
                fail::fail_point!("import_checked_some", |_| std::process::abort());
            }
            Told::Refused(faults) => {
                findings.refuse(faults);
                break;
            }
            Told::End(_) => break,
        }
    }
    if !findings.faults.is_empty() && !kept_rows::clear_slowly(ctx, &import).await? {
        return overtaken(ctx, &import).await;
    }
    match again(|| end(ctx, caller, &import, &findings, &wrong)).await? {
        Some(_) => Ok(Ran::Done),
        None => overtaken(ctx, &import).await,
    }
}

/// Begins to read, by what somebody said of the columns or by what is found in the first row.
async fn begin(
    ctx: &Context,
    caller: &Caller,
    import: ImportId,
    matched: Option<Header>,
) -> Result<(Reading, Findings), Refusal> {
    let known = Around::with_clients(ctx.db.reader(), caller).await?.known;
    let header = match matched.filter(|header| header.is_of(known.fields())) {
        Some(header) => header,
        None => Header::found(ctx, caller.partner, import, known.fields()).await?,
    };
    let task = Task {
        known,
        after: 0,
        except: std::sync::Arc::default(),
        matched: header.matched(),
    };
    let reading = Reading::begin(ctx, caller.partner, import, task).await?;
    let findings = Findings {
        header,
        ..Findings::default()
    };
    Ok((reading, findings))
}

fn take(findings: &mut Findings, wrong: &mut Vec<Wrong>, rows: Vec<Judged>) {
    for row in rows {
        findings.add(&row);
        wrong.extend(Wrong::of(row));
    }
}

async fn begin_again(
    ctx: &Context,
    import: &Model,
    findings: &Findings,
) -> Result<Option<Model>, Refusal> {
    let tx = ctx.db.begin().await?;
    let now = store::with(import.clone(), findings)?;
    let written = store::write(ctx, &tx, import, now).await?;
    if written.is_some() {
        tx.commit().await?;
    } else {
        tx.rollback().await?;
    }
    Ok(written)
}

async fn progress(
    ctx: &Context,
    caller: &Caller,
    import: &Model,
    findings: &Findings,
    wrong: &[Wrong],
    is_told: bool,
) -> Result<Option<Model>, Refusal> {
    let tx = ctx.db.begin().await?;
    let now = store::with(import.clone(), findings)?;
    let Some(now) = store::write(ctx, &tx, import, now).await? else {
        tx.rollback().await?;
        return Ok(None);
    };
    kept_rows::keep(ctx, &tx, &now, wrong).await?;
    if is_told {
        record(ctx, &tx, told::by(caller, "client_import.progressed", &now)).await?;
    }
    tx.commit().await?;
    Ok(Some(now))
}

async fn end(
    ctx: &Context,
    caller: &Caller,
    import: &Model,
    findings: &Findings,
    wrong: &[Wrong],
) -> Result<Option<Model>, Refusal> {
    let tx = ctx.db.begin().await?;
    let now = ended(ctx, &tx, caller, import, findings, wrong).await?;
    if now.is_none() {
        tx.rollback().await?;
        return Ok(None);
    }
    tx.commit().await?;
    ctx.job_bell.notify_waiters();
    Ok(now)
}

/// The import once its file is read: ready, or refused, with no rows kept then. None where somebody else has written it.
pub async fn ended(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    import: &Model,
    findings: &Findings,
    wrong: &[Wrong],
) -> Result<Option<Model>, Refusal> {
    let is_refused = !findings.faults.is_empty();
    let (state, kind) = if is_refused {
        (ImportState::Refused, "client_import.refused")
    } else {
        (ImportState::Ready, "client_import.checked")
    };
    let mut now = Model {
        state: state.as_str().to_owned(),
        checked_at: Some(ctx.now()),
        ..store::with(import.clone(), findings)?
    };
    if is_refused {
        now.finished_at = Some(ctx.now());
        if findings.can_be_matched() {
            now.is_matched = false;
        } else {
            now = store::let_file_go(ctx, tx, now).await?;
        }
    }
    let Some(now) = store::write(ctx, tx, import, now).await? else {
        return Ok(None);
    };
    if !is_refused {
        kept_rows::keep(ctx, tx, &now, wrong).await?;
    }
    record(ctx, tx, told::by(caller, kind, &now)).await?;
    Ok(Some(now))
}
