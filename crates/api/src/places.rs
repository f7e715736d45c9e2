//! The table of places: who holds which role where.

use crate::context::Context;
use crate::extract::state_str;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId, PersonId, PlaceId};
use gangway_domain::roles::{Role, StaffRole};
use gangway_domain::values::EmailAddress;
use gangway_domain::wire::UserState;
use gangway_entities::finders::{
    OfPartner as _, change_places_of, next_version, places_of, places_of_others,
};
use gangway_entities::in_force::places_in_force;
use gangway_entities::place::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait as _,
    QueryFilter, QueryOrder, Select,
};

/// A place to be.
pub struct NewPlace<'a> {
    /// The partner.
    pub partner: PartnerId,
    /// The client, for client users.
    pub client: Option<ClientId>,
    /// The person, once there is one.
    pub person: Option<PersonId>,
    /// Email.
    pub email: &'a EmailAddress,
    /// First name, where known.
    pub first_name: Option<&'a str>,
    /// Last name, where known.
    pub last_name: Option<&'a str>,
    /// Role.
    pub role: Role,
}

/// Makes a place: active with a person, invited without.
pub async fn create(
    ctx: &Context,
    tx: &DatabaseTransaction,
    new: NewPlace<'_>,
) -> Result<Model, Refusal> {
    let now = ctx.now();
    let state = if new.person.is_some() {
        UserState::Active
    } else {
        UserState::Invited
    };
    let row = ActiveModel {
        id: Set(ctx.new_id()),
        partner_id: Set(new.partner.0),
        client_id: Set(new.client.map(Into::into)),
        scope_id: Set(new.client.map_or(new.partner.0, Into::into)),
        person_id: Set(new.person.map(Into::into)),
        email: Set(new.email.as_str().to_owned()),
        first_name: Set(new.first_name.map(str::to_owned)),
        last_name: Set(new.last_name.map(str::to_owned)),
        role: Set(new.role.as_str().to_owned()),
        state: Set(state_str(state).to_owned()),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(1),
    };
    Ok(Entity::insert(row).exec_with_returning(tx).await?)
}

/// The places at a partner itself, or at one of its clients.
pub fn at(partner: PartnerId, client: Option<ClientId>) -> Select<Entity> {
    Entity::of(partner).filter(Column::ScopeId.eq(client.map_or(partner.0, Into::into)))
}

/// The place of an email there.
pub async fn by_email(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: Option<ClientId>,
    email: &EmailAddress,
) -> Result<Option<Model>, Refusal> {
    Ok(at(partner, client)
        .filter(Column::Email.eq(email.as_str()))
        .one(db)
        .await?)
}

/// The active places of a person, oldest first.
pub async fn active_of(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Model>, Refusal> {
    Ok(places_of(person)
        .filter(Column::State.eq(state_str(UserState::Active)))
        .filter(places_in_force())
        .order_by_asc(Column::CreatedAt)
        .all(db)
        .await?)
}

/// How many other active owners and administrators a partner has.
pub async fn other_administrators(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    than: PlaceId,
) -> Result<u64, Refusal> {
    let roles = StaffRole::ALL
        .into_iter()
        .filter(|role| role.administers())
        .map(StaffRole::as_str);
    Ok(at(partner, None)
        .filter(Column::State.eq(state_str(UserState::Active)))
        .filter(Column::Role.is_in(roles))
        .filter(Column::Id.ne(than.0))
        .count(db)
        .await?)
}

/// Binds an invited place to the person who accepted.
pub async fn bind(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    id: PlaceId,
    person: &gangway_entities::person::Model,
) -> Result<(), Refusal> {
    Entity::change(partner, id)
        .col_expr(Column::PersonId, Expr::value(person.id))
        .col_expr(Column::FirstName, Expr::value(person.first_name.clone()))
        .col_expr(Column::LastName, Expr::value(person.last_name.clone()))
        .col_expr(Column::State, Expr::value(state_str(UserState::Active)))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .col_expr(Column::Version, next_version(Column::Version))
        .exec(tx)
        .await?;
    Ok(())
}

/// Sets the state of a place.
pub async fn set_state(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    id: PlaceId,
    state: UserState,
) -> Result<(), Refusal> {
    Entity::change(partner, id)
        .col_expr(Column::State, Expr::value(state_str(state)))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .col_expr(Column::Version, next_version(Column::Version))
        .exec(tx)
        .await?;
    Ok(())
}

/// Sets the role of a place.
pub async fn set_role(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    id: PlaceId,
    role: Role,
) -> Result<(), Refusal> {
    Entity::change(partner, id)
        .col_expr(Column::Role, Expr::value(role.as_str()))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .col_expr(Column::Version, next_version(Column::Version))
        .exec(tx)
        .await?;
    Ok(())
}

/// Whether an email holds a place of somebody else's where this person has one.
pub async fn would_clash(
    db: &impl ConnectionTrait,
    person: PersonId,
    email: &EmailAddress,
) -> Result<bool, Refusal> {
    let own = places_of(person).all(db).await?;
    let scopes = own.into_iter().map(|place| place.scope_id);
    let there = places_of_others(person, email.as_str()).filter(Column::ScopeId.is_in(scopes));
    Ok(there.count(db).await? > 0)
}

/// Sets the email that a person's places carry.
pub async fn set_email(
    ctx: &Context,
    tx: &DatabaseTransaction,
    person: PersonId,
    email: &EmailAddress,
) -> Result<(), Refusal> {
    change_places_of(person)
        .col_expr(Column::Email, Expr::value(email.as_str()))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .col_expr(Column::Version, next_version(Column::Version))
        .exec(tx)
        .await?;
    Ok(())
}

/// Locks the partner's row until the transaction ends, so that two changes of who administers it
/// follow one another. SQLite's writer is alone anyway.
pub async fn lock_partner(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
) -> Result<(), Refusal> {
    use sea_orm::{QuerySelect as _, sea_query::LockType};
    if ctx.db.is_postgres() {
        gangway_entities::partner::Entity::of(partner)
            // Rows that only name the partner may be written meanwhile.
            .lock(LockType::NoKeyUpdate)
            .one(tx)
            .await?;
    }
    Ok(())
}

/// Names of the people at these places, by place.
pub async fn names(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    ids: Vec<uuid::Uuid>,
) -> Result<std::collections::HashMap<uuid::Uuid, String>, Refusal> {
    if ids.is_empty() {
        return Ok(std::collections::HashMap::new());
    }
    let rows = Entity::of(partner)
        .filter(Column::Id.is_in(ids))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, name(&row))).collect())
}

/// First and last name, or the email while there is none.
pub fn name(row: &Model) -> String {
    full_name(
        row.first_name.as_deref(),
        row.last_name.as_deref(),
        &row.email,
    )
}

/// The same of what a row holds.
pub fn full_name(first: Option<&str>, last: Option<&str>, email: &str) -> String {
    match (first, last) {
        (Some(first), Some(last)) => format!("{first} {last}"),
        _ => email.to_owned(),
    }
}

/// Names of people as the partner knows them, by person.
pub async fn names_of_people(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    people: impl IntoIterator<Item = uuid::Uuid>,
) -> Result<std::collections::HashMap<uuid::Uuid, String>, Refusal> {
    let mut people = people.into_iter().peekable();
    if people.peek().is_none() {
        return Ok(std::collections::HashMap::new());
    }
    let rows = Entity::of(partner)
        .filter(Column::PersonId.is_in(people))
        .all(db)
        .await?;
    let named = rows
        .iter()
        .filter_map(|row| row.person_id.map(|person| (person, name(row))));
    Ok(named.collect())
}
