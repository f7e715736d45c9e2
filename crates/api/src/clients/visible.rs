//! Which clients a caller may see; no other place decides it.

use super::parts::Part;
use crate::extract::Caller;
use crate::refusal::Refusal;
use gangway_domain::ids::ClientId;
use gangway_domain::roles::ClientReach;
use gangway_entities::client::{Column, Entity, Model};
use gangway_entities::client_staff;
use gangway_entities::finders::OfPartner as _;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, QueryFilter, QuerySelect as _, QueryTrait as _, Select,
};
use uuid::Uuid;

/// The clients a caller may see.
pub fn visible(caller: &Caller) -> Select<Entity> {
    within_reach(caller).filter(Column::DeletedAt.is_null())
}

/// The deleted clients a caller could see if they were not, until their removal begins.
pub fn visible_deleted(caller: &Caller) -> Select<Entity> {
    within_reach(caller)
        .filter(Column::DeletedAt.is_not_null())
        .filter(Column::RemovingAt.is_null())
}

fn within_reach(caller: &Caller) -> Select<Entity> {
    let all = Entity::of(caller.partner);
    let none: [Uuid; 0] = [];
    match (caller.reach(), caller.client) {
        (ClientReach::All, None) => all,
        (ClientReach::Created, None) => all.filter(Column::CreatedBy.eq(caller.place_id.0)),
        (ClientReach::Assigned, None) => all.filter(Column::Id.in_subquery(assigned_to(caller))),
        (ClientReach::Own, Some(own)) => all.filter(Column::Id.eq(own.0)),
        // No other pair exists.
        _ => all.filter(Column::Id.is_in(none)),
    }
}

/// The clients a caller is an engineer of. To answer for a client, or to be in a group that looks after
/// it, is not enough.
fn assigned_to(caller: &Caller) -> SelectStatement {
    use client_staff::Column;
    client_staff::Entity::of(caller.partner)
        .select_only()
        .column(Column::ClientId)
        .filter(Column::PlaceId.eq(caller.place_id.0))
        .filter(Column::Part.eq(Part::Engineer.as_str()))
        .into_query()
}

/// Those of the clients a caller sees that are theirs: made by them, or in their hands.
pub(super) fn of_their_own(caller: &Caller) -> Condition {
    use client_staff::Column as Staff;
    let in_their_hands = client_staff::Entity::of(caller.partner)
        .select_only()
        .column(Staff::ClientId)
        .filter(Staff::PlaceId.eq(caller.place_id.0));
    Condition::any()
        .add(Column::CreatedBy.eq(caller.place_id.0))
        .add(Column::Id.in_subquery(in_their_hands.into_query()))
}

/// A client the caller may see; one that is not there and one that is not theirs look the same.
pub async fn require(
    db: &impl ConnectionTrait,
    caller: &Caller,
    id: ClientId,
) -> Result<Model, Refusal> {
    visible(caller)
        .filter(Column::Id.eq(id.0))
        .one(db)
        .await?
        .ok_or_else(Refusal::not_found)
}
