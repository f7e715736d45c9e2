//! `GET /api/v1/clients/export.csv`

use super::lines::{Fields, lines};
use crate::clients::visible;
use crate::context::Context;
use crate::download::{BATCH, Batches, File, download, is_full};
use crate::extract::{May, ReadRecords};
use crate::refusal::{Answer, Refusal};
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, get};
use gangway_domain::ids::PartnerId;
use gangway_domain::problem::ProblemCode;
use gangway_entities::client::{Column, Entity};
use sea_orm::{
    ColumnTrait as _, Condition, QueryFilter as _, QueryOrder as _, QuerySelect as _, Select,
};
use serde::Deserialize;
use std::sync::Arc;
use uuid::Uuid;

#[derive(Deserialize)]
struct Wanted {
    test: Option<bool>,
}

/// Exports clients as CSV
///
/// By name, as far as the caller's role reaches, in the columns that can be imported, the partner's own fields among
/// them; one site of each, its headquarters. Clients that are not written down yet are left out, and test
/// clients where they are not asked for. UTF-8 with a byte order mark; a cell that a spreadsheet would take
/// for a formula begins with an apostrophe, which an import takes off.
#[utoipa::path(tag = "Client records",
    params(("test" = Option<bool>, Query, description = "Only clients made to try things out.")),
    responses((status = 200, content_type = "text/csv", body = String,
        description = "A line for each client.")),
    extensions(("x-scope" = json!("records:read"))))]
#[get("/api/v1/clients/export.csv")]
pub async fn export_clients(
    ctx: Data<Context>,
    may: May<ReadRecords>,
    request: HttpRequest,
) -> Answer {
    let caller = may.0;
    let wanted = Query::<Wanted>::from_query(request.query_string())
        .map_err(|_| Refusal::new(ProblemCode::BadParameter, "test is true or false."))?;
    let fields = Fields::of(ctx.db.reader(), caller.partner).await?;
    let rows = visible(&caller)
        .filter(Column::IsTest.eq(wanted.test.unwrap_or(false)))
        .filter(Column::Name.is_not_null())
        .order_by_asc(Column::SortName)
        .order_by_asc(Column::Id)
        .limit(BATCH);
    let head = fields.head()?;
    let export = Export {
        ctx: ctx.get_ref().clone(),
        partner: caller.partner,
        fields: Arc::new(fields),
        rows,
        after: None,
    };
    let file = File {
        name: "clients.csv",
        content_type: "text/csv; charset=utf-8",
        head,
    };
    download(file, export).await
}

/// An export on its way.
struct Export {
    ctx: Context,
    partner: PartnerId,
    fields: Arc<Fields>,
    rows: Select<Entity>,
    after: Option<(String, Uuid)>,
}

impl Batches for Export {
    fn partner(&self) -> PartnerId {
        self.partner
    }

    async fn next(mut self) -> Result<(String, Option<Self>), Refusal> {
        let db = self.ctx.db.reader();
        let mut rows = self.rows.clone();
        if let Some((name, id)) = &self.after {
            let same = Condition::all()
                .add(Column::SortName.eq(name.as_str()))
                .add(Column::Id.gt(*id));
            rows = rows.filter(
                Condition::any()
                    .add(Column::SortName.gt(name.as_str()))
                    .add(same),
            );
        }
        let found = rows.all(db).await?;
        let more = is_full(&found);
        self.after = found.last().map(|row| (row.sort_name.clone(), row.id));
        let lines = lines(db, self.partner, &self.fields, &found).await?;
        Ok((lines, more.then_some(self)))
    }
}
