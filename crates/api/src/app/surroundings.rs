//! What tests put in place of the real thing.

use crate::context::{Chance, Clock, OsChance, SystemClock};
use crate::outgoing::{Attempts, Roads};
use std::sync::Arc;

/// What tests put in place of the real thing.
#[derive(Clone)]
pub struct Surroundings {
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of randomness.
    pub chance: Arc<dyn Chance>,
    /// Where outgoing connections are noted.
    pub attempts: Attempts,
    /// How web sites are reached; none for the internet.
    pub roads: Option<Arc<dyn Roads>>,
}

impl Default for Surroundings {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            chance: Arc::new(OsChance::new()),
            attempts: Attempts::counted(),
            roads: None,
        }
    }
}
