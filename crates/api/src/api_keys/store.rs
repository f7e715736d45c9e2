//! The table of keys.

use crate::context::Context;
use crate::extract::{role_of, state_str};
use crate::keys::token_hash;
use crate::places;
use crate::refusal::Refusal;
use chrono::Duration;
use gangway_domain::ids::{ApiKeyId, PartnerId, PlaceId};
use gangway_domain::roles::Permission;
use gangway_domain::wire::{ApiKey, ApiKeyState, UserState};
use gangway_entities::api_key::{ActiveModel, Column, Entity, Model};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::place;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use std::collections::HashMap;
use uuid::Uuid;

/// A key to be.
pub struct NewApiKey<'a> {
    /// Its id.
    pub id: ApiKeyId,
    /// The key as its holder will know it; only its hash is kept.
    pub key: &'a str,
    /// What it is for.
    pub name: &'a str,
    /// What it may do.
    pub scopes: &'a [Permission],
    /// Days it works; none for ever.
    pub days: Option<u32>,
    /// The partner it acts for.
    pub partner: PartnerId,
    /// Who makes it.
    pub by: PlaceId,
}

/// Makes a key.
pub async fn create(
    ctx: &Context,
    tx: &DatabaseTransaction,
    new: NewApiKey<'_>,
) -> Result<Model, Refusal> {
    let now = ctx.now();
    let scopes: Vec<&str> = new.scopes.iter().map(|scope| scope.scope()).collect();
    let row = ActiveModel {
        id: Set(new.id.0),
        partner_id: Set(new.partner.0),
        name: Set(new.name.to_owned()),
        secret_hash: Set(token_hash(new.key)),
        last_four: Set(new
            .key
            .chars()
            .skip(new.key.len().saturating_sub(4))
            .collect()),
        scopes: Set(scopes.join(" ")),
        created_by: Set(new.by.0),
        created_at: Set(now),
        expires_at: Set(new.days.map(|days| now + Duration::days(i64::from(days)))),
        last_used_at: Set(None),
        revoked_at: Set(None),
    };
    Ok(Entity::insert(row).exec_with_returning(tx).await?)
}

/// What keys of a partner are called.
pub async fn names(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    ids: std::collections::BTreeSet<Uuid>,
) -> Result<HashMap<Uuid, String>, Refusal> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::of(partner).filter(Column::Id.is_in(ids));
    let rows = rows.all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// A partner's key.
pub async fn require(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    id: ApiKeyId,
) -> Result<Model, Refusal> {
    Entity::one_of(partner, id)
        .one(db)
        .await?
        .ok_or_else(Refusal::not_found)
}

/// Takes a key back. False when it was taken back before.
pub async fn revoke(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    id: ApiKeyId,
) -> Result<bool, Refusal> {
    let taken = Entity::change(partner, id)
        .col_expr(Column::RevokedAt, Expr::value(ctx.now()))
        .filter(Column::RevokedAt.is_null())
        .exec(tx)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// What a key may do. A scope that is no longer given out counts for nothing.
pub fn scopes(row: &Model) -> Vec<Permission> {
    let named = row.scopes.split_ascii_whitespace();
    named.filter_map(Permission::of_key_scope).collect()
}

/// Whether a key works, given the place that made it.
pub fn state(ctx: &Context, row: &Model, maker: Option<&place::Model>) -> ApiKeyState {
    if row.revoked_at.is_some() {
        return ApiKeyState::Revoked;
    }
    if row.expires_at.is_some_and(|at| at <= ctx.now()) {
        return ApiKeyState::Expired;
    }
    let may_still = maker
        .filter(|place| place.state == state_str(UserState::Active))
        .and_then(role_of)
        .is_some_and(|role| role.may(Permission::ManageApiKeys));
    if may_still {
        ApiKeyState::Live
    } else {
        ApiKeyState::MakerGone
    }
}

/// Keys as they travel, with one query for their makers.
pub async fn show_all(
    ctx: &Context,
    db: &impl ConnectionTrait,
    partner: PartnerId,
    rows: Vec<Model>,
) -> Result<Vec<ApiKey>, Refusal> {
    let makers: Vec<Uuid> = rows.iter().map(|row| row.created_by).collect();
    let makers = place::Entity::of(partner)
        .filter(place::Column::Id.is_in(makers))
        .all(db)
        .await?;
    let makers: HashMap<Uuid, place::Model> =
        makers.into_iter().map(|place| (place.id, place)).collect();
    let shown = rows.into_iter();
    Ok(shown
        .map(|row| show(ctx, makers.get(&row.created_by), row))
        .collect())
}

/// One key as it travels.
pub async fn show_one(
    ctx: &Context,
    db: &impl ConnectionTrait,
    row: Model,
) -> Result<ApiKey, Refusal> {
    show_all(ctx, db, PartnerId(row.partner_id), vec![row])
        .await?
        .pop()
        .ok_or_else(Refusal::not_found)
}

fn show(ctx: &Context, maker: Option<&place::Model>, row: Model) -> ApiKey {
    let state = state(ctx, &row, maker);
    let scopes = scopes(&row);
    let Model {
        id,
        name,
        last_four,
        created_at,
        expires_at,
        last_used_at,
        revoked_at,
        partner_id: _,
        secret_hash: _,
        scopes: _,
        created_by: _,
    } = row;
    ApiKey {
        id: id.into(),
        name,
        scopes: scopes
            .iter()
            .map(|scope| scope.scope().to_owned())
            .collect(),
        last_four,
        key: None,
        state,
        created_by: maker.map(places::name).unwrap_or_default(),
        created_at,
        expires_at,
        last_used_at,
        revoked_at,
    }
}
