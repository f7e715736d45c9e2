use std::fmt;

use serde::{Deserialize, Deserializer};

/// How far a message has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageStatus {
    Accepted,
    Scheduled,
    Queued,
    Sending,
    Sent,
    Delivered,
    Undelivered,
    Failed,
    Canceled,
    Read,
    PartiallyDelivered,
    Receiving,
    Received,
    /// A word this crate does not know: kept, not refused.
    Other(String),
}

impl MessageStatus {
    /// Reads Twilio's word; every word is read.
    pub fn parse(word: &str) -> Self {
        match word {
            "accepted" => Self::Accepted,
            "scheduled" => Self::Scheduled,
            "queued" => Self::Queued,
            "sending" => Self::Sending,
            "sent" => Self::Sent,
            "delivered" => Self::Delivered,
            "undelivered" => Self::Undelivered,
            "failed" => Self::Failed,
            "canceled" => Self::Canceled,
            "read" => Self::Read,
            "partially_delivered" => Self::PartiallyDelivered,
            "receiving" => Self::Receiving,
            "received" => Self::Received,
            other => Self::Other(other.to_owned()),
        }
    }

    /// Twilio's word.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Accepted => "accepted",
            Self::Scheduled => "scheduled",
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Undelivered => "undelivered",
            Self::Failed => "failed",
            Self::Canceled => "canceled",
            Self::Read => "read",
            Self::PartiallyDelivered => "partially_delivered",
            Self::Receiving => "receiving",
            Self::Received => "received",
            Self::Other(word) => word,
        }
    }

    /// Whether nothing further comes for a text message. `sent` may stay the last as well.
    pub fn is_final(&self) -> bool {
        self.rung() == Some(4)
    }

    /// Whether an event with this status is news after `earlier`. Events come late, twice and out
    /// of order; one that does not climb is to be logged and nothing else.
    pub fn climbs_from(&self, earlier: &Self) -> bool {
        match (self.rung(), earlier.rung()) {
            (Some(now), Some(before)) => now > before,
            _ => false,
        }
    }

    fn rung(&self) -> Option<u8> {
        match self {
            Self::Accepted | Self::Scheduled => Some(0),
            Self::Queued => Some(1),
            Self::Sending => Some(2),
            Self::Sent => Some(3),
            Self::Delivered | Self::Undelivered | Self::Failed | Self::Canceled => Some(4),
            Self::Read => Some(5),
            Self::PartiallyDelivered | Self::Receiving | Self::Received | Self::Other(_) => None,
        }
    }
}

impl fmt::Display for MessageStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for MessageStatus {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|word| Self::parse(&word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_sent_does_not_undo_delivered() {
        let parse = MessageStatus::parse;
        assert!(parse("delivered").climbs_from(&parse("queued")));
        assert!(!parse("sent").climbs_from(&parse("delivered")));
        assert!(!parse("delivered").climbs_from(&parse("delivered")));
        assert!(!parse("failed").climbs_from(&parse("delivered")));
        assert!(parse("read").climbs_from(&parse("delivered")));
    }

    #[test]
    fn an_unknown_status_is_kept_as_it_came() {
        let status: MessageStatus = serde_json::from_str(r#""levitating""#).unwrap();
        assert_eq!(status.as_str(), "levitating");
        assert!(!status.is_final());
    }
}
