//! `GET /api/v1/clients/choices`

use crate::answer::ok;
use crate::context::Context;
use crate::extract::{May, ReadRecords, state_str};
use crate::refusal::Answer;
use crate::{custom_fields, places, staff, tech_groups};
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::wire::{RecordChoices, StaffBrief, UserState};
use gangway_entities::place::Column;
use sea_orm::{ColumnTrait as _, QueryFilter as _};

/// Reads what there is to choose from when a client is written down
///
/// The active staff, the groups, and the fields that are asked for.
#[utoipa::path(tag = "Client records", responses((status = 200, body = RecordChoices)),
    extensions(("x-scope" = json!("records:read"))))]
#[get("/api/v1/clients/choices")]
pub async fn read_record_choices(ctx: Data<Context>, may: May<ReadRecords>) -> Answer {
    let (db, partner) = (ctx.db.reader(), may.0.partner);
    let active = places::at(partner, None)
        .filter(Column::State.eq(state_str(UserState::Active)))
        .all(db)
        .await?;
    let mut staff: Vec<StaffBrief> = active.iter().filter_map(staff::brief).collect();
    staff.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
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
