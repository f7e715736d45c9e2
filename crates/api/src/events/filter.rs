//! Which events of a partner are wanted.

use crate::extract::{Caller, Paging, part};
use crate::refusal::Refusal;
use actix_web::HttpRequest;
use actix_web::web::Query;
use chrono::{DateTime, Utc};
use gangway_domain::ids::{ClientId, PlaceId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::EventGroup;
use gangway_entities::event::{Column, Entity};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::place;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, QueryFilter, Select};
use serde::Deserialize;

/// The filter of a request.
#[derive(Debug, Deserialize)]
pub struct Filter {
    group: Option<EventGroup>,
    user_id: Option<PlaceId>,
    client_id: Option<ClientId>,
    from: Option<DateTime<Utc>>,
    to: Option<DateTime<Utc>>,
}

impl Filter {
    /// Reads the filter of a request.
    pub fn of(request: &HttpRequest) -> Result<Self, Refusal> {
        let query = Query::<Self>::from_query(request.query_string()).map_err(|_| {
            Refusal::new(
                ProblemCode::BadParameter,
                "group is one of the groups; user_id and client_id are ids; from and to are times such as 2026-03-01T00:00:00Z.",
            )
        })?;
        Ok(query.into_inner())
    }

    /// The events of the caller's partner that fit.
    pub async fn rows(
        &self,
        db: &impl ConnectionTrait,
        caller: &Caller,
        paging: &Paging,
    ) -> Result<Select<Entity>, Refusal> {
        let mut fits = Condition::all()
            .add(Column::Hash.is_not_null())
            .add_option(self.group.map(of_group))
            .add_option(self.client_id.map(|client| Column::ClientId.eq(client.0)))
            .add_option(self.from.map(|from| Column::CreatedAt.gte(from)))
            .add_option(self.to.map(|to| Column::CreatedAt.lt(to)))
            .add_option(paging.q.as_deref().map(with_words));
        if let Some(user) = self.user_id {
            let place = place::Entity::one_of(caller.partner, user).one(db).await?;
            let person = place.and_then(|place| place.person_id);
            fits = fits.add(Column::PersonId.eq(person.unwrap_or_default()));
        }
        Ok(Entity::of(caller.partner).filter(fits))
    }
}

fn of_group(group: EventGroup) -> Condition {
    let begins = |group: EventGroup| {
        let nouns = group.nouns().iter();
        nouns.fold(Condition::any(), |any, noun| {
            any.add(Column::Kind.starts_with(format!("{noun}.")))
        })
    };
    match group {
        EventGroup::Other => EventGroup::ALL
            .into_iter()
            .filter(|group| *group != EventGroup::Other)
            .fold(Condition::any(), |any, group| any.add(begins(group)))
            .not(),
        group => begins(group),
    }
}

/// What the thing was called, and what its fields were.
fn with_words(q: &str) -> Condition {
    let text = |column: Column| {
        Expr::expr(Func::lower(Expr::col(column).cast_as("text"))).like(part(&q.to_lowercase()))
    };
    Condition::any()
        .add(text(Column::Data))
        .add(text(Column::Changes))
}
