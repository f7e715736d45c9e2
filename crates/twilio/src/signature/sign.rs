use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::hmac;
use secrecy::{ExposeSecret, SecretString};

/// The signature of a request to `url` with these form parameters; none for GET and for other
/// bodies. For playing Twilio in tests.
pub fn sign(auth_token: &SecretString, url: &str, params: &[(String, String)]) -> String {
    let url = super::url::without_fragment(url);
    let tag = hmac::sign(&key(auth_token), text(url, params).as_bytes());
    STANDARD.encode(tag)
}

pub(super) fn key(auth_token: &SecretString) -> hmac::Key {
    let bytes = auth_token.expose_secret().as_bytes();
    hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, bytes)
}

/// The text that is signed: the URL, then each different name in byte order with each of its
/// different values in byte order, nothing in between.
pub(super) fn text(url: &str, params: &[(String, String)]) -> String {
    let mut sorted: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, value) in params {
        sorted.entry(name).or_default().insert(value);
    }
    let mut text = url.to_owned();
    for (name, values) in sorted {
        for value in values {
            text.push_str(name);
            text.push_str(value);
        }
    }
    text
}
