//! `GET /api/v1/events/export`

use super::csv;
use super::filter::Filter;
use super::show::Around;
use crate::context::Context;
use crate::db::whose;
use crate::extract::{May, Paging, ReadActivity};
use crate::refusal::{Answer, Refusal};
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse, get};
use futures_util::stream::try_unfold;
use gangway_domain::ids::{ClientId, PartnerId, PlaceId};
use gangway_domain::wire::EventGroup;
use gangway_entities::event::{Column, Entity};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect as _, Select};

/// Events read at a time, so that memory stays flat.
const BATCH: u64 = 500;

/// Exports what happened as CSV, newest first
///
/// Every event that fits the filter, for people: UTF-8 with a byte order mark, and a cell that a
/// spreadsheet would take for a formula begins with an apostrophe. `limit` and `cursor` have no
/// meaning here.
#[utoipa::path(tag = "Activity",
    params(("group" = Option<EventGroup>, Query, description = "Only events about this."),
        ("user_id" = Option<PlaceId>, Query, description = "Only what this user did."),
        ("client_id" = Option<ClientId>, Query, description = "Only events of this client."),
        ("from" = Option<DateTime<Utc>>, Query, description = "Only from this time on."),
        ("to" = Option<DateTime<Utc>>, Query, description = "Only before this time."),
        ("q" = Option<String>, Query, description = "What to search for.")),
    responses((status = 200, content_type = "text/csv", body = String,
        description = "A line for each event.")),
    extensions(("x-scope" = json!("activity:read"))))]
#[get("/api/v1/events/export")]
pub async fn export_events(
    ctx: Data<Context>,
    may: May<ReadActivity>,
    paging: Paging,
    request: HttpRequest,
) -> Answer {
    let caller = may.0;
    let filter = Filter::of(&request)?;
    let rows = filter.rows(ctx.db.reader(), &caller, &paging).await?;
    let export = Export {
        ctx: ctx.get_ref().clone(),
        partner: caller.partner,
        rows,
        before: None,
    };
    // The first lines are read here, so that trouble can still be told.
    let (first, rest) = match export.next().await? {
        Some((lines, rest)) => (lines, rest),
        None => (Bytes::new(), None),
    };
    let head = Bytes::from([csv::HEAD.as_bytes(), &first].concat());
    let lines = try_unfold((Some(head), rest), async |(ready, rest)| {
        match (ready, rest) {
            (Some(ready), rest) => Ok::<_, Refusal>(Some((ready, (None, rest)))),
            (None, None) => Ok(None),
            (None, Some(export)) => {
                // The request is over for everybody but the one who reads on.
                let partner = Some(export.partner);
                let next = whose::watched(partner, export.next()).await?;
                Ok(next.map(|(lines, rest)| (lines, (None, rest))))
            }
        }
    });
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"activity.csv\""))
        .streaming(Box::pin(lines)))
}

/// An export on its way.
struct Export {
    ctx: Context,
    partner: PartnerId,
    rows: Select<Entity>,
    before: Option<i64>,
}

impl Export {
    /// The next lines and what follows them; none at the end.
    async fn next(mut self) -> Result<Option<(Bytes, Option<Self>)>, Refusal> {
        let db = self.ctx.db.reader();
        let mut rows = self.rows.clone();
        if let Some(before) = self.before {
            rows = rows.filter(Column::Sequence.lt(before));
        }
        let found = rows
            .order_by_desc(Column::Sequence)
            .limit(BATCH)
            .all(db)
            .await?;
        let Some(last) = found.last() else {
            return Ok(None);
        };
        self.before = Some(last.sequence);
        let more = found.len() == usize::try_from(BATCH).unwrap_or(usize::MAX);
        let around = Around::of(db, self.partner, &found).await?;
        let lines: String = found
            .into_iter()
            .map(|row| csv::line(&around.show(row)))
            .collect();
        Ok(Some((Bytes::from(lines), more.then_some(self))))
    }
}
