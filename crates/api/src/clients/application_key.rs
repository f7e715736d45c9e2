//! The public key of a client's application.

use crate::context::Chance;

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LENGTH: usize = 24;

/// A new key: `gwa_` and 24 letters and digits. It names an application and opens nothing.
pub fn new(chance: &dyn Chance) -> String {
    let mut key = String::from("gwa_");
    let mut left = LENGTH;
    while left > 0 {
        let mut bytes = [0; LENGTH];
        chance.fill(&mut bytes);
        for letter in bytes.iter().filter_map(|byte| letter(*byte)).take(left) {
            key.push(letter);
            left -= 1;
        }
    }
    key
}

/// Bytes beyond the last whole round of the alphabet are thrown away: all letters are as likely.
fn letter(byte: u8) -> Option<char> {
    let index = usize::from(byte);
    let rounds = 256 / ALPHABET.len() * ALPHABET.len();
    (index < rounds)
        .then(|| ALPHABET.get(index % ALPHABET.len()))
        .flatten()
        .map(|l| char::from(*l))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::OsChance;

    #[test]
    fn a_key_has_its_form_and_no_second_one_is_alike() {
        let key = new(&OsChance::new());
        assert_eq!(key.len(), 28);
        assert!(key.starts_with("gwa_"));
        assert!(key.chars().skip(4).all(|c| c.is_ascii_alphanumeric()));
        assert_ne!(key, new(&OsChance::new()));
    }

    #[test]
    fn every_letter_stands_for_as_many_bytes() {
        for wanted in ALPHABET {
            let bytes = (0..=255).filter(|byte| letter(*byte) == Some(char::from(*wanted)));
            assert_eq!(bytes.count(), 4);
        }
    }
}
