//! `GET /api/v1/client-imports` and `GET /api/v1/client-imports/{id}`

use super::show::{show_all, show_one};
use super::store;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{CreateClients, Cursor, May, Paging, PathId};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::ImportId;
use gangway_domain::wire::{ClientImport, Page};
use gangway_entities::client_import::{Column, Model};
use sea_orm::PaginatorTrait as _;

/// Lists imports, newest first
///
/// Those of the partner; a sales rep sees their own. `q` has no meaning here.
#[utoipa::path(tag = "Imports", responses((status = 200, body = Page<ClientImport>)),
    extensions(("x-scope" = json!("clients:create")), ("x-list" = json!(true))))]
#[get("/api/v1/client-imports")]
pub async fn list_imports(ctx: Data<Context>, may: May<CreateClients>, paging: Paging) -> Answer {
    let (caller, db) = (may.0, ctx.db.reader());
    let wanted = store::visible(&caller);
    let total = if paging.count {
        Some(wanted.clone().count(db).await?)
    } else {
        None
    };
    let slice = paging.slice(wanted, Column::CreatedAt, Column::Id);
    let place = |row: &Model| Cursor::of(row.created_at, row.id);
    let page = paging.page(slice.all(db).await?, place, total, |row| row);
    ok(&Page {
        data: show_all(db, caller.partner, page.data).await?,
        next: page.next,
        total: page.total,
    })
}

/// Reads an import
///
/// Its state, counts, what is wrong with the file, what is stored otherwise than it is written, and the
/// first rows. The counts change while it is `checking`, `importing` or `undoing`, at least every two seconds;
/// the stream tells when.
#[utoipa::path(tag = "Imports", params(("id" = ImportId, Path, description = "The import.")),
    responses((status = 200, body = ClientImport)),
    extensions(("x-scope" = json!("clients:create"))))]
#[get("/api/v1/client-imports/{id}")]
pub async fn read_import(
    ctx: Data<Context>,
    may: May<CreateClients>,
    id: PathId<ImportId>,
) -> Answer {
    let db = ctx.db.reader();
    let row = store::require(db, &may.0, id.0).await?;
    ok(&show_one(db, row).await?)
}
