//! Outgoing mails.

use super::wire;
use crate::ids::MailId;
use crate::rules;
use chrono::{DateTime, Utc};

wire! { choice
    /// How a mail fares.
    pub enum MailState {
        /// Waiting for its turn.
        Queued,
        /// Accepted by the receiving server.
        Sent,
        /// Not accepted yet; it will be tried again.
        Retrying,
        /// Refused for good.
        Refused,
    }
}

wire! { answer
    /// An outgoing mail.
    pub struct Mail {
        /// Id of the mail.
        pub id: MailId,
        /// The receiver.
        pub to: String,
        /// The message, such as `welcome` or `test_email`.
        pub message: String,
        /// How it fares.
        pub state: MailState,
        /// Why it was refused or is late, in plain words.
        pub detail: Option<String>,
        /// When it was queued.
        pub queued_at: DateTime<Utc>,
        /// When it was accepted.
        pub sent_at: Option<DateTime<Utc>>,
    }
}

wire! { request
    /// Sends a test email.
    pub struct SendTestEmail {
        /// The receiver; without it, the caller.
        #[serde(default)]
        #[validate(custom(function = rules::optional_email_address))]
        pub to: Option<String>,
    }
}
