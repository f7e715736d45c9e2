//! Conversations between a client and its customers.

use super::{null_clears, wire};
use crate::ids::{ClientId, ConversationId, MessageId};
use crate::rules;
use crate::values::Rejection;
use chrono::{DateTime, Utc};
use validator::ValidationError;

/// Characters of a text at most; Twilio takes no more.
pub const LONGEST_TEXT: usize = 1600;

wire! { choice
    /// Who wrote to whom.
    pub enum MessageDirection {
        /// The customer to the client.
        In,
        /// The client to the customer.
        Out,
    }
}

wire! { choice
    /// Where a text was written.
    pub enum MessageSource {
        /// In the client's dashboard.
        Dashboard,
        /// By a program with an API key.
        Api,
        /// On the client's web site.
        Widget,
        /// On the customer's phone.
        Phone,
        /// By Gangway itself.
        Automatic,
    }
}

wire! { choice
    /// How far a text is.
    pub enum MessageState {
        /// It came in.
        Received,
        /// It waits to be handed to the provider.
        Queued,
        /// The provider has it.
        Sending,
        /// The carrier has it.
        Sent,
        /// It is on the customer's phone.
        Delivered,
        /// The carrier could not deliver it.
        Undelivered,
        /// It was not sent.
        Failed,
        /// The provider did not say whether it took it; it is being looked up and not sent again by itself.
        Unknown,
    }
}

wire! { answer
    /// The newest text of a conversation.
    pub struct MessageBrief {
        /// Who wrote to whom.
        pub direction: MessageDirection,
        /// What it says, its first 160 characters.
        pub body: String,
        /// How far it is.
        pub state: MessageState,
    }
}

wire! { answer
    /// The texts between a number of the client's and one customer.
    pub struct Conversation {
        /// Id of the conversation.
        pub id: ConversationId,
        /// The client.
        pub client_id: ClientId,
        /// The client's number, E.164.
        pub company_number: String,
        /// The customer's number, E.164.
        pub customer_number: String,
        /// The customer's name; null until given.
        pub name: Option<String>,
        /// A note of the client's, for its own people.
        pub note: Option<String>,
        /// Texts that came in and were not read.
        pub unread: u32,
        /// Whether it is archived.
        pub archived: bool,
        /// The newest text.
        pub last_message: Option<MessageBrief>,
        /// When the newest text was written.
        pub last_message_at: DateTime<Utc>,
        /// Whether the customer may be sent a text now.
        pub can_text: bool,
        /// Why not, and what to do.
        pub cannot_text_reason: Option<String>,
        /// When it began.
        pub created_at: DateTime<Utc>,
        /// When it last changed.
        pub updated_at: DateTime<Utc>,
    }
}

wire! { answer
    /// A text, in or out.
    pub struct Message {
        /// Id of the text.
        pub id: MessageId,
        /// Its conversation.
        pub conversation_id: ConversationId,
        /// Who wrote to whom.
        pub direction: MessageDirection,
        /// What it says.
        pub body: String,
        /// Where it was written.
        pub source: MessageSource,
        /// How far it is.
        pub state: MessageState,
        /// Why it is so, in plain words.
        pub detail: Option<String>,
        /// How many parts it is sent in; each is billed.
        pub segments: u32,
        /// The text that was sent in its place, where it was sent again.
        pub resent_as: Option<MessageId>,
        /// Name of who wrote it, where it was a person of the client's or of the partner's.
        pub sent_by_name: Option<String>,
        /// When it was written, or came in.
        pub created_at: DateTime<Utc>,
        /// When the provider took it.
        pub sent_at: Option<DateTime<Utc>>,
        /// When it was on the customer's phone.
        pub delivered_at: Option<DateTime<Utc>>,
    }
}

wire! { request
    /// Sends a text: to a number, or in a conversation. One of the two.
    pub struct SendMessage {
        /// The customer's number, E.164.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::phone_number))]
        pub to: Option<String>,
        /// The conversation.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub conversation_id: Option<ConversationId>,
        /// What it says, 1 to 1,600 characters.
        #[validate(custom(function = text_body))]
        #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 1600))]
        pub body: String,
    }
}

wire! { request
    /// Sends a text again that failed, or that the provider said nothing about.
    pub struct ResendMessage {
        /// Whoever resends knows that the customer may have got it: needed where its state is `unknown`.
        #[serde(default)]
        pub may_arrive_twice: bool,
    }
}

wire! { request
    /// Changes what a client notes about a conversation. What is absent stays.
    pub struct UpdateConversation {
        /// The customer's name; null or blank for none.
        #[serde(default, deserialize_with = "null_clears", skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::optional_line))]
        pub name: Option<String>,
        /// A note for the client's own people; null or blank for none.
        #[serde(default, deserialize_with = "null_clears", skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::optional_paragraph))]
        pub note: Option<String>,
        /// True marks it unread, false read.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unread: Option<bool>,
        /// True archives it, false brings it back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub archived: Option<bool>,
    }
}

/// A text of 1 to 1,600 characters that can be seen.
pub fn text_body(value: &str) -> Result<(), ValidationError> {
    if value.trim().is_empty() {
        return Err(Rejection::required("Write a text.").into());
    }
    if value.chars().nth(LONGEST_TEXT).is_some() {
        return Err(Rejection::new("too_long", "Use at most 1,600 characters.").into());
    }
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if value.contains(control) {
        return Err(
            Rejection::new("invalid_text", "Write the text without control characters.").into(),
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Option<String> {
        text_body(text).err().map(|error| error.code.into_owned())
    }

    #[test]
    fn sm_05_a_text_has_from_1_to_1600_characters_however_many_bytes() {
        assert_eq!(code(&"é".repeat(LONGEST_TEXT)), None);
        assert_eq!(
            code(&"x".repeat(LONGEST_TEXT + 1)).as_deref(),
            Some("too_long")
        );
        assert_eq!(code(" \n ").as_deref(), Some("required"));
        assert_eq!(code("two\nlines"), None);
        assert_eq!(code("bell\u{7}").as_deref(), Some("invalid_text"));
    }
}
