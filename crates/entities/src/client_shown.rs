//! A client with what pages and lists show of it, in one query: these are the most frequent reads.

use crate::{client, client_staff, contact, invite, number_order, onboarding, place};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, IntoCondition as _, Order, Query};
use sea_orm::{
    ColumnTrait as _, DbErr, EntityTrait, FromQueryResult, IdenStatic as _, JoinType, QueryResult,
    QuerySelect as _, RelationDef, Select, SelectModel, Selector,
};
use uuid::Uuid;

const AROUND: &str = "a_";
/// The places of those who answer for clients, beside those of who made them.
const MANAGER: &str = "manager";

/// A client and what is around it.
#[derive(Clone, Debug)]
pub struct ClientShown {
    /// The client.
    pub client: client::Model,
    /// What other tables know of it.
    pub around: Around,
}

/// What other tables know of a client.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Around {
    /// State of the step Credentials, and so on; none where the set-up was never begun.
    pub credentials: Option<String>,
    pub company_info: Option<String>,
    pub enable_sms: Option<String>,
    pub enable_application: Option<String>,
    pub invite_team: Option<String>,
    /// When the set-up was finished.
    pub finished_at: Option<DateTime<Utc>>,
    /// The number it has.
    pub phone_number: Option<String>,
    /// Its newest set-up invitation.
    pub invite_id: Option<Uuid>,
    /// Who made it.
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: Option<String>,
    /// Who of the staff answers for it.
    pub manager_first_name: Option<String>,
    pub manager_last_name: Option<String>,
    pub manager_email: Option<String>,
    /// The first person to turn to.
    pub contact_email: Option<String>,
}

/// How the values that the query asks for are stored.
#[derive(Clone, Copy, Debug)]
pub struct Stored {
    /// A number order that has its number.
    pub assigned: &'static str,
    /// An invitation to a client's set-up.
    pub client_setup: &'static str,
    /// Somebody of the staff who answers for a client.
    pub account_manager: &'static str,
    /// The first contact of a client.
    pub primary: &'static str,
}

impl FromQueryResult for ClientShown {
    fn from_query_result(row: &QueryResult, _: &str) -> Result<Self, DbErr> {
        Ok(Self {
            client: client::Model::from_query_result(row, "")?,
            around: Around::from_query_result(row, AROUND)?,
        })
    }
}

/// The same clients with what is around them.
pub fn shown(
    clients: Select<client::Entity>,
    stored: Stored,
) -> Selector<SelectModel<ClientShown>> {
    use {number_order::Column as Number, onboarding::Column as SetUp, place::Column as Place};
    let mut query = clients
        .join(JoinType::LeftJoin, to_set_up())
        .join(JoinType::LeftJoin, to_number(stored.assigned))
        .join(JoinType::LeftJoin, to_creator())
        .join(JoinType::LeftJoin, to_staff(stored.account_manager))
        .join_as(JoinType::LeftJoin, to_manager(), MANAGER)
        .join(JoinType::LeftJoin, to_contact(stored.primary));
    for column in [
        SetUp::Credentials,
        SetUp::CompanyInfo,
        SetUp::EnableSms,
        SetUp::EnableApplication,
        SetUp::InviteTeam,
        SetUp::FinishedAt,
    ] {
        query = query.column_as(column, named(column));
    }
    query = query.column_as(Number::PhoneNumber, named(Number::PhoneNumber));
    for column in [Place::FirstName, Place::LastName, Place::Email] {
        query = query.column_as(column, named(column));
    }
    for column in [Place::FirstName, Place::LastName, Place::Email] {
        let shown = format!("{AROUND}{MANAGER}_{}", column.as_str());
        query = query.column_as(Expr::col((MANAGER, column)), shown);
    }
    query
        .column_as(contact::Column::Email, format!("{AROUND}contact_email"))
        .column_as(
            newest_invite(stored.client_setup),
            format!("{AROUND}invite_id"),
        )
        .into_model()
}

fn named(column: impl sea_orm::IdenStatic) -> String {
    format!("{AROUND}{}", column.as_str())
}

fn to_set_up() -> RelationDef {
    client::Entity::belongs_to(onboarding::Entity)
        .from((client::Column::PartnerId, client::Column::Id))
        .to((onboarding::Column::PartnerId, onboarding::Column::ClientId))
        .into()
}

fn to_number(assigned: &'static str) -> RelationDef {
    client::Entity::belongs_to(number_order::Entity)
        .from((client::Column::PartnerId, client::Column::Id))
        .to((
            number_order::Column::PartnerId,
            number_order::Column::ClientId,
        ))
        .on_condition(move |_, _| number_order::Column::State.eq(assigned).into_condition())
        .into()
}

fn to_creator() -> RelationDef {
    client::Entity::belongs_to(place::Entity)
        .from((client::Column::PartnerId, client::Column::CreatedBy))
        .to((place::Column::PartnerId, place::Column::Id))
        .into()
}

fn to_staff(account_manager: &'static str) -> RelationDef {
    use client_staff::Column;
    client::Entity::belongs_to(client_staff::Entity)
        .from((client::Column::PartnerId, client::Column::Id))
        .to((Column::PartnerId, Column::ClientId))
        .on_condition(move |_, staff| {
            Expr::col((staff, Column::Part))
                .eq(account_manager)
                .into_condition()
        })
        .into()
}

fn to_manager() -> RelationDef {
    client_staff::Entity::belongs_to(place::Entity)
        .from((
            client_staff::Column::PartnerId,
            client_staff::Column::PlaceId,
        ))
        .to((place::Column::PartnerId, place::Column::Id))
        .into()
}

fn to_contact(primary: &'static str) -> RelationDef {
    client::Entity::belongs_to(contact::Entity)
        .from((client::Column::PartnerId, client::Column::Id))
        .to((contact::Column::PartnerId, contact::Column::ClientId))
        .on_condition(move |_, contact| {
            Expr::col((contact, contact::Column::Kind))
                .eq(primary)
                .into_condition()
        })
        .into()
}

fn newest_invite(kind: &'static str) -> Expr {
    use invite::{Column, Entity};
    let of = |column| Expr::col((Entity, column));
    let newest = Query::select()
        .column((Entity, Column::Id))
        .from(Entity)
        .and_where(of(Column::PartnerId).equals((client::Entity, client::Column::PartnerId)))
        .and_where(of(Column::ClientId).equals((client::Entity, client::Column::Id)))
        .and_where(of(Column::Kind).eq(kind))
        .order_by((Entity, Column::CreatedAt), Order::Desc)
        .limit(1)
        .to_owned();
    Expr::SubQuery(None, Box::new(newest.into()))
}
