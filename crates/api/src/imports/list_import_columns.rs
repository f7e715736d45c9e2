//! `GET /api/v1/client-imports/columns`

use super::around;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{CreateClients, May};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::client_rows::{column_names, is_mandatory};
use gangway_domain::wire::{ImportColumn, Page};

/// Lists the columns that a list may have
///
/// Those of the sample, in its order, then the partner's own fields; all at once.
#[utoipa::path(tag = "Imports", responses((status = 200, body = Page<ImportColumn>)),
    extensions(("x-scope" = json!("clients:create"))))]
#[get("/api/v1/client-imports/columns")]
pub async fn list_import_columns(ctx: Data<Context>, may: May<CreateClients>) -> Answer {
    let fields = around::fields(ctx.db.reader(), may.0.partner).await?;
    let names = column_names(&fields).into_iter().enumerate();
    let columns = names.map(|(at, name)| ImportColumn {
        name,
        is_required: is_mandatory(at),
    });
    ok(&Page {
        data: columns.collect(),
        next: None,
        total: None,
    })
}
