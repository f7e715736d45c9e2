//! The table of schedules.

use super::plan::Plan;
use crate::context::Context;
use crate::extract::Caller;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId, ScheduleId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{Holiday, WeekHours};
use gangway_entities::finders::{OfClient as _, OfPartner as _, next_version};
use gangway_entities::schedule::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait as _,
    QueryFilter, QueryOrder as _,
};

/// Schedules that a client may have.
const MOST: u64 = 100;

/// The schedules of a client, oldest first.
pub async fn of_client(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Vec<Model>, Refusal> {
    Ok(Entity::of(partner)
        .filter(Column::ClientId.eq(client.0))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// A schedule of a client.
pub async fn require(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
    id: ScheduleId,
) -> Result<Model, Refusal> {
    Entity::one_of_client(partner, client, id)
        .one(db)
        .await?
        .ok_or_else(Refusal::not_found)
}

/// The hours of a schedule: its week, and the days that differ.
pub fn hours(row: &Model) -> Result<(WeekHours, Vec<Holiday>), Refusal> {
    let week = serde_json::from_value(row.week.clone()).map_err(Refusal::internal)?;
    let holidays = serde_json::from_value(row.holidays.clone()).map_err(Refusal::internal)?;
    Ok((week, holidays))
}

/// Makes a schedule.
pub async fn insert(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    client: ClientId,
    plan: &Plan,
) -> Result<Model, Refusal> {
    let (partner, now) = (caller.partner, ctx.now());
    let all = Entity::of(partner).filter(Column::ClientId.eq(client.0));
    if all.count(tx).await? >= MOST {
        let words = "A company has at most 100 schedules. Delete one that is not used any more.";
        return Err(Refusal::new(ProblemCode::Conflict, words));
    }
    let id: ScheduleId = ctx.new_id();
    let row = ActiveModel {
        id: Set(id.0),
        partner_id: Set(partner.0),
        client_id: Set(client.0),
        name: Set(plan.name.as_str().to_owned()),
        name_key: Set(plan.name_key()),
        week: Set(plan.stored_week()?),
        holidays: Set(plan.stored_holidays()?),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(1),
    };
    let made = Entity::insert(row).exec_with_returning(tx).await;
    made.map_err(|error| name_taken(error.into()))
}

/// Writes a schedule into a row read in this transaction. False when it was changed meanwhile.
pub async fn update(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    plan: &Plan,
) -> Result<bool, Refusal> {
    let done = Entity::change(PartnerId(row.partner_id), row.id)
        .filter(Column::Version.eq(row.version))
        .col_expr(Column::Name, Expr::value(plan.name.as_str()))
        .col_expr(Column::NameKey, Expr::value(plan.name_key()))
        .col_expr(Column::Week, Expr::value(plan.stored_week()?))
        .col_expr(Column::Holidays, Expr::value(plan.stored_holidays()?))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .col_expr(Column::Version, next_version(Column::Version))
        .exec(tx)
        .await
        .map_err(|error| name_taken(error.into()))?;
    Ok(done.rows_affected == 1)
}

/// Deletes a row read in this transaction. False when it was changed meanwhile.
pub async fn delete(tx: &DatabaseTransaction, row: &Model) -> Result<bool, Refusal> {
    let done = Entity::remove(PartnerId(row.partner_id), row.id)
        .filter(Column::Version.eq(row.version))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

fn name_taken(refusal: Refusal) -> Refusal {
    if refusal.is_unique_violation() {
        let words = "Another schedule has this name. Choose a different one.";
        return Refusal::field("/name", "duplicate_existing", words);
    }
    refusal
}
