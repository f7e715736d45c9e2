//! Outgoing HTTP: the one place where clients are made, and what they may connect to.

mod address;
mod attempts;
mod page;
mod policy;
mod resolver;
mod roads;
mod target;

use std::{sync::Arc, time::Duration};

pub use address::is_public;
pub use attempts::{Attempt, Attempts};
use page::Fetcher;
pub use page::{Bounds, NotFetched, Page};
use policy::Policy;
pub use policy::Refused;
use resolver::Resolver;
pub use roads::{Internet, Roads, Stream};
use target::Target;
use url::Url;

use crate::config::Config;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Makes ring the process's provider of TLS. First thing in `main` and in tests; again is harmless.
pub fn install_crypto() {
    // An error only says that there is a provider already.
    drop(rustls::crypto::ring::default_provider().install_default());
}

/// HTTP clients under the policy. Cheap to clone.
#[derive(Clone)]
pub struct Outgoing {
    provider: reqwest::Client,
    policy: Arc<Policy>,
    attempts: Attempts,
    pages: Arc<Fetcher>,
}

impl Outgoing {
    pub fn new(config: &Config, attempts: Attempts) -> Result<Self, reqwest::Error> {
        install_crypto();
        let roads = Internet::new(config.sandbox.is_some());
        Self::on_roads(config, attempts, Arc::new(roads), Bounds::default())
    }

    /// The same, with pages fetched by other roads than the internet's and in other bounds.
    pub fn on_roads(
        config: &Config,
        attempts: Attempts,
        roads: Arc<dyn Roads>,
        bounds: Bounds,
    ) -> Result<Self, reqwest::Error> {
        install_crypto();
        let policy = Arc::new(Policy::new(config));
        let resolver = Resolver {
            policy: policy.clone(),
            attempts: attempts.clone(),
        };
        Ok(Self {
            provider: client(resolver, config.twilio.timeout)?,
            pages: Arc::new(Fetcher::new(
                policy.clone(),
                roads,
                attempts.clone(),
                bounds,
            )),
            policy,
            attempts,
        })
    }

    /// For the configured providers. It follows no redirects and knows no proxy; names that resolve
    /// to private addresses are refused unless configured. URLs that someone typed are not for it.
    pub fn provider_client(&self) -> reqwest::Client {
        self.provider.clone()
    }

    /// To be asked when somebody saves a URL to be called later: what can be refused at once, is.
    pub fn check_target(&self, url: &Url) -> Result<(), Refused> {
        Target::of(url, &self.policy).map(|_| ())
    }

    /// Fetches a page somebody typed the address of, or says in one of two words why not.
    pub async fn fetch_page(&self, url: &Url) -> Result<Page, NotFetched> {
        self.pages.fetch(url).await
    }

    /// What was tried so far, where the attempts are kept.
    pub fn attempts(&self) -> Vec<Attempt> {
        self.attempts.list()
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that makes clients"
)]
fn client(resolver: Resolver, timeout: Duration) -> Result<reqwest::Client, reqwest::Error> {
    reqwest::Client::builder()
        .tls_backend_preconfigured(tls())
        .dns_resolver(Arc::new(resolver))
        .connect_timeout(CONNECT_TIMEOUT)
        .timeout(timeout)
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .user_agent(concat!("Gangway/", env!("CARGO_PKG_VERSION")))
        .build()
}

/// Whom TLS trusts, whatever the machine does.
fn tls() -> rustls::ClientConfig {
    let roots = webpki_roots::TLS_SERVER_ROOTS
        .iter()
        .cloned()
        .collect::<rustls::RootCertStore>();
    rustls::ClientConfig::builder()
        .with_root_certificates(roots)
        .with_no_client_auth()
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;

    use super::*;

    fn outgoing(pairs: &[(&str, &str)]) -> Outgoing {
        Outgoing::new(&Config::from_pairs(pairs).unwrap(), Attempts::kept()).unwrap()
    }

    /// A server that answers every connection with these bytes.
    async fn server(answer: &'static str) -> u16 {
        use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0))
            .await
            .unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut seen = [0; 1024];
                let _ = stream.read(&mut seen).await;
                let _ = stream.write_all(answer.as_bytes()).await;
            }
        });
        port
    }

    #[tokio::test]
    async fn a_name_that_leads_to_a_private_address_is_refused() {
        let port = server("HTTP/1.1 204 No Content\r\n\r\n").await;
        let outgoing = outgoing(&[]);
        let call = outgoing
            .provider_client()
            .get(format!("http://localhost:{port}/"));
        let error = call.send().await.unwrap_err();
        let mut chain = String::new();
        let mut next = error.source();
        while let Some(cause) = next {
            chain += &format!("{cause}; ");
            next = cause.source();
        }
        assert!(chain.contains("not a public address"), "{chain}");
        let refused = Attempt {
            host: "localhost".into(),
            allowed: false,
        };
        assert_eq!(outgoing.attempts(), [refused]);
    }

    #[tokio::test]
    async fn a_configured_provider_may_be_private_and_redirects_are_not_followed() {
        let answer =
            "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n";
        let port = server(answer).await;
        let base = format!("http://localhost:{port}");
        let outgoing = outgoing(&[("GANGWAY_TWILIO_BASE_URL", &base)]);
        let answer = outgoing.provider_client().get(&base).send().await.unwrap();
        assert_eq!(answer.status(), 302);
        assert!(outgoing.attempts().iter().all(|attempt| attempt.allowed));
    }
}
