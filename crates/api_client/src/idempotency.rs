use std::fmt::{self, Write as _};

/// Names one action of a person. Made once when they act, so that a second press or a retry after a
/// lost answer replays the first instead of doing it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// A key of the caller's own making, up to 255 characters.
    pub fn new(key: impl Into<String>) -> Self {
        Self(key.into())
    }

    /// A random key from the cryptographic source of the browser or the system.
    pub fn random() -> Self {
        let mut bytes = [0_u8; 16];
        fill(&mut bytes);
        let mut key = String::with_capacity(32);
        for byte in bytes {
            let _ = write!(key, "{byte:02x}");
        }
        Self(key)
    }

    /// The key as sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(target_arch = "wasm32")]
fn fill(bytes: &mut [u8]) {
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        let _ = crypto.get_random_values_with_u8_array(bytes);
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn fill(bytes: &mut [u8]) {
    let provider = rustls::crypto::ring::default_provider();
    let _ = provider.secure_random.fill(bytes);
}
