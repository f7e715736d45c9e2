//! What is true of every job of a kind: who goes first, how many at a time, whom it talks to.

use super::Job;
use crate::config;

/// Whom jobs talk to outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Provider {
    /// The mail server.
    MailServer,
    /// Twilio.
    Twilio,
}

impl Provider {
    /// Every provider.
    pub const ALL: [Self; 2] = [Self::MailServer, Self::Twilio];

    /// Its name in logs and figures.
    pub const fn name(self) -> &'static str {
        match self {
            Self::MailServer => "mail_server",
            Self::Twilio => "twilio",
        }
    }

    /// The provider that a kind of job talks to.
    pub(super) fn of(kind: &str) -> Option<Self> {
        match kind {
            "mail_sent" => Some(Self::MailServer),
            "client_removed" | "number_bought" | "number_hooked" | "text_sent"
            | "text_looked_up" | "texts_caught_up" => Some(Self::Twilio),
            _ => None,
        }
    }
}

/// Every kind, the most urgent first: somebody looks at the screen until a number is there.
pub(super) fn by_urgency() -> Vec<&'static str> {
    let mut kinds = Job::KINDS.to_vec();
    kinds.sort_by_key(|kind| match *kind {
        "number_bought" | "text_sent" => 0,
        "mail_sent" => 1,
        "installation_checked" => 2,
        "import_advanced" => 3,
        "client_removed" | "texts_caught_up" => 8,
        "file_removed" | "files_swept" | "import_tidied" | "old_rows_pruned" => 9,
        _ => 5,
    });
    kinds
}

/// How many of a kind this process works on at a time.
pub(super) fn at_once(settings: &config::Jobs, kind: &str) -> usize {
    match kind {
        "mail_sent" => settings.mails_at_once,
        "number_bought" => settings.numbers_at_once,
        // Slow sites keep nobody else waiting.
        "installation_checked" => 4,
        "client_removed" | "files_swept" | "import_tidied" | "old_rows_pruned"
        | "texts_caught_up" => 1,
        _ => 2,
    }
}

/// How many of them may be one partner's: one place is left for the next partner.
pub(super) fn at_once_of_one_partner(at_once: usize) -> usize {
    at_once.saturating_sub(1).max(1)
}
