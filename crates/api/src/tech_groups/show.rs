//! Groups as they travel.

use crate::refusal::Refusal;
use crate::staff;
use gangway_domain::ids::{PartnerId, TechGroupId};
use gangway_domain::wire::{StaffBrief, TechGroup};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::tech_group::Model;
use gangway_entities::{client_tech_group, tech_group_member};
use sea_orm::{ColumnTrait as _, ConnectionTrait, QueryFilter as _, QuerySelect as _};
use std::collections::HashMap;
use uuid::Uuid;

/// Groups with their members, in three statements however many there are.
pub(super) async fn show_all(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    rows: Vec<Model>,
) -> Result<Vec<TechGroup>, Refusal> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let members = tech_group_member::Entity::of(partner)
        .filter(tech_group_member::Column::GroupId.is_in(ids.clone()))
        .all(db)
        .await?;
    let people = members.iter().map(|member| member.place_id);
    let people = staff::briefs(db, partner, people.collect()).await?;
    let clients = clients(db, partner, ids).await?;
    let show = |row: Model| {
        let own = members.iter().filter(|member| member.group_id == row.id);
        let mut own: Vec<StaffBrief> = own
            .filter_map(|member| people.get(&member.place_id).cloned())
            .collect();
        own.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        TechGroup {
            id: TechGroupId(row.id),
            name: row.name,
            members: own,
            clients: clients.get(&row.id).copied().unwrap_or_default(),
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    };
    Ok(rows.into_iter().map(show).collect())
}

/// One group.
pub(super) async fn show_one(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    row: Model,
) -> Result<TechGroup, Refusal> {
    let mut shown = show_all(db, partner, vec![row]).await?;
    shown.pop().ok_or_else(Refusal::not_found)
}

/// How many clients each looks after.
async fn clients(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    ids: Vec<Uuid>,
) -> Result<HashMap<Uuid, u64>, Refusal> {
    use client_tech_group::{Column, Entity};
    let counted: Vec<(Uuid, i64)> = Entity::of(partner)
        .select_only()
        .column(Column::GroupId)
        .column_as(Column::ClientId.count(), "clients")
        .filter(Column::GroupId.is_in(ids))
        .group_by(Column::GroupId)
        .into_tuple()
        .all(db)
        .await?;
    let counted = counted.into_iter();
    Ok(counted
        .map(|(group, clients)| (group, u64::try_from(clients).unwrap_or_default()))
        .collect())
}
