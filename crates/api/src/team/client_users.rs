//! A client's users: list, deactivate, reactivate.

use super::activate_user::{set_state, yourself};
use super::list_users::list;
use super::show::show_one;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{Caller, May, Paging, PathId, PathIds, ReadClientUsers, WriteClientUsers};
use crate::refusal::{Answer, Refusal};
use crate::{clients, places};
use actix_web::web::Data;
use actix_web::{get, post};
use gangway_domain::ids::{ClientId, PlaceId};
use gangway_domain::wire::{Page, User, UserState};
use gangway_entities::place::{Column, Model};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};

/// Lists a client's users, newest first
#[utoipa::path(tag = "Users", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = Page<User>)),
    extensions(("x-scope" = json!("client_users:read")), ("x-list" = json!(true))))]
#[get("/api/v1/clients/{id}/users")]
pub async fn list_client_users(
    ctx: Data<Context>,
    may: May<ReadClientUsers>,
    id: PathId<ClientId>,
    paging: Paging,
) -> Answer {
    clients::require(ctx.db.reader(), &may.0, id.0).await?;
    list(&ctx, &may.0, places::at(may.0.partner, Some(id.0)), &paging).await
}

/// Deactivates a client's user: no access from the next request on
#[utoipa::path(tag = "Users",
    params(("id" = ClientId, Path, description = "The client."),
        ("user_id" = PlaceId, Path, description = "The user.")),
    responses((status = 200, body = User)), extensions(("x-scope" = json!("client_users:write"))))]
#[post("/api/v1/clients/{id}/users/{user_id}/deactivate")]
pub async fn deactivate_client_user(
    ctx: Data<Context>,
    may: May<WriteClientUsers>,
    ids: PathIds<ClientId, PlaceId>,
) -> Answer {
    if ids.1 == may.0.place_id {
        return Err(yourself());
    }
    change(&ctx, &may.0, &ids, UserState::Deactivated).await
}

/// Gives a client's deactivated user access again
#[utoipa::path(tag = "Users",
    params(("id" = ClientId, Path, description = "The client."),
        ("user_id" = PlaceId, Path, description = "The user.")),
    responses((status = 200, body = User)), extensions(("x-scope" = json!("client_users:write"))))]
#[post("/api/v1/clients/{id}/users/{user_id}/reactivate")]
pub async fn reactivate_client_user(
    ctx: Data<Context>,
    may: May<WriteClientUsers>,
    ids: PathIds<ClientId, PlaceId>,
) -> Answer {
    change(&ctx, &may.0, &ids, UserState::Active).await
}

async fn change(
    ctx: &Context,
    caller: &Caller,
    ids: &PathIds<ClientId, PlaceId>,
    state: UserState,
) -> Answer {
    let tx = ctx.db.begin().await?;
    let row = require(&tx, caller, ids).await?;
    set_state(ctx, &tx, caller, &row, state).await?;
    let row = require(&tx, caller, ids).await?;
    let shown = show_one(&tx, caller, row).await?;
    tx.commit().await?;
    ok(&shown)
}

async fn require(
    db: &impl ConnectionTrait,
    caller: &Caller,
    ids: &PathIds<ClientId, PlaceId>,
) -> Result<Model, Refusal> {
    clients::require(db, caller, ids.0).await?;
    places::at(caller.partner, Some(ids.0))
        .filter(Column::Id.eq(ids.1.0))
        .one(db)
        .await?
        .ok_or_else(Refusal::not_found)
}
