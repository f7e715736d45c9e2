//! `GET /api/v1/clients/{id}/consents/download`

use super::csv;
use super::filter::Filter;
use super::show::show_all;
use crate::clients;
use crate::context::Context;
use crate::download::{BATCH, Batches, File, download, is_full};
use crate::extract::{Cursor, May, Paging, PathId, ReadMessages};
use crate::refusal::{Answer, Refusal};
use actix_web::web::Data;
use actix_web::{HttpRequest, get};
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_entities::consent::{Column, Entity};
use sea_orm::Select;

/// Downloads the consent ledger as CSV, newest first
///
/// Every entry that fits the filter, with the exact words agreed to, their version, the page, the time
/// and the address: the proof that texts were wanted. UTF-8 with a byte order mark; a cell that a
/// spreadsheet would take for a formula begins with an apostrophe.
#[utoipa::path(tag = "Consent", params(("id" = ClientId, Path, description = "The client."),
        ("customer_number" = Option<String>, Query,
            description = "Only of this customer, by the number in E.164 form.")),
    responses((status = 200, content_type = "text/csv", body = String,
        description = "A line for each entry.")),
    extensions(("x-scope" = json!("messages:read"))))]
#[get("/api/v1/clients/{id}/consents/download")]
pub async fn download_consents(
    ctx: Data<Context>,
    may: May<ReadMessages>,
    id: PathId<ClientId>,
    request: HttpRequest,
) -> Answer {
    let partner = may.0.partner;
    clients::require(ctx.db.reader(), &may.0, id.0).await?;
    let export = Export {
        ctx: ctx.get_ref().clone(),
        partner,
        rows: Filter::of(&request)?.rows(partner, id.0, None),
        after: None,
    };
    let file = File {
        name: "consents.csv",
        content_type: "text/csv; charset=utf-8",
        head: csv::HEAD.to_owned(),
    };
    download(file, export).await
}

/// A download on its way.
struct Export {
    ctx: Context,
    partner: PartnerId,
    rows: Select<Entity>,
    after: Option<Cursor>,
}

impl Batches for Export {
    fn partner(&self) -> PartnerId {
        self.partner
    }

    async fn next(mut self) -> Result<(String, Option<Self>), Refusal> {
        let db = self.ctx.db.reader();
        let batch = Paging {
            limit: BATCH,
            after: self.after,
            count: false,
            q: None,
        };
        let slice = batch.slice(self.rows.clone(), Column::At, Column::Id);
        let mut found = slice.all(db).await?;
        let more = is_full(&found);
        // The slice is one longer, by which a list knows that more follows.
        found.truncate(usize::try_from(BATCH).unwrap_or(usize::MAX));
        self.after = found.last().map(|row| Cursor::of(row.at, row.id));
        let consents = show_all(db, self.partner, found).await?;
        let lines = consents.iter().map(csv::line).collect();
        Ok((lines, more.then_some(self)))
    }
}
