use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer};

use crate::lenient;
use crate::messages::MessageStatus;

/// A message as Twilio keeps it.
#[derive(Clone, Debug, Deserialize)]
pub struct Message {
    /// `SM`, or `MM` for one with media, and 32 hexadecimal digits.
    pub sid: String,
    pub status: MessageStatus,
    pub direction: Direction,
    pub to: String,
    /// Missing until a Messaging Service has chosen the sender.
    #[serde(default, deserialize_with = "lenient::filled")]
    pub from: Option<String>,
    #[serde(default, deserialize_with = "lenient::filled")]
    pub messaging_service_sid: Option<String>,
    /// Empty once it was redacted.
    #[serde(default, deserialize_with = "body")]
    pub body: String,
    /// How many texts it took; Twilio bills each.
    #[serde(default, deserialize_with = "lenient::count")]
    pub num_segments: Option<u32>,
    /// How many pictures came with it.
    #[serde(default, deserialize_with = "lenient::count")]
    pub num_media: Option<u32>,
    /// A negative amount, when Twilio knows it.
    #[serde(default, deserialize_with = "lenient::filled")]
    pub price: Option<String>,
    #[serde(default, deserialize_with = "lenient::filled")]
    pub price_unit: Option<String>,
    /// One of [`crate::codes`], on `failed` and `undelivered`.
    #[serde(default, deserialize_with = "lenient::count")]
    pub error_code: Option<u32>,
    #[serde(default, deserialize_with = "lenient::date")]
    pub date_created: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "lenient::date")]
    pub date_sent: Option<DateTime<Utc>>,
}

/// Who wrote to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Direction {
    Inbound,
    /// Sent by a call like ours.
    OutboundApi,
    OutboundCall,
    /// Sent by the answer to a webhook.
    OutboundReply,
    /// A word this crate does not know.
    Other(String),
}

impl<'de> Deserialize<'de> for Direction {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let word = String::deserialize(from)?;
        Ok(match word.as_str() {
            "inbound" => Self::Inbound,
            "outbound-api" => Self::OutboundApi,
            "outbound-call" => Self::OutboundCall,
            "outbound-reply" => Self::OutboundReply,
            _ => Self::Other(word),
        })
    }
}

fn body<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(Option::<String>::deserialize(from)?.unwrap_or_default())
}
