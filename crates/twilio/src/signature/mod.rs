//! `X-Twilio-Signature`: whether a request really came from Twilio (contract, section 6).

mod sign;
mod url;
#[cfg(test)]
mod vectors;
mod verify;

pub use sign::sign;
pub use verify::{Body, Received, verify};

/// The header that carries the signature.
pub const HEADER: &str = "X-Twilio-Signature";
