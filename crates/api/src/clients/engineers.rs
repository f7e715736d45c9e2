//! `PUT` and `DELETE /api/v1/clients/{id}/engineers/{user}`

use super::parts::Part;
use super::records::staff_row;
use super::require;
use crate::answer::nothing;
use crate::context::Context;
use crate::db::again;
use crate::events::{Event, record};
use crate::extract::{AssignEngineers, Caller, May, PathIds, state_str};
use crate::places;
use crate::refusal::{Answer, Refusal};
use actix_web::web::Data;
use actix_web::{delete, put};
use gangway_domain::ids::{ClientId, PlaceId};
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::UserState;
use gangway_entities::client_staff::{Column, Entity};
use gangway_entities::finders::{OfClient as _, OfPartner as _, next_version};
use gangway_entities::{client, place};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait as _, DatabaseTransaction, EntityTrait as _, QueryFilter as _};
use serde_json::json;

/// Assigns an engineer
///
/// Any technician, manager or administrator of the staff. Again is harmless.
#[utoipa::path(tag = "Clients",
    params(("id" = ClientId, Path, description = "The client."), ("user" = PlaceId, Path, description = "The user.")),
    responses((status = 204)), extensions(("x-scope" = json!("engineers:write"))))]
#[put("/api/v1/clients/{id}/engineers/{user}")]
pub async fn assign_engineer(
    ctx: Data<Context>,
    may: May<AssignEngineers>,
    ids: PathIds<ClientId, PlaceId>,
) -> Answer {
    again(|| assign(&ctx, &may.0, ids.0, ids.1)).await?;
    nothing()
}

async fn assign(
    ctx: &Context,
    caller: &Caller,
    id: ClientId,
    user: PlaceId,
) -> Result<(), Refusal> {
    let tx = ctx.db.begin().await?;
    require(&tx, caller, id).await?;
    let engineer = staff(&tx, caller, user).await?;
    refuse_unless_fit(&engineer)?;
    let row = staff_row(caller.partner, id, Part::Engineer, user, ctx.now());
    let inserted = Entity::insert(row)
        .on_conflict(
            OnConflict::columns([
                Column::PartnerId,
                Column::ClientId,
                Column::Part,
                Column::PlaceId,
            ])
            .do_nothing()
            .to_owned(),
        )
        .exec_without_returning(&tx)
        .await?;
    if inserted > 0 {
        note(ctx, &tx, caller, id, &engineer, "client.engineer_assigned").await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Removes an engineer
///
/// Whoever sees no other clients does not see this one from then on. Again is harmless.
#[utoipa::path(tag = "Clients",
    params(("id" = ClientId, Path, description = "The client."), ("user" = PlaceId, Path, description = "The user.")),
    responses((status = 204)), extensions(("x-scope" = json!("engineers:write"))))]
#[delete("/api/v1/clients/{id}/engineers/{user}")]
pub async fn remove_engineer(
    ctx: Data<Context>,
    may: May<AssignEngineers>,
    ids: PathIds<ClientId, PlaceId>,
) -> Answer {
    again(|| remove(&ctx, &may.0, ids.0, ids.1)).await?;
    nothing()
}

async fn remove(
    ctx: &Context,
    caller: &Caller,
    id: ClientId,
    user: PlaceId,
) -> Result<(), Refusal> {
    let tx = ctx.db.begin().await?;
    require(&tx, caller, id).await?;
    let engineer = staff(&tx, caller, user).await?;
    let done = Entity::remove_of_client(caller.partner, id)
        .filter(Column::Part.eq(Part::Engineer.as_str()))
        .filter(Column::PlaceId.eq(user.0))
        .exec(&tx)
        .await?;
    if done.rows_affected > 0 {
        note(ctx, &tx, caller, id, &engineer, "client.engineer_removed").await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn staff(
    tx: &DatabaseTransaction,
    caller: &Caller,
    user: PlaceId,
) -> Result<place::Model, Refusal> {
    let found = places::at(caller.partner, None).filter(place::Column::Id.eq(user.0));
    found.one(tx).await?.ok_or_else(Refusal::not_found)
}

fn refuse_unless_fit(engineer: &place::Model) -> Result<(), Refusal> {
    let is_active = engineer.state == state_str(UserState::Active);
    match StaffRole::parse(&engineer.role) {
        Some(StaffRole::SalesRep) | None => {
            let words = "A sales rep sees clients they made. Choose a technician, manager or administrator.";
            Err(Refusal::field("", "not_an_engineer", words))
        }
        Some(_) if !is_active => {
            let words = "Choose somebody who can sign in: they are only invited, or deactivated.";
            Err(Refusal::field("", "not_active", words))
        }
        Some(_) => Ok(()),
    }
}

/// The record is another one, and it is known who did it.
async fn note(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    id: ClientId,
    engineer: &place::Model,
    kind: &'static str,
) -> Result<(), Refusal> {
    client::Entity::change(caller.partner, id)
        .col_expr(client::Column::UpdatedAt, Expr::value(ctx.now()))
        .col_expr(
            client::Column::Version,
            next_version(client::Column::Version),
        )
        .exec(tx)
        .await?;
    let event = Event::by(caller, kind, id).about(id);
    let facts = json!({"name": places::name(engineer), "user_id": engineer.id});
    record(ctx, tx, event.with(facts)).await
}
