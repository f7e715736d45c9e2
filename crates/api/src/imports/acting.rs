//! Whoever asked for what Gangway is doing, looked at again: a place taken away ends it.

use crate::context::Context;
use crate::extract::{Caller, state_str};
use crate::refusal::Refusal;
use crate::{api_keys, people, places};
use gangway_domain::ids::{ApiKeyId, PartnerId, PersonId};
use gangway_domain::roles::Permission;
use gangway_domain::wire::UserState;
use gangway_entities::client_import::Model;
use gangway_entities::in_force::places_in_force;
use gangway_entities::place;
use sea_orm::{ColumnTrait as _, QueryFilter as _};

/// The caller an import acts for; none where they may no longer.
pub async fn acting(
    ctx: &Context,
    import: &Model,
    permission: Permission,
) -> Result<Option<Caller>, Refusal> {
    let partner = PartnerId(import.partner_id);
    let caller = match import.acting_key {
        Some(key) => api_keys::acting(ctx, partner, ApiKeyId(key)).await?,
        None => person(ctx, partner, import).await?,
    };
    Ok(caller.filter(|caller| caller.may(permission)))
}

async fn person(
    ctx: &Context,
    partner: PartnerId,
    import: &Model,
) -> Result<Option<Caller>, Refusal> {
    let db = ctx.db.reader();
    let place = places::at(partner, None)
        .filter(place::Column::Id.eq(import.acting_place))
        .filter(place::Column::State.eq(state_str(UserState::Active)))
        .filter(places_in_force());
    let Some(place) = place.one(db).await? else {
        return Ok(None);
    };
    let Some(person) = place.person_id.map(PersonId) else {
        return Ok(None);
    };
    let person = people::by_id(db, person).await?;
    Ok(person.and_then(|person| Caller::in_place(person, &place)))
}
