//! `GET /api/v1/client-imports/{id}/errors.csv`

use super::show::{read, show_row, state_of};
use super::{kept_rows, store};
use crate::context::Context;
use crate::download::{BATCH, Batches, File, download, is_full};
use crate::extract::{CreateClients, May, PathId};
use crate::refusal::{Answer, Refusal};
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::client_rows::Fault;
use gangway_domain::ids::{ImportId, PartnerId};
use gangway_domain::wire::{ImportRow, ImportState};
use gangway_entities::client_import::Model;
use gangway_entities::client_import_row::Column;
use gangway_sheet::ErrorFile;
use sea_orm::{ColumnTrait as _, QueryFilter as _, QuerySelect as _};
use std::io;

/// Downloads the rows that something is wrong with
///
/// As they were given, each with what is wrong behind it in the column `Error`, which is skipped when the
/// corrected file is uploaded. Once the import is over, so are rows that were corrected and not imported, as
/// they were corrected. UTF-8 with a byte order mark; a cell that a spreadsheet would take for a formula
/// begins with an apostrophe.
#[utoipa::path(tag = "Imports", params(("id" = ImportId, Path, description = "The import.")),
    responses((status = 200, content_type = "text/csv", body = String,
        description = "A line for each row.")),
    extensions(("x-scope" = json!("clients:create"))))]
#[get("/api/v1/client-imports/{id}/errors.csv")]
pub async fn download_import_errors(
    ctx: Data<Context>,
    may: May<CreateClients>,
    id: PathId<ImportId>,
) -> Answer {
    let import = store::require(ctx.db.reader(), &may.0, id.0).await?;
    let columns: Vec<String> = read(import.columns.clone())?;
    let names = columns.iter().map(String::as_str);
    let head = ErrorFile::new(Vec::new(), names).and_then(ErrorFile::finish);
    let head = String::from_utf8(head.map_err(Refusal::internal)?).map_err(Refusal::internal)?;
    let is_over = import.finished_at.is_some() || state_of(&import.state)? == ImportState::Undoing;
    let errors = Errors {
        is_over,
        ctx: ctx.get_ref().clone(),
        import,
        columns: columns.len(),
        after: 0,
    };
    let file = File {
        name: "clients-errors.csv",
        content_type: "text/csv; charset=utf-8",
        head,
    };
    download(file, errors).await
}

/// A download on its way.
struct Errors {
    ctx: Context,
    import: Model,
    columns: usize,
    after: i32,
    /// Whether rows that were corrected will not be imported any more.
    is_over: bool,
}

impl Batches for Errors {
    fn partner(&self) -> PartnerId {
        PartnerId(self.import.partner_id)
    }

    async fn next(mut self) -> Result<(String, Option<Self>), Refusal> {
        let mut rows = kept_rows::of(&self.import)
            .filter(Column::RowNumber.gt(self.after))
            .limit(BATCH);
        if !self.is_over {
            rows = rows.filter(Column::Corrected.eq(false));
        }
        let found = rows.all(self.ctx.db.reader()).await?;
        let more = is_full(&found);
        self.after = found.last().map_or(self.after, |row| row.row_number);
        let rows = found.into_iter().map(show_row);
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        let lines = lines(&rows, self.columns).map_err(Refusal::internal)?;
        let lines = String::from_utf8(lines).map_err(Refusal::internal)?;
        Ok((lines, more.then_some(self)))
    }
}

fn lines(rows: &[ImportRow], columns: usize) -> io::Result<Vec<u8>> {
    let mut file = ErrorFile::more(Vec::new());
    for row in rows {
        // Every line has as many cells as the header.
        let cells = row.cells.iter().map(String::as_str);
        let cells = cells.chain(std::iter::repeat("")).take(columns);
        let errors: Vec<String> = row.faults.iter().map(words).collect();
        let extra = row.cells.iter().skip(columns).map(String::as_str);
        file.row(cells, errors.iter().map(String::as_str), extra)?;
    }
    file.finish()
}

fn words(fault: &Fault) -> String {
    let Fault {
        column,
        code: _,
        value: _,
        reason,
        remedy,
    } = fault;
    match column {
        Some(column) => format!("{column}: {reason} {remedy}"),
        None => format!("{reason} {remedy}"),
    }
}
