use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

use crate::clock::Clock;
use crate::mailbox;
use crate::options::Options;
use crate::twilio;

/// What the servers and the handles of one sandbox have in common.
pub(crate) struct Shared {
    pub http_addr: SocketAddr,
    pub smtp_addr: SocketAddr,
    /// What posts the webhooks.
    pub client: Option<reqwest::Client>,
    clock: Clock,
    stopped: AtomicBool,
    twilio: Mutex<twilio::State>,
    mailbox: Mutex<mailbox::State>,
}

impl Shared {
    pub fn new(options: Options, http_addr: SocketAddr, smtp_addr: SocketAddr) -> Self {
        Self {
            http_addr,
            smtp_addr,
            client: options.http.clone(),
            clock: options.clock.clone(),
            stopped: AtomicBool::new(false),
            twilio: Mutex::new(twilio::State::new(options)),
            mailbox: Mutex::default(),
        }
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

    pub fn mailbox(&self) -> MutexGuard<'_, mailbox::State> {
        self.mailbox.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
