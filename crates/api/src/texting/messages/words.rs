//! Directions, sources and states as stored.

use gangway_domain::wire::{MessageDirection, MessageSource, MessageState};
use gangway_entities::message::Model;
use gangway_twilio::MessageStatus;

/// The direction as stored.
pub const fn direction_str(direction: MessageDirection) -> &'static str {
    match direction {
        MessageDirection::In => "in",
        MessageDirection::Out => "out",
    }
}

/// The direction of a row.
pub fn direction_of(row: &Model) -> MessageDirection {
    if row.direction == direction_str(MessageDirection::In) {
        MessageDirection::In
    } else {
        MessageDirection::Out
    }
}

/// The source as stored.
pub const fn source_str(source: MessageSource) -> &'static str {
    match source {
        MessageSource::Dashboard => "dashboard",
        MessageSource::Api => "api",
        MessageSource::Widget => "widget",
        MessageSource::Phone => "phone",
        MessageSource::Automatic => "automatic",
    }
}

/// The source of a row.
pub fn source_of(row: &Model) -> MessageSource {
    [
        MessageSource::Dashboard,
        MessageSource::Api,
        MessageSource::Widget,
        MessageSource::Phone,
    ]
    .into_iter()
    .find(|source| source_str(*source) == row.source)
    .unwrap_or(MessageSource::Automatic)
}

/// The state as stored.
pub const fn state_str(state: MessageState) -> &'static str {
    match state {
        MessageState::Received => "received",
        MessageState::Queued => "queued",
        MessageState::Sending => "sending",
        MessageState::Sent => "sent",
        MessageState::Delivered => "delivered",
        MessageState::Undelivered => "undelivered",
        MessageState::Failed => "failed",
        MessageState::Unknown => "unknown",
    }
}

/// The state of a row.
pub fn state_of(row: &Model) -> MessageState {
    [
        MessageState::Received,
        MessageState::Queued,
        MessageState::Sending,
        MessageState::Sent,
        MessageState::Delivered,
        MessageState::Undelivered,
        MessageState::Failed,
    ]
    .into_iter()
    .find(|state| state_str(*state) == row.state)
    .unwrap_or(MessageState::Unknown)
}

/// What the provider's word means here; none for a word that says nothing about an outgoing text.
pub const fn state_by(status: &MessageStatus) -> Option<MessageState> {
    Some(match status {
        MessageStatus::Accepted
        | MessageStatus::Scheduled
        | MessageStatus::Queued
        | MessageStatus::Sending => MessageState::Sending,
        MessageStatus::Sent => MessageState::Sent,
        MessageStatus::Delivered | MessageStatus::Read => MessageState::Delivered,
        MessageStatus::Undelivered => MessageState::Undelivered,
        MessageStatus::Failed | MessageStatus::Canceled => MessageState::Failed,
        MessageStatus::PartiallyDelivered
        | MessageStatus::Receiving
        | MessageStatus::Received
        | MessageStatus::Other(_) => return None,
    })
}
