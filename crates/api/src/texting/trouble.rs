//! Why a run ended without a number.

use crate::refusal::Refusal;
use gangway_twilio::Error;

/// Why a run ended without a number.
#[derive(Debug)]
pub enum Trouble {
    /// The installation has no account for texting.
    NotSwitchedOn {
        /// The partner's name.
        partner: String,
    },
    /// The partner's clients got as many numbers within a day as the installation allows.
    EnoughForADay,
    /// Nothing fits, or everything was sold while we asked.
    NoNumbers,
    /// Twilio did not come to an end.
    Silent,
    /// Twilio refused, or could not be reached.
    Twilio(Error),
    /// Our own side.
    Ours(Refusal),
}

impl Trouble {
    /// What happened and what to do, for the client.
    pub fn plain_words(&self) -> String {
        match self {
            Self::NotSwitchedOn { partner } => {
                format!("Texting is not switched on here yet. Ask {partner}.")
            }
            Self::EnoughForADay => {
                "As many numbers as one day allows have been given out. Nothing is lost; yours comes by itself when there is room again."
                    .to_owned()
            }
            Self::NoNumbers => {
                "There is no number to be had right now. Nothing is lost; please try again later."
                    .to_owned()
            }
            Self::Silent => {
                "Twilio is not answering at the moment. Nothing is lost; please try again later."
                    .to_owned()
            }
            Self::Twilio(error) => error.plain_words().to_owned(),
            Self::Ours(_) => "Something went wrong on our side. Please try again later.".to_owned(),
        }
    }

    /// Whether a number may have been bought just now: the next run finds out.
    pub fn effect_unknown(&self) -> bool {
        match self {
            Self::Twilio(error) => error.effect_unknown(),
            Self::NotSwitchedOn { .. }
            | Self::EnoughForADay
            | Self::NoNumbers
            | Self::Silent
            | Self::Ours(_) => false,
        }
    }

    /// Whether Twilio is down, as far as this run shows; none where it does not show.
    pub fn provider_down(&self) -> Option<bool> {
        match self {
            Self::Silent
            | Self::Twilio(
                Error::Throttled { .. }
                | Error::Trouble { .. }
                | Error::Unreachable(_)
                | Error::AnswerLost { .. },
            ) => Some(true),
            Self::NoNumbers | Self::Twilio(Error::Refused { .. }) => Some(false),
            Self::NotSwitchedOn { .. }
            | Self::EnoughForADay
            | Self::Ours(_)
            | Self::Twilio(Error::Unreadable(_)) => None,
        }
    }

    /// How long to leave the provider alone at least: as it asks, or until what it did without telling
    /// can be seen there.
    pub fn retry_after(&self) -> Option<chrono::Duration> {
        match self {
            Self::Twilio(error) if error.effect_unknown() => Some(chrono::Duration::seconds(5)),
            Self::Twilio(Error::Throttled { retry_after }) => {
                retry_after.and_then(|wait| chrono::Duration::from_std(wait).ok())
            }
            Self::EnoughForADay => Some(chrono::Duration::hours(1)),
            _ => None,
        }
    }

    /// For the operator: names no number and no secret.
    pub fn cause(&self) -> String {
        match self {
            Self::NotSwitchedOn { .. } => "no Twilio account is configured".to_owned(),
            Self::EnoughForADay => {
                "the partner has its numbers for a day; see GANGWAY_TWILIO_NUMBERS_PER_DAY"
                    .to_owned()
            }
            Self::NoNumbers => "Twilio has no number that fits".to_owned(),
            Self::Silent => "Twilio did not come to an end in time".to_owned(),
            Self::Twilio(error) => error.to_string(),
            Self::Ours(refusal) => format!("{refusal:?}"),
        }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Twilio(error)
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Ours(refusal)
    }
}
