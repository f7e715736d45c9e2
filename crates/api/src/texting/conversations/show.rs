//! Conversations as they travel.

use crate::context::Context;
use crate::refusal::Refusal;
use crate::texting::messages::{Obstacle, Rules, direction_of, state_of};
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::wire::{Conversation, MessageBrief};
use gangway_entities::conversation::Model;
use gangway_entities::finders::OfPartner as _;
use gangway_entities::message;
use sea_orm::{ColumnTrait as _, ConnectionTrait, QueryFilter as _};
use std::collections::HashMap;
use uuid::Uuid;

/// Characters of the newest text that a list shows.
const BRIEF: usize = 160;

/// Conversations of one client, in their order.
pub async fn show_all(
    ctx: &Context,
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
    rows: Vec<Model>,
) -> Result<Vec<Conversation>, Refusal> {
    let rules = Rules::of_client(db, partner, client).await?;
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.last_message).collect();
    let newest = message::Entity::of(partner)
        .filter(message::Column::Id.is_in(ids))
        .all(db)
        .await?;
    let newest: HashMap<Uuid, message::Model> =
        newest.into_iter().map(|row| (row.id, row)).collect();
    let customers: Vec<&str> = rows
        .iter()
        .map(|row| row.customer_number.as_str())
        .collect();
    let standings = rules.standings(db, partner, client, &customers).await?;
    let shown = rows.into_iter().map(|row| {
        let obstacle = rules.obstacle_among(ctx, (&row).into(), &standings);
        let last = row.last_message.and_then(|id| newest.get(&id));
        show(row, last, obstacle.map(Obstacle::words))
    });
    Ok(shown.collect())
}

/// One conversation.
pub async fn show_one(
    ctx: &Context,
    db: &impl ConnectionTrait,
    row: Model,
) -> Result<Conversation, Refusal> {
    let (partner, client) = (PartnerId(row.partner_id), ClientId(row.client_id));
    let shown = show_all(ctx, db, partner, client, vec![row]).await?;
    shown.into_iter().next().ok_or_else(Refusal::not_found)
}

fn show(row: Model, last: Option<&message::Model>, reason: Option<String>) -> Conversation {
    let Model {
        id,
        partner_id: _,
        client_id,
        company_number,
        customer_number,
        name,
        note,
        unread,
        archived_at,
        last_message: _,
        last_message_at,
        created_at,
        updated_at,
        version: _,
    } = row;
    Conversation {
        id: id.into(),
        client_id: client_id.into(),
        company_number,
        customer_number,
        name,
        note,
        unread: u32::try_from(unread).unwrap_or_default(),
        archived: archived_at.is_some(),
        last_message: last.map(brief),
        last_message_at,
        can_text: reason.is_none(),
        cannot_text_reason: reason,
        created_at,
        updated_at,
    }
}

fn brief(row: &message::Model) -> MessageBrief {
    MessageBrief {
        direction: direction_of(row),
        body: row.body.chars().take(BRIEF).collect(),
        state: state_of(row),
    }
}
