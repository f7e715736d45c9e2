//! Work that outlives a request: queued in the transaction that causes it, done by a worker,
//! at least once, under a lease.

mod breaker;
mod cancel;
mod claim;
mod desk;
mod kinds;
mod list;
mod measure;
mod queue;
mod retry;
mod run;
mod worker;

pub use cancel::cancel;
pub use claim::claim;
pub use desk::Desk;
pub use kinds::Provider;
pub use list::{Listed, list};
pub use measure::{Standing, measure, waiting};
pub use queue::{Leased, bring_forward, enqueue, enqueue_all, finish, hurry, put_back};
pub use retry::{retry, retry_all};
pub use run::{run_one, run_until_idle};
pub use worker::Worker;

use chrono::Duration;
use gangway_domain::ids::{
    ClientId, FileId, ImportId, InstallationCheckId, MailId, MessageId, NumberOrderId, PartnerId,
};
use serde::{Deserialize, Serialize};

/// A job. It carries ids only and looks again before it acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Job {
    /// A mail is handed to the mail server.
    MailSent {
        /// The mail.
        mail: MailId,
    },
    /// A client's phone number is found and bought.
    NumberBought {
        /// The partner.
        partner: PartnerId,
        /// The order.
        order: NumberOrderId,
    },
    /// The provider knows where to bring what is texted to a number.
    NumberHooked {
        /// The partner.
        partner: PartnerId,
        /// The order of the number.
        order: NumberOrderId,
    },
    /// A text is handed to the provider.
    TextSent {
        /// The partner.
        partner: PartnerId,
        /// The text.
        message: MessageId,
    },
    /// It is found out whether the provider has a text that it did not answer for.
    TextLookedUp {
        /// The partner.
        partner: PartnerId,
        /// The text.
        message: MessageId,
    },
    /// Texts that nobody here could take when they came are fetched from the provider's list. Does itself
    /// again.
    TextsCaughtUp {
        /// The order of the number before the first one it asks for; none to begin with all.
        after: Option<NumberOrderId>,
    },
    /// A client's web site is looked at for the application's code.
    InstallationChecked {
        /// The partner.
        partner: PartnerId,
        /// The look that was asked for.
        check: InstallationCheckId,
    },
    /// A deleted client that can no longer be restored is removed for ever.
    ClientRemoved {
        /// The partner.
        partner: PartnerId,
        /// The client.
        client: ClientId,
    },
    /// The objects of a file whose row is gone are removed.
    FileRemoved {
        /// The partner.
        partner: PartnerId,
        /// The file.
        file: FileId,
    },
    /// A list of clients is checked, imported or undone, as far as one run comes.
    ImportAdvanced {
        /// The partner.
        partner: PartnerId,
        /// The import.
        import: ImportId,
    },
    /// A list that nobody confirmed is dropped, and what is kept of one that is over goes.
    ImportTidied {
        /// The partner.
        partner: PartnerId,
        /// The import.
        import: ImportId,
    },
    /// Uploads that never came to their end are removed. Does itself again.
    FilesSwept,
    /// Rows that have served are removed: kept answers, finished jobs. Does itself again.
    OldRowsPruned,
}

/// What came of a job's run.
#[derive(Debug)]
pub enum Ran {
    /// Done, or no longer needed.
    Done,
    /// Not yet: try again, after the usual wait or at least this long.
    Again {
        /// Why, for the operator.
        why: String,
        /// At least this long.
        after: Option<Duration>,
    },
    /// Not due yet: it looks again after this long, however often; that is no try.
    Later {
        /// Why, for the operator.
        why: String,
        /// After this long.
        after: Duration,
    },
    /// The provider could not be reached at all: try again once it is back, however often it takes.
    ProviderDown {
        /// Why, for the operator.
        why: String,
        /// At least this long.
        after: Option<Duration>,
    },
    /// Never: kept and shown.
    Dead {
        /// Why, for the operator.
        why: String,
    },
}

impl Job {
    /// Every kind, as stored. A kind that is not here is left for a server that knows it.
    pub const KINDS: [&'static str; 13] = [
        "client_removed",
        "file_removed",
        "files_swept",
        "import_advanced",
        "import_tidied",
        "installation_checked",
        "mail_sent",
        "number_bought",
        "number_hooked",
        "old_rows_pruned",
        "text_looked_up",
        "text_sent",
        "texts_caught_up",
    ];

    /// The kind as stored: what will have been done.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::MailSent { .. } => "mail_sent",
            Self::NumberBought { .. } => "number_bought",
            Self::NumberHooked { .. } => "number_hooked",
            Self::TextSent { .. } => "text_sent",
            Self::TextLookedUp { .. } => "text_looked_up",
            Self::TextsCaughtUp { .. } => "texts_caught_up",
            Self::InstallationChecked { .. } => "installation_checked",
            Self::ClientRemoved { .. } => "client_removed",
            Self::FileRemoved { .. } => "file_removed",
            Self::ImportAdvanced { .. } => "import_advanced",
            Self::ImportTidied { .. } => "import_tidied",
            Self::FilesSwept => "files_swept",
            Self::OldRowsPruned => "old_rows_pruned",
        }
    }

    /// Runs before it is given up, counting those that ended in a crash.
    pub const fn most_attempts(kind: &str) -> i32 {
        // A number is waited for as long as the client waits, and given back however long that takes.
        match kind.as_bytes() {
            b"client_removed" | b"import_advanced" | b"import_tidied" | b"number_bought"
            | b"number_hooked" | b"text_sent" => 200,
            b"files_swept" | b"old_rows_pruned" | b"texts_caught_up" => i32::MAX,
            _ => 10,
        }
    }

    /// How long one run may take; the lease is longer.
    pub const fn patience() -> std::time::Duration {
        std::time::Duration::from_mins(1)
    }
}

mod prune;
pub use prune::{prune, schedule_pruning};
