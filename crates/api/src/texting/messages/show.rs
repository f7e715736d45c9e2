//! Texts as they travel.

use super::words::{direction_of, source_of, state_of};
use crate::places;
use crate::refusal::Refusal;
use gangway_domain::ids::PartnerId;
use gangway_domain::wire::{Message, MessageState};
use gangway_entities::message::Model;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;
use uuid::Uuid;

/// Names by place, of those who wrote.
pub type Names = HashMap<Uuid, String>;

/// The names of whoever wrote these texts.
pub async fn names(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    rows: &[Model],
) -> Result<Names, Refusal> {
    let mut places: Vec<Uuid> = rows.iter().filter_map(|row| row.sent_by).collect();
    places.sort_unstable();
    places.dedup();
    places::names(db, partner, places).await
}

/// One text.
pub async fn show_one(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    row: Model,
) -> Result<Message, Refusal> {
    let names = names(db, partner, std::slice::from_ref(&row)).await?;
    Ok(show(row, &names))
}

/// A text as it travels.
pub fn show(row: Model, names: &Names) -> Message {
    let (direction, source, state) = (direction_of(&row), source_of(&row), state_of(&row));
    let Model {
        id,
        partner_id: _,
        client_id: _,
        conversation_id,
        direction: _,
        source: _,
        body,
        sent_by,
        state: _,
        detail,
        provider_sid: _,
        provider_status: _,
        unknown_status: _,
        error_code: _,
        segments,
        media,
        attempted_at: _,
        resent_as,
        created_at,
        sent_at,
        delivered_at,
        updated_at: _,
    } = row;
    let told = detail.or_else(|| pictures(media));
    Message {
        id: id.into(),
        conversation_id: conversation_id.into(),
        direction,
        body,
        source,
        state,
        detail: told.or_else(|| words(state).map(str::to_owned)),
        segments: u32::try_from(segments).unwrap_or_default(),
        resent_as: resent_as.map(Into::into),
        sent_by_name: sent_by.and_then(|place| names.get(&place).cloned()),
        created_at,
        sent_at,
        delivered_at,
    }
}

fn pictures(count: i32) -> Option<String> {
    match count {
        ..=0 => None,
        1 => Some("A picture came with it, which is not shown here.".to_owned()),
        several => Some(format!(
            "{several} pictures came with it, which are not shown here."
        )),
    }
}

/// What a state means where nothing more is known.
const fn words(state: MessageState) -> Option<&'static str> {
    match state {
        MessageState::Undelivered => Some("The carrier could not deliver it."),
        MessageState::Failed => Some("It was not sent."),
        MessageState::Unknown => {
            Some("Twilio did not confirm this in time. We are checking whether it went through.")
        }
        MessageState::Received
        | MessageState::Queued
        | MessageState::Sending
        | MessageState::Sent
        | MessageState::Delivered => None,
    }
}
