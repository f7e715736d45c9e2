//! A file read row by row, each row held against the rules, on a thread of its own.

use super::incoming::Incoming;
use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::client_rows::{self, Checked, CustomField, Fault, FaultCode, Known, Seen};
use gangway_domain::ids::{FileId, ImportId, PartnerId};
use gangway_domain::wire::FileFault;
use gangway_sheet::{Column, ERROR_COLUMN, Layout, Limits, ReadError, Reader, Row};
use std::collections::HashSet;
use std::io;
use std::sync::Arc;
use tokio::sync::mpsc;

/// The one size in which a list is kept.
pub const WHOLE: u32 = 0;
/// Rows handed over at once, unless they are long.
const ROWS: usize = 500;
/// Bytes of their cells at most, or one row.
const BYTES: usize = 512 * 1024;
/// What is handed over and not taken yet.
const AHEAD: usize = 2;

/// A row and what the rules say of it.
#[derive(Debug)]
pub struct Judged {
    /// As a spreadsheet numbers it.
    pub number: u32,
    /// Its cells in the order of the file's columns that are read, then what stands behind the last.
    pub cells: Vec<String>,
    /// What it says, or everything that is wrong.
    pub verdict: Verdict,
}

/// What a row says, or everything that is wrong with it.
pub type Verdict = Result<Checked, Vec<Fault>>;

/// What is told of a file, in this order.
#[derive(Debug)]
pub enum Told {
    /// The names of the columns that are read, in the file's order.
    Columns(Vec<String>),
    /// The next rows.
    Rows(Vec<Judged>),
    /// The file is refused as a whole; rows that were told before count for nothing.
    Refused(Vec<FileFault>),
    /// Everything was told; what the rows have taken.
    End(Seen),
}

/// Which rows are judged, and by what.
#[derive(Clone, Debug)]
pub struct Task {
    /// What the partner has.
    pub known: Arc<Known>,
    /// Only rows below this one.
    pub after: u32,
    /// Rows that are passed over.
    pub except: Arc<HashSet<u32>>,
    /// What its columns are read as, where they were matched.
    pub matched: Option<Vec<Option<String>>>,
}

/// A file on its way.
pub struct Reading {
    told: mpsc::Receiver<Result<Told, io::Error>>,
}

impl Reading {
    /// Begins to read the file of an import.
    pub async fn begin(
        ctx: &Context,
        partner: PartnerId,
        import: ImportId,
        task: Task,
    ) -> Result<Self, Refusal> {
        let object = ctx.objects.pieces(partner, FileId(import.0), WHOLE).await?;
        let incoming = Incoming::of(object);
        let (to, told) = mpsc::channel(AHEAD);
        tokio::task::spawn_blocking(move || {
            let ended = match judge(incoming, &task, &to) {
                Ok(Some(end)) => Ok(end),
                // Nobody listens any more.
                Ok(None) => return,
                Err(ReadError::Refused(faults)) => {
                    Ok(Told::Refused(faults.into_iter().map(of_file).collect()))
                }
                Err(ReadError::Io(error)) => Err(error),
            };
            let _ = to.blocking_send(ended);
        });
        Ok(Self { told })
    }

    /// What is told next.
    pub async fn next(&mut self) -> Result<Told, Refusal> {
        match self.told.recv().await {
            Some(Ok(told)) => Ok(told),
            Some(Err(error)) => Err(Refusal::unavailable(5, error)),
            None => Err(Refusal::internal(anyhow::anyhow!(
                "the thread that reads a list has died"
            ))),
        }
    }
}

/// The columns that a list of the partner's may have.
pub fn layout(fields: &[CustomField]) -> Layout {
    let names = client_rows::column_names(fields).into_iter().enumerate();
    let columns = names.map(|(at, name)| Column {
        name,
        mandatory: client_rows::is_mandatory(at),
    });
    Layout::new(columns).ignoring(ERROR_COLUMN)
}

/// Judges row by row; gives the end, or nothing where nobody listens.
fn judge(
    from: impl io::Read,
    task: &Task,
    to: &mpsc::Sender<Result<Told, io::Error>>,
) -> Result<Option<Told>, ReadError> {
    let known = &*task.known;
    let (layout, limits) = (layout(known.fields()), Limits::default());
    let mut reader = match &task.matched {
        Some(matched) => {
            let columns = columns_of(&layout, matched)?;
            Reader::matched(from, layout, &columns, limits)?
        }
        None => Reader::new(from, layout, limits)?,
    };
    let columns = reader.columns();
    let names = client_rows::column_names(known.fields());
    let names = columns.iter().filter_map(|at| names.get(*at).cloned());
    if to
        .blocking_send(Ok(Told::Columns(names.collect())))
        .is_err()
    {
        return Ok(None);
    }
    let (mut seen, mut rows, mut bytes) = (Seen::default(), Vec::new(), 0);
    while let Some(row) = reader.next_row()? {
        if row.number() <= task.after || task.except.contains(&row.number()) {
            continue;
        }
        let judged = judge_row(&row, &columns, known, &mut seen);
        bytes += judged.cells.iter().map(String::len).sum::<usize>();
        rows.push(judged);
        if rows.len() >= ROWS || bytes >= BYTES {
            bytes = 0;
            let full = std::mem::take(&mut rows);
            if to.blocking_send(Ok(Told::Rows(full))).is_err() {
                return Ok(None);
            }
        }
    }
    if !rows.is_empty() && to.blocking_send(Ok(Told::Rows(rows))).is_err() {
        return Ok(None);
    }
    Ok(Some(Told::End(seen)))
}

/// The columns of the layout that were matched; one of them may be gone.
fn columns_of(
    layout: &Layout,
    matched: &[Option<String>],
) -> Result<Vec<Option<usize>>, ReadError> {
    let column = |name: &String| layout.column(name).ok_or_else(|| gone(name));
    let columns = matched.iter();
    let columns = columns.map(|name| name.as_ref().map(column).transpose());
    columns.collect::<Result<_, _>>().map_err(ReadError::from)
}

fn gone(name: &str) -> gangway_sheet::Fault {
    gangway_sheet::Fault {
        row: 1,
        column: Some(name.to_owned()),
        code: gangway_sheet::Code::Header,
        value: String::new(),
        reason: "There is no column of this name any more.".to_owned(),
        remedy: "Say once more what the columns are.".to_owned(),
    }
}

fn judge_row(row: &Row<'_>, columns: &[usize], known: &Known, seen: &mut Seen) -> Judged {
    let cells = columns.iter().map(|column| row.cell(*column));
    let mut cells: Vec<String> = cells.map(str::to_owned).collect();
    let verdict = if let Some(fault) = row.fault() {
        cells.extend(row.extra().map(str::to_owned));
        Err(vec![of_row(fault)])
    } else {
        let given: Vec<_> = row.cells().collect();
        client_rows::check(row.number(), &given, known, seen)
    };
    Judged {
        number: row.number(),
        cells,
        verdict,
    }
}

/// The code of a file's fault among those of an import.
fn code(code: gangway_sheet::Code) -> FaultCode {
    // Each of them is one; a test of the crate holds it.
    FaultCode::parse(code.as_str()).unwrap_or(FaultCode::FileType)
}

fn of_row(fault: gangway_sheet::Fault) -> Fault {
    let gangway_sheet::Fault {
        row: _,
        column,
        code: why,
        value,
        reason,
        remedy,
    } = fault;
    Fault {
        column,
        code: code(why),
        value,
        reason,
        remedy,
    }
}

fn of_file(fault: gangway_sheet::Fault) -> FileFault {
    let gangway_sheet::Fault {
        row,
        column,
        code: why,
        value,
        reason,
        remedy,
    } = fault;
    FileFault {
        row,
        column,
        code: code(why),
        value,
        reason,
        remedy,
    }
}
