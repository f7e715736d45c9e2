//! Deleting clients so that they can be restored.

use super::records::taken_meanwhile;
use super::visible::{visible, visible_deleted};
use super::{removal, retention};
use crate::context::Context;
use crate::events::{Event, record_all};
use crate::extract::Caller;
use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use gangway_domain::ids::ClientId;
use gangway_entities::client::{Column, Entity, Model};
use gangway_entities::finders::{OfClient as _, OfPartner as _, next_version};
use gangway_entities::{client_domain, contact};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, DatabaseTransaction, QueryFilter as _};
use serde_json::json;

/// Deletes clients that the caller sees: all of them, or none. Their names, their contacts' addresses and
/// their domains are free from then on.
pub(super) async fn delete(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    ids: &[ClientId],
) -> Result<Vec<Model>, Refusal> {
    let wanted = ids.iter().map(|id| id.0);
    let rows = visible(caller)
        .filter(Column::Id.is_in(wanted))
        .all(tx)
        .await?;
    if rows.len() != ids.len() {
        return Err(Refusal::not_found());
    }
    let done = Entity::change_these(caller.partner, ids.iter().copied())
        .filter(Column::DeletedAt.is_null())
        .col_expr(Column::DeletedAt, Expr::value(ctx.now()))
        .col_expr(Column::NameKey, Expr::value(None::<String>))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .col_expr(Column::Version, next_version(Column::Version))
        .exec(tx)
        .await?;
    if done.rows_affected != u64::try_from(ids.len()).unwrap_or(u64::MAX) {
        return Err(Refusal::stale());
    }
    mark(tx, caller, ids, Some(ctx.now())).await?;
    removal::schedule(ctx, tx, caller, ids).await?;
    record_all(ctx, tx, events(caller, "client.deleted", &rows)).await?;
    Ok(rows)
}

/// Restores a client, unless it is too late or somebody has its name by now.
pub(super) async fn restore(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    id: ClientId,
) -> Result<(), Refusal> {
    let row = visible_deleted(caller)
        .filter(Column::Id.eq(id.0))
        .one(tx)
        .await?;
    let in_time = |row: &Model| {
        row.deleted_at
            .is_some_and(|at| ctx.now() < retention::until(ctx, at))
    };
    let row = row.filter(in_time).ok_or_else(Refusal::not_found)?;
    let key = row.name.as_ref().map(|_| row.sort_name.clone());
    let done = Entity::change(caller.partner, id)
        .filter(Column::Version.eq(row.version))
        .filter(Column::RemovingAt.is_null())
        .col_expr(Column::DeletedAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::NameKey, Expr::value(key))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .col_expr(Column::Version, next_version(Column::Version))
        .exec(tx)
        .await
        .map_err(|error| taken_meanwhile(error.into()))?;
    if done.rows_affected == 0 {
        return Err(Refusal::stale());
    }
    mark(tx, caller, &[id], None)
        .await
        .map_err(taken_meanwhile)?;
    record_all(ctx, tx, events(caller, "client.restored", &[row])).await
}

/// Tells what is unique among clients that are not deleted.
async fn mark(
    tx: &DatabaseTransaction,
    caller: &Caller,
    ids: &[ClientId],
    deleted_at: Option<DateTime<Utc>>,
) -> Result<(), Refusal> {
    contact::Entity::change_of_clients(caller.partner, ids)
        .col_expr(contact::Column::DeletedAt, Expr::value(deleted_at))
        .exec(tx)
        .await?;
    client_domain::Entity::change_of_clients(caller.partner, ids)
        .col_expr(client_domain::Column::DeletedAt, Expr::value(deleted_at))
        .exec(tx)
        .await?;
    Ok(())
}

fn events(caller: &Caller, kind: &'static str, rows: &[Model]) -> Vec<Event> {
    let event = |row: &Model| {
        let id = ClientId(row.id);
        let name = row.name.as_ref().or(row.contact_email.as_ref());
        Event::by(caller, kind, id)
            .about(id)
            .with(json!({"name": name}))
    };
    rows.iter().map(event).collect()
}
