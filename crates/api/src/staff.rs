//! A partner's staff in a few words, for other capabilities to show.

use crate::extract::state_str;
use crate::places;
use crate::refusal::Refusal;
use gangway_domain::ids::{PartnerId, PlaceId};
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{StaffBrief, UserState};
use gangway_entities::place::{Column, Model};
use sea_orm::{ColumnTrait as _, ConnectionTrait, QueryFilter as _};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Staff by their places; client users are not among them.
pub async fn briefs(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    ids: HashSet<Uuid>,
) -> Result<HashMap<Uuid, StaffBrief>, Refusal> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = places::at(partner, None).filter(Column::Id.is_in(ids));
    let rows = rows.all(db).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((row.id, brief(&row)?)))
        .collect())
}

/// The active staff, by name.
pub async fn active(
    db: &impl ConnectionTrait,
    partner: PartnerId,
) -> Result<Vec<StaffBrief>, Refusal> {
    let rows = places::at(partner, None).filter(Column::State.eq(state_str(UserState::Active)));
    let rows = rows.all(db).await?;
    let mut staff: Vec<StaffBrief> = rows.iter().filter_map(brief).collect();
    staff.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    Ok(staff)
}

/// A member of the staff in a few words.
pub fn brief(row: &Model) -> Option<StaffBrief> {
    Some(StaffBrief {
        id: PlaceId(row.id),
        name: places::name(row),
        email: row.email.clone(),
        role: StaffRole::parse(&row.role)?,
        is_active: row.state == state_str(UserState::Active),
    })
}
