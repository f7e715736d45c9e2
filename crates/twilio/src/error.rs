use std::time::Duration;

use crate::codes;

/// Why a call to Twilio gave no answer to use. The texts name no number, address or secret, so they
/// may be logged; `message` of a refusal is Twilio's own and may name a number.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Twilio understood and said no. Nothing has changed.
    #[error("Twilio refused the call: status {status}, code {code:?}")]
    Refused {
        status: u16,
        /// One of [`codes`]; missing on answers of gateways.
        code: Option<u32>,
        message: String,
    },
    /// Too many calls at a time, still so after the last try. Nothing has changed.
    #[error("Twilio asks to slow down")]
    Throttled { retry_after: Option<Duration> },
    /// Twilio has trouble of its own, still so after the last try. Nothing has changed.
    #[error("Twilio has trouble: status {status}")]
    Trouble { status: u16 },
    /// No connection, or a read that was not answered. Nothing has changed.
    #[error("Twilio could not be reached")]
    Unreachable(#[source] reqwest::Error),
    /// The request was sent and may have had its effect. `repeatable` says that the same call may
    /// simply be made again (a change or a release); otherwise look first whether it happened.
    #[error("Twilio's answer was lost, the call may have had its effect")]
    AnswerLost {
        repeatable: bool,
        #[source]
        cause: Lost,
    },
    /// Twilio answered something that does not follow its contract. Nothing has changed.
    #[error("Twilio's answer cannot be read: {0}")]
    Unreadable(String),
}

/// What came instead of an answer.
#[derive(Debug, thiserror::Error)]
pub enum Lost {
    #[error("the connection broke or timed out after the request was sent")]
    Connection(#[source] reqwest::Error),
    #[error("status {0}")]
    Status(u16),
    #[error("the answer cannot be read: {0}")]
    Unreadable(String),
}

impl Error {
    /// Twilio's error code, if it refused with one.
    pub fn code(&self) -> Option<u32> {
        match self {
            Self::Refused { code, .. } => *code,
            _ => None,
        }
    }

    /// Whether something may have been bought, sent or changed although the call failed.
    pub fn effect_unknown(&self) -> bool {
        matches!(self, Self::AnswerLost { .. })
    }

    /// Whether the same call may be made again later without looking first.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Throttled { .. } | Self::Trouble { .. } | Self::Unreachable(_) => true,
            Self::AnswerLost { repeatable, .. } => *repeatable,
            Self::Refused { code, .. } => *code == Some(codes::QUEUE_FULL),
            Self::Unreadable(_) => false,
        }
    }

    /// Whether the number asked for is gone or there is none to be had: offer another.
    pub fn number_unavailable(&self) -> bool {
        matches!(
            self.code(),
            Some(codes::NUMBER_UNAVAILABLE | codes::NONE_IN_AREA_CODE)
        )
    }

    /// Whether Twilio does not accept the credentials, or the account may not act: ask an
    /// administrator, do not try again.
    pub fn credentials_broken(&self) -> bool {
        match self {
            Self::Refused {
                code: Some(code), ..
            } => matches!(*code, 20003 | 20005 | 20006 | 20008 | 20403),
            Self::Refused {
                status, code: None, ..
            } => matches!(status, 401 | 403),
            _ => false,
        }
    }

    /// What happened and what to do, for a person.
    pub fn plain_words(&self) -> &'static str {
        match self {
            Self::Refused { code, .. } => code
                .and_then(codes::plain_words)
                .unwrap_or("Twilio refused this. Please ask your administrator to look into it."),
            Self::Throttled { .. } => "Twilio is busy at the moment. Please try again in a minute.",
            Self::Trouble { .. } | Self::Unreachable(_) | Self::Unreadable(_) => {
                "Twilio is not answering at the moment. Nothing is lost; please try again later."
            }
            Self::AnswerLost { .. } => {
                "Twilio did not confirm this in time. We are checking whether it went through."
            }
        }
    }
}
