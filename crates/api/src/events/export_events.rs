//! `GET /api/v1/events/export`

use super::csv;
use super::filter::Filter;
use super::show::Around;
use crate::context::Context;
use crate::download::{BATCH, Batches, File, download, is_full};
use crate::extract::{May, Paging, ReadActivity};
use crate::refusal::{Answer, Refusal};
use actix_web::web::Data;
use actix_web::{HttpRequest, get};
use gangway_domain::ids::{ClientId, PartnerId, PlaceId};
use gangway_domain::wire::EventGroup;
use gangway_entities::event::{Column, Entity};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect as _, Select};

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
    let file = File {
        name: "activity.csv",
        content_type: "text/csv; charset=utf-8",
        head: csv::HEAD.to_owned(),
    };
    download(file, export).await
}

/// An export on its way.
struct Export {
    ctx: Context,
    partner: PartnerId,
    rows: Select<Entity>,
    before: Option<i64>,
}

impl Batches for Export {
    fn partner(&self) -> PartnerId {
        self.partner
    }

    async fn next(mut self) -> Result<(String, Option<Self>), Refusal> {
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
        let more = is_full(&found);
        self.before = found.last().map(|row| row.sequence);
        let around = Around::of(db, self.partner, &found).await?;
        let lines = found
            .into_iter()
            .map(|row| csv::line(&around.show(row)))
            .collect();
        Ok((lines, more.then_some(self)))
    }
}
