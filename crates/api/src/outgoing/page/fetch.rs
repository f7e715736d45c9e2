//! A page, however often its address leads on.

use std::sync::Arc;

use hyper::header::LOCATION;
use tokio::sync::Semaphore;
use tokio::time::timeout;
use url::Url;

use super::connect::connect;
use super::exchange::exchange;
use super::{Bounds, NotFetched, Page};
use crate::outgoing::attempts::Attempts;
use crate::outgoing::policy::Policy;
use crate::outgoing::roads::Roads;

const REDIRECTS: usize = 3;
/// Pages fetched at a time by this process.
const AT_ONCE: usize = 16;

/// Fetches pages under the policy.
pub(crate) struct Fetcher {
    pub policy: Arc<Policy>,
    pub roads: Arc<dyn Roads>,
    pub attempts: Attempts,
    pub bounds: Bounds,
    room: Semaphore,
}

impl Fetcher {
    pub fn new(
        policy: Arc<Policy>,
        roads: Arc<dyn Roads>,
        attempts: Attempts,
        bounds: Bounds,
    ) -> Self {
        Self {
            policy,
            roads,
            attempts,
            bounds,
            room: Semaphore::new(AT_ONCE),
        }
    }

    /// The page at an address, within the time for all of it.
    pub async fn fetch(&self, url: &Url) -> Result<Page, NotFetched> {
        let fetched = async {
            let _room = self.room.acquire().await;
            self.follow(url.clone()).await
        };
        timeout(self.bounds.total, fetched)
            .await
            .unwrap_or(Err(NotFetched::Unreachable))
    }

    async fn follow(&self, mut url: Url) -> Result<Page, NotFetched> {
        for _ in 0..=REDIRECTS {
            let stream = connect(self, &url).await?;
            let page = exchange(stream, &url, self.bounds.body).await?;
            match next(&page)? {
                Some(further) => url = further,
                None => return Ok(page),
            }
        }
        Err(NotFetched::Unreachable)
    }
}

/// Where a page leads on to.
fn next(page: &Page) -> Result<Option<Url>, NotFetched> {
    if !matches!(page.status, 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let location = page.headers.get(LOCATION);
    let location = location.and_then(|location| location.to_str().ok());
    let further = location.and_then(|location| page.url.join(location).ok());
    further.map(Some).ok_or(NotFetched::Unreachable)
}
