//! Groups as they travel.

use crate::extract::Caller;
use crate::refusal::Refusal;
use crate::{clients, staff};
use gangway_domain::ids::TechGroupId;
use gangway_domain::wire::{StaffBrief, TechGroup};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::tech_group::Model;
use gangway_entities::{client, client_tech_group, tech_group_member};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, QueryFilter as _, QuerySelect as _, QueryTrait as _,
};
use std::collections::HashMap;
use uuid::Uuid;

/// Groups with their members and how many clients the caller sees of each, in three statements however many there are.
pub(super) async fn show_all(
    db: &impl ConnectionTrait,
    caller: &Caller,
    rows: Vec<Model>,
) -> Result<Vec<TechGroup>, Refusal> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let partner = caller.partner;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let members = tech_group_member::Entity::of(partner)
        .filter(tech_group_member::Column::GroupId.is_in(ids.clone()))
        .all(db)
        .await?;
    let people = members.iter().map(|member| member.place_id);
    let people = staff::briefs(db, partner, people.collect()).await?;
    let clients = looked_after(db, caller, ids).await?;
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
    caller: &Caller,
    row: Model,
) -> Result<TechGroup, Refusal> {
    let mut shown = show_all(db, caller, vec![row]).await?;
    shown.pop().ok_or_else(Refusal::not_found)
}

/// How many clients each looks after, of those that the caller sees.
async fn looked_after(
    db: &impl ConnectionTrait,
    caller: &Caller,
    ids: Vec<Uuid>,
) -> Result<HashMap<Uuid, u64>, Refusal> {
    use client_tech_group::{Column, Entity};
    let seen = clients::visible(caller)
        .select_only()
        .column(client::Column::Id);
    let counted: Vec<(Uuid, i64)> = Entity::of(caller.partner)
        .select_only()
        .column(Column::GroupId)
        .column_as(Column::ClientId.count(), "clients")
        .filter(Column::GroupId.is_in(ids))
        .filter(Column::ClientId.in_subquery(seen.into_query()))
        .group_by(Column::GroupId)
        .into_tuple()
        .all(db)
        .await?;
    let counted = counted.into_iter();
    Ok(counted
        .map(|(group, clients)| (group, u64::try_from(clients).unwrap_or_default()))
        .collect())
}
