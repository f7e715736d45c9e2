//! Waiting for a connection. Under more load than the database takes, who comes to a long queue is told
//! at once to come back, and those in it still get their answer within about a second (L-14).

use sea_orm::{ConnAcquireErr, DbErr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Transactions that wait at most: what two cores commit in a second or less.
pub const LONGEST_OF_WRITES: usize = 256;
/// How many may wait for who comes with a request to write; the rest of the room is for what was begun
/// and for what providers bring.
pub const LONGEST_FOR_REQUESTS: usize = 128;
/// Statements outside transactions that wait at most; they take a tenth of that.
pub const LONGEST_OF_READS: usize = 1024;

/// Those who wait.
#[derive(Debug)]
pub struct Queue {
    waiting: AtomicUsize,
    longest: usize,
}

/// A place in the queue, until it is dropped.
#[derive(Debug)]
pub struct Place(Arc<Queue>);

impl Queue {
    /// An empty queue.
    pub fn of(longest: usize) -> Arc<Self> {
        Arc::new(Self {
            waiting: AtomicUsize::new(0),
            longest,
        })
    }

    /// Whether so many wait already.
    pub fn has(&self, waiting: usize) -> bool {
        self.waiting.load(Ordering::Relaxed) >= waiting
    }

    /// A place in it, unless it is full.
    pub fn enter(self: &Arc<Self>) -> Result<Place, DbErr> {
        let place = Place(Arc::clone(self));
        if self.waiting.fetch_add(1, Ordering::Relaxed) < self.longest {
            return Ok(place);
        }
        Err(full())
    }
}

/// What is told to who is turned away.
pub fn full() -> DbErr {
    DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l_14_a_full_queue_takes_nobody_until_somebody_leaves() {
        let queue = Queue::of(2);
        let first = queue.enter().unwrap();
        let _second = queue.enter().unwrap();
        assert!(queue.enter().is_err());
        assert!(queue.has(2) && !queue.has(3));
        assert!(queue.enter().is_err(), "who was refused is not counted");
        drop(first);
        assert!(queue.enter().is_ok());
    }
}
