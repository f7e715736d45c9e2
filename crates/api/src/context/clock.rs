//! The clock, as a parameter: tests move it.

use chrono::{DateTime, Duration, SubsecRound, Utc};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The time, to the millisecond: what both databases keep.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the system clock"
    )]
    fn now(&self) -> DateTime<Utc> {
        Utc::now().trunc_subsecs(3)
    }
}

/// The machine's clock, moved and held by hand. For tests.
#[derive(Debug, Default)]
pub struct MovableClock {
    hands: Mutex<Hands>,
}

#[derive(Debug, Default)]
struct Hands {
    ahead: Duration,
    held_at: Option<DateTime<Utc>>,
    holders: u32,
}

/// As long as it lives the clock shows the same time, unless it is moved.
#[derive(Debug)]
pub struct HeldClock<'a>(&'a MovableClock);

impl MovableClock {
    /// Moves the clock; a negative duration moves it back.
    pub fn advance(&self, by: Duration) {
        let mut hands = self.hands();
        hands.ahead += by;
        hands.held_at = hands.held_at.map(|at| at + by);
    }

    /// Stops the clock until what this returns is dropped.
    pub fn hold(&self) -> HeldClock<'_> {
        let mut hands = self.hands();
        let now = hands.now();
        hands.held_at.get_or_insert(now);
        hands.holders += 1;
        HeldClock(self)
    }

    fn hands(&self) -> MutexGuard<'_, Hands> {
        self.hands.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Hands {
    fn now(&self) -> DateTime<Utc> {
        self.held_at
            .unwrap_or_else(|| SystemClock.now() + self.ahead)
    }
}

impl Drop for HeldClock<'_> {
    fn drop(&mut self) {
        let mut hands = self.0.hands();
        hands.holders -= 1;
        if hands.holders == 0 {
            hands.held_at = None;
        }
    }
}

impl Clock for MovableClock {
    fn now(&self) -> DateTime<Utc> {
        self.hands().now()
    }
}
