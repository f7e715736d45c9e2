//! The table of applications. One that nobody has set yet has no row: Text Us is offered at all hours,
//! Call Us Now is not offered, for want of a number to call.

use super::wish::{Wish, unknown_schedule};
use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId, ScheduleId};
use gangway_domain::values::PhoneNumber;
use gangway_domain::wire::{ApplicationKind, WidgetApplication};
use gangway_entities::finders::{OfPartner as _, next_version};
use gangway_entities::widget_application::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

/// Every application of a client.
pub async fn of_client(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Vec<WidgetApplication>, Refusal> {
    let rows = Entity::of(partner).filter(Column::ClientId.eq(client.0));
    let rows = rows.all(db).await?;
    let row = |kind: ApplicationKind| rows.iter().find(|row| row.kind == kind.as_str());
    let every = ApplicationKind::ALL.into_iter();
    Ok(every.map(|kind| show(kind, row(kind).cloned())).collect())
}

/// The row of an application, where there is one.
pub async fn find(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
    kind: ApplicationKind,
) -> Result<Option<Model>, Refusal> {
    Ok(Entity::of(partner)
        .filter(Column::ClientId.eq(client.0))
        .filter(Column::Kind.eq(kind.as_str()))
        .one(db)
        .await?)
}

/// The version of an application; 0 until it is set for the first time.
pub fn version(row: Option<&Model>) -> i64 {
    row.map_or(0, |row| row.version)
}

/// Writes how an application is to be, where its row is still as it was read in this transaction.
pub async fn save(
    ctx: &Context,
    tx: &DatabaseTransaction,
    of: (PartnerId, ClientId),
    row: Option<&Model>,
    wish: &Wish,
) -> Result<Uuid, Refusal> {
    let saved = match row {
        Some(row) => change(ctx, tx, row, wish).await,
        None => insert(ctx, tx, of, wish).await,
    };
    saved.map_err(|refusal| match refusal {
        // Somebody else set it for the first time, or deleted its schedule, at this very moment.
        first if first.is_unique_violation() => Refusal::stale(),
        gone if gone.is_foreign_key_violation() => unknown_schedule(),
        other => other,
    })
}

async fn insert(
    ctx: &Context,
    tx: &DatabaseTransaction,
    (partner, client): (PartnerId, ClientId),
    wish: &Wish,
) -> Result<Uuid, Refusal> {
    let now = ctx.now();
    let id: Uuid = ctx.new_id();
    let row = ActiveModel {
        id: Set(id),
        partner_id: Set(partner.0),
        client_id: Set(client.0),
        kind: Set(wish.kind.as_str().to_owned()),
        enabled: Set(wish.enabled),
        schedule_id: Set(wish.schedule.map(|id| id.0)),
        phone_number: Set(number(wish)),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(1),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

async fn change(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    wish: &Wish,
) -> Result<Uuid, Refusal> {
    let done = Entity::change(PartnerId(row.partner_id), row.id)
        .filter(Column::Version.eq(row.version))
        .col_expr(Column::Enabled, Expr::value(wish.enabled))
        .col_expr(
            Column::ScheduleId,
            Expr::value(wish.schedule.map(|id| id.0)),
        )
        .col_expr(Column::PhoneNumber, Expr::value(number(wish)))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .col_expr(Column::Version, next_version(Column::Version))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 {
        Ok(row.id)
    } else {
        Err(Refusal::stale())
    }
}

fn number(wish: &Wish) -> Option<String> {
    let number = wish.phone_number.as_ref();
    number.map(PhoneNumber::as_str).map(str::to_owned)
}

/// An application as it travels.
pub fn show(kind: ApplicationKind, row: Option<Model>) -> WidgetApplication {
    let Some(row) = row else {
        return WidgetApplication {
            kind,
            enabled: kind == ApplicationKind::TextUs,
            schedule_id: None,
            phone_number: None,
            updated_at: None,
        };
    };
    let Model {
        id: _,
        partner_id: _,
        client_id: _,
        kind: _,
        enabled,
        schedule_id,
        phone_number,
        created_at: _,
        updated_at,
        version: _,
    } = row;
    WidgetApplication {
        kind,
        enabled,
        schedule_id: schedule_id.map(ScheduleId),
        phone_number,
        updated_at: Some(updated_at),
    }
}
