//! `GET /api/v1/custom-fields` and `GET /api/v1/custom-fields/{id}`

use super::show::shown;
use super::store;
use crate::answer::{ok, tagged};
use crate::context::Context;
use crate::extract::{May, PathId, ReadRecords};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::CustomFieldId;
use gangway_domain::wire::{CustomField, CustomFields};

/// Reads the partner's own fields, in their order
///
/// All of them, archived ones as well: there are 200 at most.
#[utoipa::path(tag = "Custom fields", responses((status = 200, body = CustomFields)),
    extensions(("x-scope" = json!("records:read"))))]
#[get("/api/v1/custom-fields")]
pub async fn read_custom_fields(ctx: Data<Context>, may: May<ReadRecords>) -> Answer {
    let rows = store::all(ctx.db.reader(), may.0.partner).await?;
    let data = rows.into_iter().map(shown).collect();
    ok(&CustomFields { data })
}

/// Reads a field of the partner's own
#[utoipa::path(tag = "Custom fields", params(("id" = CustomFieldId, Path, description = "The field.")),
    responses((status = 200, body = CustomField)),
    extensions(("x-scope" = json!("records:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/custom-fields/{id}")]
pub async fn read_custom_field(
    ctx: Data<Context>,
    may: May<ReadRecords>,
    id: PathId<CustomFieldId>,
) -> Answer {
    let row = store::require(ctx.db.reader(), may.0.partner, id.0).await?;
    tagged(row.version, &shown(row))
}
