//! The table of orders for phone numbers. A change says which state it goes out from, so that of two
//! workers at one order the late one changes nothing.

use crate::context::Context;
use crate::refusal::Refusal;
use chrono::{DateTime, Duration, Utc};
use gangway_domain::ids::{ClientId, NumberOrderId, PartnerId};
use gangway_domain::wire::SmsNumberState;
use gangway_entities::finders::OfPartner as _;
use gangway_entities::number_order::{ActiveModel, Column, Entity, Model};
use gangway_entities::partner;
use gangway_twilio::IncomingNumber;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait as _,
    PaginatorTrait as _, QueryFilter, QuerySelect as _, UpdateMany,
};

/// A client's order.
pub async fn of_client(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Option<Model>, Refusal> {
    Ok(Entity::of(partner)
        .filter(Column::ClientId.eq(client.0))
        .one(db)
        .await?)
}

/// The order of a job.
pub async fn load(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    order: NumberOrderId,
) -> Result<Option<Model>, Refusal> {
    Ok(Entity::one_of(partner, order).one(db).await?)
}

/// The number a client texts from.
pub async fn number(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Option<String>, Refusal> {
    let row = Entity::of(partner)
        .filter(Column::ClientId.eq(client.0))
        .filter(Column::State.eq(state_str(SmsNumberState::Assigned)))
        .one(db)
        .await?;
    Ok(row.and_then(|row| row.phone_number))
}

/// Makes the client's one order, unless there is one; either way it is held until the transaction
/// ends. True when it is new.
pub async fn make_or_join(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
) -> Result<(Model, bool), Refusal> {
    let now = ctx.now();
    let row = ActiveModel {
        id: Set(ctx.new_id()),
        partner_id: Set(partner.0),
        client_id: Set(client.0),
        state: Set(state_str(SmsNumberState::Searching).to_owned()),
        phone_number: Set(None),
        phone_number_sid: Set(None),
        detail: Set(None),
        reference: Set(None),
        ordered_at: Set(now),
        assigned_at: Set(None),
        updated_at: Set(now),
        hook_base: Set(None),
        caught_up_at: Set(None),
    };
    let one_per_client = OnConflict::columns([Column::PartnerId, Column::ClientId])
        .do_nothing()
        .to_owned();
    let made = Entity::insert(row)
        .on_conflict(one_per_client)
        .exec_without_returning(tx)
        .await?;
    let held = Entity::of(partner)
        .filter(Column::ClientId.eq(client.0))
        .lock_exclusive();
    let row = held.one(tx).await?.ok_or_else(Refusal::not_found)?;
    Ok((row, made > 0))
}

/// Begins a held order anew.
pub async fn begin_anew(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
) -> Result<(), Refusal> {
    open(ctx, row)
        .col_expr(
            Column::State,
            Expr::value(state_str(SmsNumberState::Searching)),
        )
        .col_expr(Column::Detail, Expr::value(None::<String>))
        .col_expr(Column::Reference, Expr::value(None::<String>))
        .col_expr(Column::OrderedAt, Expr::value(ctx.now()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Writes down the number to buy, unless there is one written already. False when the partner's
/// clients have got as many numbers within a day as the installation allows.
pub async fn write_choice(ctx: &Context, row: &Model, number: &str) -> Result<bool, Refusal> {
    let partner = PartnerId(row.partner_id);
    let tx = ctx.db.begin().await?;
    // Held, so that two orders do not both take the last number of the day.
    partner::Entity::one_of(partner, partner)
        .lock_exclusive()
        .one(&tx)
        .await?;
    if taken_within_a_day(ctx, &tx, partner).await? >= ctx.config.twilio.numbers_per_day {
        tx.rollback().await?;
        return Ok(false);
    }
    open(ctx, row)
        .col_expr(Column::PhoneNumber, Expr::value(number))
        .filter(Column::PhoneNumber.is_null())
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(true)
}

/// Numbers of the partner's that were bought, or are being bought, within a day.
async fn taken_within_a_day(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
) -> Result<u64, Refusal> {
    let since = ctx.now() - Duration::days(1);
    let being_bought = Column::PhoneNumber
        .is_not_null()
        .and(Column::AssignedAt.is_null())
        .and(Column::UpdatedAt.gte(since));
    Ok(Entity::of(partner)
        .filter(Column::AssignedAt.gte(since).or(being_bought))
        .count(tx)
        .await?)
}

/// Strikes out a number that cannot be had.
pub async fn strike_choice(ctx: &Context, row: &Model, number: &str) -> Result<(), Refusal> {
    let tx = ctx.db.begin().await?;
    open(ctx, row)
        .col_expr(Column::PhoneNumber, Expr::value(None::<String>))
        .filter(Column::PhoneNumber.eq(number))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(())
}

/// Notes how an open order fares, and what support looks it up by.
pub async fn note(
    ctx: &Context,
    row: &Model,
    state: SmsNumberState,
    detail: &str,
    reference: &str,
) -> Result<(), Refusal> {
    let tx = ctx.db.begin().await?;
    open(ctx, row)
        .col_expr(Column::State, Expr::value(state_str(state)))
        .col_expr(Column::Detail, Expr::value(detail))
        .col_expr(Column::Reference, Expr::value(reference))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(())
}

/// Assigns a bought number. False when the order has one already.
pub async fn assign(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    number: &IncomingNumber,
    hook_base: Option<String>,
) -> Result<bool, Refusal> {
    let assigned = open(ctx, row)
        .col_expr(
            Column::State,
            Expr::value(state_str(SmsNumberState::Assigned)),
        )
        .col_expr(
            Column::PhoneNumber,
            Expr::value(number.phone_number.as_str()),
        )
        .col_expr(Column::PhoneNumberSid, Expr::value(number.sid.as_str()))
        .col_expr(Column::HookBase, Expr::value(hook_base))
        .col_expr(Column::Detail, Expr::value(None::<String>))
        .col_expr(Column::Reference, Expr::value(None::<String>))
        .col_expr(Column::AssignedAt, Expr::value(ctx.now()))
        .exec(tx)
        .await?;
    Ok(assigned.rows_affected == 1)
}

/// Holds a client's order until the transaction ends, so that two texts at once are counted one after the
/// other.
pub async fn hold(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
) -> Result<(), Refusal> {
    Entity::of(partner)
        .filter(Column::ClientId.eq(client.0))
        .lock_exclusive()
        .one(tx)
        .await?;
    Ok(())
}

/// Writes down which installation texts to the number are brought to.
pub async fn write_hook(ctx: &Context, row: &Model, base: &str) -> Result<(), Refusal> {
    let tx = ctx.db.begin().await?;
    Entity::change(PartnerId(row.partner_id), row.id)
        .col_expr(Column::HookBase, Expr::value(base))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(())
}

/// Writes down up to when the number's texts are all here.
pub async fn write_caught_up(
    ctx: &Context,
    row: &Model,
    until: DateTime<Utc>,
) -> Result<(), Refusal> {
    let tx = ctx.db.begin().await?;
    Entity::change(PartnerId(row.partner_id), row.id)
        .col_expr(Column::CaughtUpAt, Expr::value(until))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(())
}

/// A change of an order that has no number yet.
fn open(ctx: &Context, row: &Model) -> UpdateMany<Entity> {
    Entity::change(PartnerId(row.partner_id), row.id)
        .filter(Column::State.ne(state_str(SmsNumberState::Assigned)))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
}

/// The state of a row.
pub fn state_of(row: &Model) -> SmsNumberState {
    [SmsNumberState::Assigned, SmsNumberState::TryAgainLater]
        .into_iter()
        .find(|state| state_str(*state) == row.state)
        .unwrap_or(SmsNumberState::Searching)
}

/// The state as stored; `none` is no row.
pub const fn state_str(state: SmsNumberState) -> &'static str {
    match state {
        SmsNumberState::None => "none",
        SmsNumberState::Searching => "searching",
        SmsNumberState::Assigned => "assigned",
        SmsNumberState::TryAgainLater => "try_again_later",
    }
}
