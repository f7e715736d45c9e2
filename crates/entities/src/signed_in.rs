//! What a token names, in one query: it is asked on every request.

use crate::in_force::places_in_force;
use crate::{person, place, session};
use gangway_domain::ids::{PersonId, PlaceId, SessionId};
use sea_orm::sea_query::{ExprTrait as _, IntoCondition as _};
use sea_orm::{
    ColumnTrait as _, DbErr, EntityTrait, FromQueryResult, IdenStatic as _, Iterable, JoinType,
    QueryFilter as _, QueryResult, QuerySelect as _, Select, SelectModel, Selector,
};
use uuid::Uuid;

const SESSION: &str = "s_";
const PERSON: &str = "o_";
const PLACE: &str = "p_";

/// A session that has not ended, with its person and a place the person holds.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The session.
    pub session: session::Model,
    /// Whose it is.
    pub person: person::Model,
    /// The place that was asked for, when the person holds it.
    pub place: Option<place::Model>,
}

impl FromQueryResult for SignedIn {
    fn from_query_result(row: &QueryResult, _: &str) -> Result<Self, DbErr> {
        Ok(Self {
            session: session::Model::from_query_result(row, SESSION)?,
            person: person::Model::from_query_result(row, PERSON)?,
            place: place::Model::from_query_result_optional(row, PLACE)?,
        })
    }
}

/// Finds what a token names; the place counts only in this state.
#[expect(clippy::disallowed_methods, reason = "the token names its rows")]
pub fn signed_in(
    session: SessionId,
    person: PersonId,
    place: Option<PlaceId>,
    state: &'static str,
) -> Selector<SelectModel<SignedIn>> {
    let to_person = session::Entity::belongs_to(person::Entity)
        .from(session::Column::PersonId)
        .to(person::Column::Id)
        .into();
    let place = place.map_or_else(Uuid::nil, |place| place.0);
    let to_place = session::Entity::belongs_to(place::Entity)
        .from(session::Column::PersonId)
        .to(place::Column::PersonId)
        .on_condition(move |_, _| {
            let asked = place::Column::Id.eq(place);
            let held = asked.and(place::Column::State.eq(state)).into_condition();
            held.add(places_in_force())
        })
        .into();
    let query = session::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, to_person)
        .join(JoinType::LeftJoin, to_place)
        .filter(session::Column::Id.eq(session.0))
        .filter(session::Column::PersonId.eq(person.0))
        .filter(session::Column::EndedAt.is_null());
    let query = with_all::<session::Entity>(query, SESSION);
    let query = with_all::<person::Entity>(query, PERSON);
    with_all::<place::Entity>(query, PLACE).into_model()
}

fn with_all<E: EntityTrait>(
    query: Select<session::Entity>,
    prefix: &str,
) -> Select<session::Entity> {
    E::Column::iter().fold(query, |query, column| {
        query.column_as(column, format!("{prefix}{}", column.as_str()))
    })
}
