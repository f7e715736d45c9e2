//! Finding invitations: what a caller sees, and the newest of a place or client.

use super::{kind_str, open_still};
use crate::extract::Caller;
use crate::invites::show::role_of;
use crate::refusal::Refusal;
use crate::team::may_grant;
use gangway_domain::ids::{InviteId, PartnerId, PlaceId};
use gangway_domain::roles::{ClientReach, Role};
use gangway_domain::wire::InviteKind;
use gangway_entities::finders::OfPartner as _;
use gangway_entities::invite::{Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, PaginatorTrait as _, QueryFilter, QueryOrder, Select};
use std::collections::HashMap;
use uuid::Uuid;

/// What a caller sees: all of the partner's, their own, or their company's.
pub fn visible(caller: &Caller, kind: Option<InviteKind>) -> Select<Entity> {
    let rows = Entity::of(caller.partner);
    let rows = match kind {
        Some(kind) => rows.filter(Column::Kind.eq(kind_str(kind))),
        None => rows,
    };
    match caller.reach() {
        ClientReach::All => rows,
        ClientReach::Created => rows
            .filter(Column::InvitedBy.eq(caller.place_id.0))
            .filter(Column::Kind.eq(kind_str(InviteKind::ClientSetup))),
        ClientReach::Assigned => rows.filter(Expr::value(false)),
        ClientReach::Own => rows
            .filter(Column::ClientId.eq(caller.client.map(Uuid::from)))
            .filter(Column::Kind.eq(kind_str(InviteKind::ClientUser))),
    }
}

/// An invitation the caller may see.
pub async fn require(
    db: &impl ConnectionTrait,
    caller: &Caller,
    id: InviteId,
) -> Result<Model, Refusal> {
    visible(caller, None)
        .filter(Column::Id.eq(id.0))
        .one(db)
        .await?
        .ok_or_else(Refusal::not_found)
}

/// An invitation the caller may send again, hand over or take back. Whoever holds the link of a
/// staff invitation comes into its role, so it must be one that the caller could give.
pub async fn require_to_act(
    db: &impl ConnectionTrait,
    caller: &Caller,
    id: InviteId,
) -> Result<Model, Refusal> {
    let row = require(db, caller, id).await?;
    if let Role::Staff(role) = role_of(&row) {
        may_grant(caller, role)?;
    }
    Ok(row)
}

/// Whether a partner has sent any of a kind.
pub async fn any(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    kind: InviteKind,
) -> Result<bool, Refusal> {
    let found = Entity::of(partner)
        .filter(Column::Kind.eq(kind_str(kind)))
        .count(db)
        .await?;
    Ok(found > 0)
}

/// The newest invitation that still waits, of each of these places.
pub async fn newest_of_places(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    places: Vec<Uuid>,
) -> Result<HashMap<Uuid, InviteId>, Refusal> {
    if places.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::of(partner)
        .filter(Column::PlaceId.is_in(places))
        .filter(open_still())
        .order_by_asc(Column::CreatedAt)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((row.place_id?, InviteId(row.id))))
        .collect())
}

/// The invitation that still waits for a place.
pub async fn open_of_place(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    place: PlaceId,
) -> Result<Option<Model>, Refusal> {
    Ok(Entity::of(partner)
        .filter(Column::PlaceId.eq(place.0))
        .filter(open_still())
        .one(db)
        .await?)
}
