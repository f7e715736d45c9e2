//! Random bytes, as a parameter.

use ring::rand::{SecureRandom, SystemRandom};

/// Makes random bytes.
pub trait Chance: Send + Sync {
    /// Fills the buffer.
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's source.
#[derive(Clone, Debug)]
pub struct OsChance(SystemRandom);

impl OsChance {
    /// The source; nothing to configure.
    pub fn new() -> Self {
        Self(SystemRandom::new())
    }
}

impl Default for OsChance {
    fn default() -> Self {
        Self::new()
    }
}

impl Chance for OsChance {
    fn fill(&self, bytes: &mut [u8]) {
        // Without randomness no id or salt is safe: better no process than a guessable one.
        if self.0.fill(bytes).is_err() {
            std::process::abort();
        }
    }
}
