//! Addresses that people type: what is connected to, how long, how much, and what they learn.

mod addresses;
mod allow_list;
mod bounds;
mod redirects;
mod scanner;
mod scripts;

use crate::support::Sites;
use gangway::config::Config;
use gangway::outgoing::{Attempts, Bounds, NotFetched, Outgoing, Page};
use std::sync::Arc;
use std::time::Duration;
use url::Url;

/// Outgoing connections on roads of a test's own.
pub struct Stand {
    pub outgoing: Outgoing,
    pub sites: Sites,
}

impl Stand {
    /// With these settings, less patient than usual.
    pub fn with(pairs: &[(&str, &str)]) -> Self {
        let bounds = Bounds {
            lookup: Duration::from_millis(200),
            connect: Duration::from_millis(400),
            total: Duration::from_millis(800),
            ..Bounds::default()
        };
        let own = ("GANGWAY_BASE_URL", "https://gangway.example");
        let pairs: Vec<_> = [own].into_iter().chain(pairs.iter().copied()).collect();
        let config = Config::from_pairs(&pairs).expect("settings");
        let sites = Sites::default();
        let roads = Arc::new(sites.clone());
        let outgoing = Outgoing::on_roads(&config, Attempts::kept(), roads, bounds);
        Self {
            outgoing: outgoing.expect("clients"),
            sites,
        }
    }

    pub async fn fetch(&self, url: &str) -> Result<Page, NotFetched> {
        let url = Url::parse(url).expect("an address");
        self.outgoing.fetch_page(&url).await
    }

    /// Where connections went, without ports.
    pub fn reached(&self) -> Vec<String> {
        let opened = self.sites.opened();
        opened.iter().map(|to| to.ip().to_string()).collect()
    }
}
