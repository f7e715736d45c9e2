//! Chance that can be repeated: splitmix64.

use gangway::context::{Chance as _, OsChance};
use std::time::Duration;

/// A row of numbers that its seed decides.
pub struct Dice {
    pub seed: u64,
    state: u64,
}

impl Dice {
    /// Of the given seed, or of a new one.
    pub fn new() -> Self {
        #[expect(clippy::disallowed_methods, reason = "to repeat a run")]
        let given = std::env::var("GANGWAY_TORTURE_SEED");
        let seed = given.ok().and_then(|text| text.parse().ok());
        let seed = seed.unwrap_or_else(|| {
            let mut random = [0; 4];
            OsChance::new().fill(&mut random);
            u64::from(u32::from_le_bytes(random))
        });
        Self { seed, state: seed }
    }

    /// Another row of the same seed.
    pub fn another(&self, number: u64) -> Self {
        let state = self.seed ^ (number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Self {
            seed: self.seed,
            state,
        }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From `least` to one below `most`.
    pub fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.next() % (most - least)
    }

    /// As many milliseconds.
    pub fn ms(&mut self, least: u64, most: u64) -> Duration {
        Duration::from_millis(self.between(least, most))
    }

    /// One of them.
    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let at = self.next() % all.len() as u64;
        &all[usize::try_from(at).expect("small")]
    }
}
