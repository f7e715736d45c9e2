//! What an invitation's token opens, and whether it still may.

use super::show::role_of;
use super::store::kind_of;
use crate::clients;
use crate::context::Context;
use crate::extract::{role_of as role_of_place, state_str};
use crate::keys::Purpose;
use crate::links;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, InviteId, PartnerId};
use gangway_domain::roles::Role;
use gangway_domain::wire::{InviteKind, LinkState, UserState};
use gangway_entities::finders::{OfPartner as _, invite_behind_link};
use gangway_entities::invite::Model;
use gangway_entities::place;
use sea_orm::ConnectionTrait;

/// The invitation behind a token, with the state of that very link.
pub async fn find(
    ctx: &Context,
    db: &impl ConnectionTrait,
    token: &str,
) -> Result<(Model, LinkState), Refusal> {
    let opened = links::open(db, Purpose::Invite, token).await?;
    let row = invite_behind_link(InviteId(opened.subject))
        .one(db)
        .await?
        .ok_or_else(links::unknown)?;
    let state = if row.accepted_at.is_some() {
        LinkState::Used
    } else if row.revoked_at.is_some() || opened.generation != row.generation {
        LinkState::Revoked
    } else if row.expires_at <= ctx.now() {
        LinkState::Expired
    } else if !inviter_still_may(db, &row).await? || !client_is_there(db, &row).await? {
        LinkState::Revoked
    } else {
        LinkState::Open
    };
    Ok((row, state))
}

/// The invitation behind a token that still works.
pub async fn require_open(
    ctx: &Context,
    db: &impl ConnectionTrait,
    token: &str,
) -> Result<Model, Refusal> {
    match find(ctx, db, token).await? {
        (row, LinkState::Open) => Ok(row),
        (_, LinkState::Used) => Err(links::used()),
        (_, LinkState::Expired) => Err(links::expired()),
        (_, LinkState::Revoked) => Err(links::revoked()),
    }
}

/// An invitation to a client holds only while that is not deleted.
async fn client_is_there(db: &impl ConnectionTrait, row: &Model) -> Result<bool, Refusal> {
    let Some(client) = row.client_id else {
        return Ok(true);
    };
    let client = clients::load(db, PartnerId(row.partner_id), ClientId(client)).await?;
    Ok(client.is_some_and(|client| client.deleted_at.is_none()))
}

/// A staff invitation holds only while its inviter may grant the role.
async fn inviter_still_may(db: &impl ConnectionTrait, row: &Model) -> Result<bool, Refusal> {
    let (InviteKind::Staff, Some(inviter)) = (kind_of(row), row.invited_by) else {
        return Ok(true);
    };
    let inviter = place::Entity::one_of(PartnerId(row.partner_id), inviter)
        .one(db)
        .await?;
    Ok(inviter
        .filter(|place| place.state == state_str(UserState::Active))
        .and_then(|place| role_of_place(&place))
        .is_some_and(|role| match (role, role_of(row)) {
            (Role::Staff(inviter), Role::Staff(granted)) => inviter.may_grant(granted),
            _ => false,
        }))
}
