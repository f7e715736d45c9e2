//! How a request travels: by the browser's own `fetch`, which brings cookies and TLS along, or by
//! `reqwest` everywhere else.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::{Chunks, Transport};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::{Chunks, Transport};

use http::Method;
use std::time::Duration;

/// How long an answer may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A request, complete.
pub(crate) struct Request<'a> {
    pub(crate) method: &'a Method,
    pub(crate) url: &'a str,
    pub(crate) headers: Vec<(&'static str, &'a str)>,
    pub(crate) body: Option<&'a [u8]>,
}

/// No answer came.
pub(crate) struct NoAnswer;
