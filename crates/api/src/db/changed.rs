//! Which clients' things this process has changed lately, so that what was read of them before and is
//! kept in memory is known to be old.

use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// Clients share so many places; one that is told it changed although its neighbour did is only read again.
const PLACES: usize = 1_024;

/// When something was read, among the changes of this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment(u64);

/// The changes of this process, by client.
#[derive(Debug)]
pub struct ClientChanges {
    latest: AtomicU64,
    of_clients: Box<[AtomicU64]>,
}

impl Default for ClientChanges {
    fn default() -> Self {
        Self {
            latest: AtomicU64::new(0),
            of_clients: (0..PLACES).map(|_| AtomicU64::new(0)).collect(),
        }
    }
}

impl ClientChanges {
    /// Now: take it before reading.
    pub fn now(&self) -> Moment {
        Moment(self.latest.load(Ordering::SeqCst))
    }

    /// Notes that something of a client's was committed.
    pub fn note(&self, client: Uuid) {
        let number = self.latest.fetch_add(1, Ordering::SeqCst) + 1;
        if let Some(place) = self.place(client) {
            place.fetch_max(number, Ordering::SeqCst);
        }
    }

    /// Whether something of a client's may have been committed since.
    pub fn since(&self, moment: Moment, client: Uuid) -> bool {
        let place = self.place(client);
        place.is_none_or(|place| place.load(Ordering::SeqCst) > moment.0)
    }

    fn place(&self, client: Uuid) -> Option<&AtomicU64> {
        // The end of an id is chance, its start the time.
        let [.., high, low] = *client.as_bytes();
        let number = usize::from(u16::from_be_bytes([high, low]));
        self.of_clients.get(number % PLACES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_before_a_change_is_old_and_what_was_read_after_is_not() {
        let changes = ClientChanges::default();
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let before = changes.now();
        assert!(!changes.since(before, one));
        changes.note(one);
        assert!(changes.since(before, one));
        assert!(!changes.since(before, other), "another client's is not");
        let after = changes.now();
        changes.note(other);
        assert!(!changes.since(after, one));
        assert!(changes.since(after, other));
    }

    #[test]
    fn a_neighbour_s_change_never_hides_one_s_own() {
        let changes = ClientChanges::default();
        let (one, neighbour) = (Uuid::from_u128(7), Uuid::from_u128(7 + 1_024));
        let before = changes.now();
        changes.note(one);
        changes.note(neighbour);
        assert!(changes.since(before, one));
    }
}
