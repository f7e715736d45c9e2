//! How often those who watch are told.

use std::time::{Duration, Instant};

/// At most so often: who watches wants to see it move, and the audit log is no ticker.
const EVERY: Duration = Duration::from_secs(1);

/// When those who watch were last told.
#[derive(Debug)]
pub struct Pace(Instant);

impl Pace {
    /// From now on.
    pub fn new() -> Self {
        Self(Instant::now())
    }

    /// Whether they are to be told again; counts from then on if so.
    pub fn is_due(&mut self) -> bool {
        let due = self.0.elapsed() >= EVERY;
        if due {
            self.0 = Instant::now();
        }
        due
    }
}
