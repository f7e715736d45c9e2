//! `GET /api/v1/client-imports/{id}/rows` and `GET /api/v1/client-imports/{id}/rows/{row}`

use super::show::show_row;
use super::{kept_rows, store};
use crate::answer::{ok, tagged};
use crate::context::Context;
use crate::extract::{Asked, CreateClients, May, PathId, PathIds, no_cursor};
use crate::refusal::{Answer, Refusal};
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, get};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use gangway_domain::ids::ImportId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{ImportRow, Page};
use gangway_entities::client_import_row::Column;
use sea_orm::{ColumnTrait as _, PaginatorTrait as _, QueryFilter as _, QuerySelect as _};
use serde::Deserialize;

#[derive(Deserialize)]
struct Wanted {
    faulty: Option<bool>,
}

/// Lists rows of an import that something is or was wrong with, from the top
///
/// Good rows are in the file and not listed. `q` has no meaning here.
#[utoipa::path(tag = "Imports", params(("id" = ImportId, Path, description = "The import."),
        ("faulty" = Option<bool>, Query,
            description = "Only rows that something is still wrong with, or only those that were corrected.")),
    responses((status = 200, body = Page<ImportRow>)),
    extensions(("x-scope" = json!("clients:create")), ("x-list" = json!(true))))]
#[get("/api/v1/client-imports/{id}/rows")]
pub async fn list_import_rows(
    ctx: Data<Context>,
    may: May<CreateClients>,
    id: PathId<ImportId>,
    asked: Asked,
    request: HttpRequest,
) -> Answer {
    let db = ctx.db.reader();
    let import = store::require(db, &may.0, id.0).await?;
    let mut wanted = kept_rows::of(&import);
    if let Some(faulty) = faulty(&request)? {
        wanted = wanted.filter(Column::Corrected.eq(!faulty));
    }
    let total = if asked.count {
        Some(wanted.clone().count(db).await?)
    } else {
        None
    };
    if let Some(cursor) = &asked.cursor {
        let after = read_cursor(cursor, id.0).ok_or_else(no_cursor)?;
        wanted = wanted.filter(Column::RowNumber.gt(after));
    }
    let mut rows = wanted.limit(asked.limit + 1).all(db).await?;
    let most = usize::try_from(asked.limit).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    let last = rows.last().filter(|_| more);
    ok(&Page {
        next: last.map(|row| cursor(row.row_number, id.0)),
        data: rows
            .into_iter()
            .map(show_row)
            .collect::<Result<Vec<_>, _>>()?,
        total,
    })
}

/// Reads one of these rows
#[utoipa::path(tag = "Imports", params(("id" = ImportId, Path, description = "The import."),
        ("row" = u32, Path, description = "The row as a spreadsheet numbers it.")),
    responses((status = 200, body = ImportRow)),
    extensions(("x-scope" = json!("clients:create")), ("x-etag" = json!(true))))]
#[get("/api/v1/client-imports/{id}/rows/{row}")]
pub async fn read_import_row(
    ctx: Data<Context>,
    may: May<CreateClients>,
    ids: PathIds<ImportId, u32>,
) -> Answer {
    let db = ctx.db.reader();
    let import = store::require(db, &may.0, ids.0).await?;
    let row = kept_rows::require(db, &import, ids.1).await?;
    tagged(row.version, &show_row(row)?)
}

fn faulty(request: &HttpRequest) -> Result<Option<bool>, Refusal> {
    let wanted = Query::<Wanted>::from_query(request.query_string());
    let words = "faulty is true or false.";
    let wanted = wanted.map_err(|_| Refusal::new(ProblemCode::BadParameter, words));
    Ok(wanted?.faulty)
}

/// A place in the rows of this import and no other.
fn cursor(row: i32, import: ImportId) -> String {
    URL_SAFE_NO_PAD.encode(format!("{row}|{import}"))
}

fn read_cursor(text: &str, import: ImportId) -> Option<i32> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let (row, of) = std::str::from_utf8(&bytes).ok()?.split_once('|')?;
    (of.parse() == Ok(import))
        .then(|| row.parse().ok())
        .flatten()
}
