use std::sync::{Arc, Mutex, PoisonError};

use crate::telemetry::metrics;

/// A connection or call that was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    pub host: String,
    /// `false`: the policy kept it back.
    pub allowed: bool,
}

/// Counts attempts per host, and keeps a list of them where tests ask for it.
#[derive(Clone, Debug, Default)]
pub struct Attempts(Option<Arc<Mutex<Vec<Attempt>>>>);

impl Attempts {
    /// Counted only.
    pub fn counted() -> Self {
        Self(None)
    }

    /// Counted and kept, for tests.
    pub fn kept() -> Self {
        Self(Some(Arc::default()))
    }

    /// The list so far; empty unless kept.
    pub fn list(&self) -> Vec<Attempt> {
        let list =
            |kept: &Arc<Mutex<Vec<_>>>| kept.lock().unwrap_or_else(PoisonError::into_inner).clone();
        self.0.as_ref().map(list).unwrap_or_default()
    }

    pub(super) fn note(&self, host: &str, allowed: bool) {
        metrics::outgoing_attempt(host, allowed);
        self.keep(host, allowed);
    }

    /// The same for a host that somebody typed: figures do not grow with what people type.
    pub(super) fn note_typed(&self, host: &str, allowed: bool) {
        metrics::outgoing_attempt("typed", allowed);
        self.keep(host, allowed);
    }

    fn keep(&self, host: &str, allowed: bool) {
        if let Some(kept) = &self.0 {
            let host = host.to_owned();
            let mut list = kept.lock().unwrap_or_else(PoisonError::into_inner);
            list.push(Attempt { host, allowed });
        }
    }
}
