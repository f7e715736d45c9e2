//! How a request travels: by the browser's own `fetch`, which brings cookies and TLS along, or by
//! `reqwest` everywhere else.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod upload;

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::{Chunks, Transport};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::{Chunks, Transport};

use crate::call::Watch;
use gangway_domain::patience;
use http::Method;
use std::sync::Arc;
use std::time::Duration;

/// How long an answer may take, besides what the body needs to travel.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A request, complete.
pub(crate) struct Request<'a> {
    pub(crate) method: &'a Method,
    pub(crate) url: &'a str,
    pub(crate) headers: Vec<(&'static str, &'a str)>,
    pub(crate) body: Option<&'a [u8]>,
    #[cfg_attr(
        not(target_arch = "wasm32"),
        expect(dead_code, reason = "only browsers tell how far a body is")
    )]
    pub(crate) watch: Option<&'a Arc<Watch>>,
}

impl Request<'_> {
    fn patience(&self) -> Duration {
        TIMEOUT + patience::for_bytes(self.body.map_or(0, <[u8]>::len))
    }

    #[cfg(target_arch = "wasm32")]
    fn patience_ms(&self) -> u32 {
        u32::try_from(self.patience().as_millis()).unwrap_or(u32::MAX)
    }
}

/// No answer came.
pub(crate) struct NoAnswer;
