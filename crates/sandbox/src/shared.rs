use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

use crate::clock::Clock;
use crate::mailbox;
use crate::options::Options;
use crate::phones::Contacts;
use crate::site::Site;
use crate::twilio;

/// What the servers and the handles of one sandbox have in common.
pub(crate) struct Shared {
    pub http_addr: SocketAddr,
    pub smtp_addr: SocketAddr,
    /// What posts the webhooks.
    pub client: Option<reqwest::Client>,
    clock: Clock,
    stopped: AtomicBool,
    /// Where the product is.
    pub product: Option<String>,
    kept_in: Option<PathBuf>,
    twilio: Mutex<twilio::State>,
    mailbox: Mutex<mailbox::State>,
    sites: Mutex<Vec<Site>>,
    contacts: Mutex<Contacts>,
}

impl Shared {
    /// Refused when the file in which something is kept cannot be read.
    pub fn new(options: Options, http_addr: SocketAddr, smtp_addr: SocketAddr) -> io::Result<Self> {
        let kept_in = options.kept_in.clone();
        let product = options.product.clone();
        let (client, clock) = (options.http.clone(), options.clock.clone());
        let mut twilio = twilio::State::new(options);
        if let Some(file) = &kept_in {
            twilio.take_up(file)?;
        }
        Ok(Self {
            http_addr,
            smtp_addr,
            client,
            clock,
            stopped: AtomicBool::new(false),
            product,
            kept_in,
            twilio: Mutex::new(twilio),
            mailbox: Mutex::default(),
            sites: Mutex::default(),
            contacts: Mutex::default(),
        })
    }

    /// From now on connections that are still open get no answers: the servers' threads end a
    /// moment after they were told to.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
    }

    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }

    pub fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    pub fn twilio(&self) -> MutexGuard<'_, twilio::State> {
        self.twilio.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes down what is to outlive the sandbox, where it has a file.
    pub fn save(&self, twilio: &twilio::State) {
        let Some(file) = &self.kept_in else { return };
        if let Err(error) = twilio.write(file) {
            tracing::warn!(%error, file = %file.display(), "the sandbox cannot write down what it has");
        }
    }

    /// The web sites that are known to be played, in the order in which they came.
    pub fn sites(&self) -> MutexGuard<'_, Vec<Site>> {
        self.sites.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Names of companies by their numbers.
    pub fn contacts(&self) -> MutexGuard<'_, Contacts> {
        self.contacts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn mailbox(&self) -> MutexGuard<'_, mailbox::State> {
        self.mailbox.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
