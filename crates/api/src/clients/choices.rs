//! `GET /api/v1/clients/choices`

use crate::answer::ok;
use crate::context::Context;
use crate::extract::{May, ReadRecords};
use crate::refusal::Answer;
use crate::{custom_fields, staff, tech_groups};
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::wire::RecordChoices;

/// Reads what there is to choose from when a client is written down
///
/// The active staff, the groups, and the fields that are asked for.
#[utoipa::path(tag = "Client records", responses((status = 200, body = RecordChoices)),
    extensions(("x-scope" = json!("records:read"))))]
#[get("/api/v1/clients/choices")]
pub async fn read_record_choices(ctx: Data<Context>, may: May<ReadRecords>) -> Answer {
    let (db, partner) = (ctx.db.reader(), may.0.partner);
    let staff = staff::active(db, partner).await?;
    let fields = custom_fields::fields(db, partner).await?;
    let asked_for = fields
        .into_iter()
        .filter(|field| field.archived_at.is_none());
    ok(&RecordChoices {
        staff,
        tech_groups: tech_groups::briefs(db, partner).await?,
        custom_fields: asked_for.map(custom_fields::shown).collect(),
    })
}
