use std::hash::{DefaultHasher, Hash, Hasher};

/// Makes identifiers that look random and are the same on every run with the same seed.
#[derive(Debug)]
pub(crate) struct Ids {
    seed: u64,
    made: u64,
}

impl Ids {
    pub fn new(seed: u64) -> Self {
        Self { seed, made: 0 }
    }

    /// How many were made so far.
    pub fn made(&self) -> u64 {
        self.made
    }

    /// Makes none of those again that were made before.
    pub fn go_on_from(&mut self, made: u64) {
        self.made = self.made.max(made);
    }

    /// Two letters and 32 hexadecimal digits, as all of Twilio's identifiers.
    pub fn sid(&mut self, prefix: &str) -> String {
        self.made += 1;
        let high = mix(self.seed, ("high", self.made));
        let low = mix(self.seed, ("low", self.made));
        format!("{prefix}{high:016x}{low:016x}")
    }
}

/// A number that depends on the seed and the value only.
pub(crate) fn mix(seed: u64, value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    seed.hash(&mut hasher);
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_identifiers() {
        let (mut one, mut two) = (Ids::new(7), Ids::new(7));
        let sid = one.sid("PN");
        assert_eq!(sid, two.sid("PN"));
        assert_eq!(sid.len(), 34);
        assert_ne!(sid, one.sid("PN"));
        assert_ne!(sid, Ids::new(8).sid("PN"));
    }
}
