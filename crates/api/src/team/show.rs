//! Users as they travel.

use crate::extract::{Caller, role_of, state_str};
use crate::refusal::Refusal;
use crate::{invites, second_factor};
use gangway_domain::ids::{InviteId, PlaceId};
use gangway_domain::roles::{ClientRole, Role, StaffRole};
use gangway_domain::wire::{User, UserState};
use gangway_entities::finders::OfNobody as _;
use gangway_entities::{person, place};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};
use std::collections::HashMap;
use uuid::Uuid;

/// Shows a list, with a fixed number of queries whatever its length.
pub async fn show_all(
    db: &impl ConnectionTrait,
    caller: &Caller,
    rows: Vec<place::Model>,
) -> Result<Vec<User>, Refusal> {
    let ids = rows.iter().map(|row| row.id).collect();
    let invites = invites::newest_of_places(db, caller.partner, ids).await?;
    let person_ids: Vec<Uuid> = rows.iter().filter_map(|row| row.person_id).collect();
    let with_factor = second_factor::owners_among(db, person_ids.clone()).await?;
    let people = if person_ids.is_empty() {
        Vec::new()
    } else {
        person::Entity::all()
            .filter(person::Column::Id.is_in(person_ids))
            .all(db)
            .await?
    };
    let people: HashMap<Uuid, person::Model> = people
        .into_iter()
        .map(|person| (person.id, person))
        .collect();
    Ok(rows
        .into_iter()
        .map(|row| {
            let has_factor = row.person_id.is_some_and(|id| with_factor.contains(&id));
            User {
                has_second_factor: has_factor,
                ..show(caller, &invites, &people, row)
            }
        })
        .collect())
}

/// Shows one.
pub async fn show_one(
    db: &impl ConnectionTrait,
    caller: &Caller,
    row: place::Model,
) -> Result<User, Refusal> {
    show_all(db, caller, vec![row])
        .await?
        .pop()
        .ok_or_else(Refusal::not_found)
}

fn show(
    caller: &Caller,
    invites: &HashMap<Uuid, InviteId>,
    people: &HashMap<Uuid, person::Model>,
    row: place::Model,
) -> User {
    let person = row.person_id.and_then(|id| people.get(&id));
    let role = role_of(&row).unwrap_or(match row.client_id {
        None => Role::Staff(StaffRole::Technician),
        Some(_) => Role::Client(ClientRole::PortalUser),
    });
    let state = [UserState::Active, UserState::Deactivated]
        .into_iter()
        .find(|state| state_str(*state) == row.state)
        .unwrap_or(UserState::Invited);
    User {
        id: PlaceId(row.id),
        first_name: person.map(|p| p.first_name.clone()).or(row.first_name),
        last_name: person.map(|p| p.last_name.clone()).or(row.last_name),
        email: row.email,
        role,
        state,
        invite_id: invites
            .get(&row.id)
            .copied()
            .filter(|_| state == UserState::Invited),
        has_second_factor: false,
        is_me: caller.person().is_some() && row.id == caller.place_id.0,
        last_sign_in_at: person.and_then(|p| p.last_sign_in_at),
        created_at: row.created_at,
    }
}
