mod common;
mod guessable;

use std::fmt;

use super::rejection::Rejection;
use super::unicode::nfc;
use guessable::Guess;
use zeroize::{Zeroize as _, ZeroizeOnDrop};

/// Fewest code points after NFC where the password is the only factor (NIST SP 800-63B-4).
const MIN: usize = 15;
/// Most code points after NFC.
const MAX: usize = 128;
/// Four code points compose to one at most, so longer input cannot become short enough.
const MAX_TYPED: usize = 4 * MAX;

const TOO_SHORT: Rejection = Rejection::new(
    "too_short",
    "Use 15 characters or more. A few words that do not belong together are easy to remember.",
);
const TOO_LONG: Rejection = Rejection::new("too_long", "Use 128 characters or fewer.");
const INVALID: Rejection = Rejection::new(
    "invalid_text",
    "Remove the character with code 0 from the password.",
);
const COMMON: Rejection = Rejection::new(
    "common_password",
    "Choose a password that is harder to guess: no well-known password, no run of keys, not one character again and again.",
);
const OWN_NAME: Rejection = Rejection::new(
    "own_name",
    "Choose a password that is not made of your name, your email address, your company or this product.",
);

/// A password as it is hashed: NFC, blanks kept, never cut off.
///
/// Has no `Display` and no JSON form, its `Debug` shows nothing of it, and it is wiped from memory when
/// it is no longer needed.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// A new password under the policy; length counts, kinds of characters do not.
    ///
    /// `context` holds what the password may not be made of: the person's names, email address and
    /// company. The name of the product is always among them. Input that is far too long is refused
    /// before any work is done on it.
    ///
    /// Codes: `too_short`, `too_long`, `common_password`, `own_name`, `invalid_text`.
    pub fn check(raw: &str, context: &[&str]) -> Result<Self, Rejection> {
        let password = Self::typed(raw)?;
        if password.0.chars().count() < MIN {
            return Err(TOO_SHORT);
        }
        match guessable::guess(&password.0, context) {
            Some(Guess::Common) => Err(COMMON),
            Some(Guess::Own) => Err(OWN_NAME),
            None => Ok(password),
        }
    }

    /// A password typed at sign-in, where the policy does not matter but the limits do.
    ///
    /// Codes: `too_long`, `invalid_text`.
    pub fn typed(raw: &str) -> Result<Self, Rejection> {
        if raw.chars().nth(MAX_TYPED).is_some() {
            return Err(TOO_LONG);
        }
        if raw.contains('\0') {
            return Err(INVALID);
        }
        let text = nfc(raw);
        if text.chars().nth(MAX).is_some() {
            return Err(TOO_LONG);
        }
        Ok(Self(text))
    }

    /// The text to hash. Not for logs, messages or answers.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for Password {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl ZeroizeOnDrop for Password {}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(redacted)")
    }
}
