//! What every handler and job is given: settings, database, clock, chance, keys, providers.

mod chance;
mod clock;

pub use chance::{Chance, OsChance};
pub use clock::{Clock, HeldClock, MovableClock, SystemClock};

use crate::application::RecentWidgets;
use crate::background::Background;
use crate::blocklist::Blocklist;
use crate::config::Config;
use crate::db::Database;
use crate::files::{Intake, Objects};
use crate::installation::Calls;
use crate::jobs::Desk;
use crate::keys::Keys;
use crate::limits::KeyRequests;
use crate::mail::transport::Mailer;
use crate::outgoing::Outgoing;
use crate::passwords::Hasher;
use crate::stream::Streams;
use chrono::{DateTime, Utc};
use std::ops::Deref;
use std::sync::Arc;
use tokio::sync::Notify;

/// Shared by all handlers and jobs of a process; cheap to clone.
#[derive(Clone)]
pub struct Context(Arc<Parts>);

/// The parts of a [`Context`].
pub struct Parts {
    /// Settings.
    pub config: Config,
    /// The database.
    pub db: Database,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Random bytes.
    pub chance: Arc<dyn Chance>,
    /// Keys for tokens and links.
    pub keys: Keys,
    /// Password hashing, bounded.
    pub hasher: Hasher,
    /// Outgoing mail.
    pub mailer: Mailer,
    /// Outgoing HTTP.
    pub outgoing: Outgoing,
    /// The Twilio account; none where it is not configured.
    pub twilio: Option<gangway_twilio::Client>,
    /// Passwords that are known to guessers; none where the operator has no list.
    pub blocklist: Option<Blocklist>,
    /// What this instance may still let API keys do.
    pub key_requests: KeyRequests,
    /// The bytes of files.
    pub objects: Objects,
    /// The way in for uploads.
    pub intake: Intake,
    /// Rung when a job was committed, so that a worker looks at once.
    pub job_bell: Notify,
    /// Where long work is done that nobody waits for.
    pub background: Background,
    /// The jobs this process has at work.
    pub desk: Desk,
    /// The streams that are open at this process.
    pub streams: Streams,
    /// Public settings of applications that were read within the last seconds.
    pub recent_widgets: RecentWidgets,
    /// Calls of applications that are still to be written down.
    pub calls: Calls,
}

impl Context {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// The time, to the millisecond.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// A new id of any kind.
    pub fn new_id<T: From<uuid::Uuid>>(&self) -> T {
        let ms = u64::try_from(self.now().timestamp_millis()).unwrap_or_default();
        let mut random = [0; 10];
        self.chance.fill(&mut random);
        T::from(uuid::Builder::from_unix_timestamp_millis(ms, &random).into_uuid())
    }
}

impl Deref for Context {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
