//! Which clients a caller may see; no other place decides it.

use crate::extract::Caller;
use crate::refusal::Refusal;
use gangway_domain::ids::ClientId;
use gangway_domain::roles::ClientReach;
use gangway_entities::client::{Column, Entity, Model};
use gangway_entities::finders::OfPartner as _;
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, Select};
use uuid::Uuid;

/// The clients a caller may see.
pub fn visible(caller: &Caller) -> Select<Entity> {
    let all = Entity::of(caller.partner);
    let none: [Uuid; 0] = [];
    match (caller.reach(), caller.client) {
        (ClientReach::All, None) => all,
        (ClientReach::Created, None) => all.filter(Column::CreatedBy.eq(caller.place_id.0)),
        (ClientReach::Own, Some(own)) => all.filter(Column::Id.eq(own.0)),
        // Clients cannot be assigned yet, and no other pair exists.
        _ => all.filter(Column::Id.is_in(none)),
    }
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
