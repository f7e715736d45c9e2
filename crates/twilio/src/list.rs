use reqwest::Url;
use serde::Deserialize;

use crate::client::Client;
use crate::error::Error;
use crate::exchange::Call;

/// More pages than any list of ours has; a list that goes on further is taken for a loop.
const MOST_PAGES: usize = 1_000;

/// A page: one collection, whose name differs per list, and where the next page is.
pub(crate) trait Page: for<'de> Deserialize<'de> {
    type Item;
    fn take(self) -> (Vec<Self::Item>, Option<String>);
}

impl Client {
    /// Reads a list page by page, up to `limit` items, following the next link of each answer as
    /// long as it leads to the same host: the credentials go with it.
    pub(crate) async fn pages<P: Page>(
        &self,
        first: Url,
        limit: usize,
    ) -> Result<Vec<P::Item>, Error> {
        let mut items = Vec::new();
        let mut url = first;
        for _ in 0..MOST_PAGES {
            let (page, next) = self.json::<P>(Call::read(url.clone())).await?.take();
            items.extend(page);
            let next = next.filter(|next| !next.is_empty());
            let Some(next) = next.filter(|_| items.len() < limit) else {
                items.truncate(limit);
                return Ok(items);
            };
            url = self.next(&url, &next)?;
        }
        Err(Error::Unreadable("a list without an end".to_owned()))
    }

    fn next(&self, current: &Url, next: &str) -> Result<Url, Error> {
        let refuse = |reason: &str| Error::Unreadable(reason.to_owned());
        let url = self
            .base()
            .join(next)
            .map_err(|_| refuse("a next link that is no URL"))?;
        if url.origin() != self.base().origin() {
            return Err(refuse("a next link to another host"));
        }
        if &url == current {
            return Err(refuse("a next link to its own page"));
        }
        Ok(url)
    }
}

#[cfg(test)]
mod tests {
    use secrecy::SecretString;

    use super::*;
    use crate::client::Auth;

    fn client() -> Client {
        drop(rustls::crypto::ring::default_provider().install_default());
        #[expect(
            clippy::disallowed_methods,
            reason = "the test makes no call, it only needs a client"
        )]
        let http = reqwest::Client::new();
        let base = Url::parse("https://api.twilio.com").unwrap();
        let auth = Auth::token("AC1", SecretString::from("t"));
        Client::new(http, base, "AC1", auth).unwrap()
    }

    #[test]
    fn a_next_link_is_followed_on_our_host_only() {
        let twilio = client();
        let here = Url::parse("https://api.twilio.com/a.json").unwrap();
        let next = "/2010-04-01/Accounts/AC1/Messages.json?Page=1&PageToken=PASM1";
        let url = twilio.next(&here, next).unwrap();
        assert_eq!(url.as_str(), format!("https://api.twilio.com{next}"));
        for bad in [
            "https://evil.test/2010-04-01/x",
            "//evil.test/x",
            "http://api.twilio.com/x",
            "https://api.twilio.com:8443/x",
            "https://api.twilio.com@evil.test/x",
            "/a.json",
            "https://[",
        ] {
            assert!(twilio.next(&here, bad).is_err(), "{bad}");
        }
    }
}
