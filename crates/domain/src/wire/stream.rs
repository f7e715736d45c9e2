//! The stream of what happens, as thin as can be: whoever hears of a change reads the thing itself.

use super::wire;
use crate::ids::{ClientId, ConversationId};
use chrono::{DateTime, Utc};
use uuid::Uuid;

wire! { answer
    /// Something that happened, as the stream tells it. What the thing is like now is read from its own
    /// address.
    pub struct StreamEvent {
        /// A noun and a past participle, such as `message.received`. `stream.gap` means that more
        /// happened than is told one by one: read again what you show.
        #[serde(rename = "type")]
        pub kind: String,
        /// The client it concerns.
        pub client_id: Option<ClientId>,
        /// The thing it happened to; null for `stream.gap`.
        pub subject_id: Option<Uuid>,
        /// The conversation it belongs to, for texts.
        pub conversation_id: Option<ConversationId>,
        /// When; null for `stream.gap`.
        pub created_at: Option<DateTime<Utc>>,
    }
}

impl StreamEvent {
    /// The kind that stands for more than is told one by one.
    pub const GAP: &str = "stream.gap";

    /// What stands for more than is told one by one.
    pub fn gap() -> Self {
        Self {
            kind: Self::GAP.to_owned(),
            client_id: None,
            subject_id: None,
            conversation_id: None,
            created_at: None,
        }
    }

    /// Whether it stands for more than is told one by one.
    pub fn is_gap(&self) -> bool {
        self.kind == Self::GAP
    }
}
