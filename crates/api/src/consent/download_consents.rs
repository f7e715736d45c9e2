//! `GET /api/v1/clients/{id}/consents/download`

use super::csv;
use super::filter::Filter;
use super::show::show_all;
use crate::clients;
use crate::context::Context;
use crate::db::whose;
use crate::extract::{Cursor, May, Paging, PathId, ReadMessages};
use crate::refusal::{Answer, Refusal};
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse, get};
use futures_util::stream::try_unfold;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_entities::consent::{Column, Entity};
use sea_orm::Select;

/// Entries read at a time, so that memory stays flat.
const BATCH: u64 = 500;

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
    // The first lines are read here, so that trouble can still be told.
    let (first, rest) = export.next().await?;
    let head = Bytes::from([csv::HEAD.as_bytes(), &first].concat());
    let lines = try_unfold((Some(head), rest), async |(ready, rest)| {
        match (ready, rest) {
            (Some(ready), rest) => Ok::<_, Refusal>(Some((ready, (None, rest)))),
            (None, None) => Ok(None),
            (None, Some(export)) => {
                // The request is over for everybody but the one who reads on.
                let partner = export.partner;
                let (lines, rest) = whose::watched(Some(partner), export.next()).await?;
                Ok(Some((lines, (None, rest))))
            }
        }
    });
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"consents.csv\""))
        .streaming(Box::pin(lines)))
}

/// A download on its way.
struct Export {
    ctx: Context,
    partner: PartnerId,
    rows: Select<Entity>,
    after: Option<Cursor>,
}

impl Export {
    /// The next lines, and what follows them where more does.
    async fn next(mut self) -> Result<(Bytes, Option<Self>), Refusal> {
        let db = self.ctx.db.reader();
        let batch = Paging {
            limit: BATCH,
            after: self.after,
            count: false,
            q: None,
        };
        let slice = batch.slice(self.rows.clone(), Column::At, Column::Id);
        let mut found = slice.all(db).await?;
        let size = usize::try_from(BATCH).unwrap_or(usize::MAX);
        let more = found.len() > size;
        found.truncate(size);
        self.after = found.last().map(|row| Cursor::of(row.at, row.id));
        let consents = show_all(db, self.partner, found).await?;
        let lines: String = consents.iter().map(csv::line).collect();
        Ok((Bytes::from(lines), more.then_some(self)))
    }
}
