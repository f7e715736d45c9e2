use serde::{Deserialize, Serialize};

use crate::twilio::State;

/// How a phone is, which decides what becomes of texts to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Texts arrive.
    #[default]
    On,
    /// Switched off or out of reach.
    Off,
    /// No phone that texts could reach.
    Landline,
    /// Nobody has the number.
    NotInUse,
    /// The carrier takes the texts for spam.
    Filtered,
    /// Texts go out and are never heard of again.
    Silent,
}

impl Condition {
    pub(crate) const ALL: [Self; 6] = [
        Self::On,
        Self::Off,
        Self::Landline,
        Self::NotInUse,
        Self::Filtered,
        Self::Silent,
    ];

    /// In words, for the page.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::On => "On: texts arrive",
            Self::Off => "Off or out of reach",
            Self::Landline => "A landline",
            Self::NotInUse => "Not in use",
            Self::Filtered => "Texts are filtered by the carrier",
            Self::Silent => "Texts go out, and no receipt comes",
        }
    }

    /// The last status of a text, and Twilio's code for it.
    fn outcome(self) -> (&'static str, Option<u32>) {
        match self {
            Self::On => ("delivered", None),
            Self::Off => ("undelivered", Some(30003)),
            Self::Landline => ("undelivered", Some(30006)),
            Self::NotInUse => ("undelivered", Some(30005)),
            Self::Filtered => ("undelivered", Some(30007)),
            Self::Silent => ("sent", None),
        }
    }
}

impl State {
    /// From now on texts to this number end so.
    pub fn set_condition(&mut self, number: &str, condition: Condition) {
        let (status, code) = condition.outcome();
        let outcome = (status.to_owned(), code);
        self.outcomes.insert(number.to_owned(), outcome);
    }

    /// An outcome of a script that is none of a phone's counts as off.
    pub fn condition(&self, number: &str) -> Condition {
        let Some((status, code)) = self.outcomes.get(number) else {
            return Condition::On;
        };
        Condition::ALL
            .into_iter()
            .find(|condition| condition.outcome() == (status.as_str(), *code))
            .unwrap_or(Condition::Off)
    }
}
