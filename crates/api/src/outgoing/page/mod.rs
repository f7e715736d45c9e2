//! Fetching a page that somebody typed the address of.
//!
//! Every connection is made anew: look up, judge every address found, connect to one of those that
//! were judged. Nothing is kept alive, no proxy is asked, no header says who anybody is. What went
//! wrong is told in two words only, so that nobody scans a network through Gangway.

mod connect;
mod exchange;
mod fetch;

use std::time::Duration;

use hyper::HeaderMap;
use url::Url;

pub(super) use fetch::Fetcher;

/// A page as it was answered.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where the redirects ended.
    pub url: Url,
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
    /// There was more than is read.
    pub is_cut: bool,
}

/// Why there is no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotFetched {
    /// The name is unknown, or leads nowhere on the public internet; a redirect may have led there.
    #[error("the address was not found on the internet")]
    NotFound,
    /// Nothing answered as a web server does within the time.
    #[error("nothing answered there")]
    Unreachable,
}

/// How long is waited, and how much is read.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// For a name.
    pub lookup: Duration,
    /// For a connection, however many addresses there are.
    pub connect: Duration,
    /// For all of it, redirects included.
    pub total: Duration,
    /// Bytes of a page.
    pub body: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            lookup: Duration::from_secs(5),
            connect: Duration::from_secs(5),
            total: Duration::from_secs(10),
            body: 1 << 20,
        }
    }
}
