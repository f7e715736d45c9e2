use std::sync::Arc;

use reqwest::Url;
use secrecy::SecretString;
use tokio::sync::Semaphore;

use crate::retry::Retry;

/// Calls in flight per client. Twilio limits how many an account may have at a time.
const CALLS_AT_A_TIME: usize = 5;

/// Who calls: an account with its auth token, or an API key with its secret.
#[derive(Clone, Debug)]
pub struct Auth {
    pub(crate) user: String,
    pub(crate) secret: SecretString,
}

impl Auth {
    /// The account itself, `AC...`, with its auth token.
    pub fn token(account_sid: impl Into<String>, auth_token: SecretString) -> Self {
        Self {
            user: account_sid.into(),
            secret: auth_token,
        }
    }

    /// An API key, `SK...`, with its secret. It cannot read the account, nor verify webhooks.
    pub fn api_key(key_sid: impl Into<String>, secret: SecretString) -> Self {
        Self {
            user: key_sid.into(),
            secret,
        }
    }

    pub(crate) fn is_api_key(&self) -> bool {
        self.user.starts_with("SK")
    }
}

/// The address given for Twilio is not one calls can be made to.
#[derive(Debug, thiserror::Error)]
#[error("Twilio's address must be an http or https URL with a host")]
pub struct BaseNotUsable;

/// One Twilio account. Cheap to clone; clones share the limit of calls in flight.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) http: reqwest::Client,
    base: Url,
    account_sid: String,
    pub(crate) auth: Auth,
    pub(crate) retry: Retry,
    pub(crate) turns: Arc<Semaphore>,
}

impl Client {
    /// `http` brings the policy on time-outs, proxies and redirects; it must follow no redirects.
    /// `base` is scheme, host and port, such as [`crate::DEFAULT_BASE`]; a path is kept in front.
    pub fn new(
        http: reqwest::Client,
        base: Url,
        account_sid: impl Into<String>,
        auth: Auth,
    ) -> Result<Self, BaseNotUsable> {
        if !matches!(base.scheme(), "http" | "https") || !base.has_host() {
            return Err(BaseNotUsable);
        }
        Ok(Self {
            http,
            base,
            account_sid: account_sid.into(),
            auth,
            retry: Retry::default(),
            turns: Arc::new(Semaphore::new(CALLS_AT_A_TIME)),
        })
    }

    /// Another policy of tries and waits, for tests above all.
    #[must_use]
    pub fn with_retry(self, retry: Retry) -> Self {
        Self { retry, ..self }
    }

    /// The account all calls are about, `AC...`.
    pub fn account_sid(&self) -> &str {
        &self.account_sid
    }

    pub(crate) fn base(&self) -> &Url {
        &self.base
    }

    /// `{base}/2010-04-01/Accounts/{account}/{segments}`, each segment escaped; the last one
    /// carries the `.json`.
    pub(crate) fn url(&self, segments: &[&str]) -> Url {
        let mut url = self.base.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(["2010-04-01", "Accounts"]);
            match segments.split_last() {
                None => path.push(&format!("{}.json", self.account_sid)),
                Some((last, before)) => path
                    .push(&self.account_sid)
                    .extend(before)
                    .push(&format!("{last}.json")),
            };
        }
        url
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(base: &str) -> Client {
        drop(rustls::crypto::ring::default_provider().install_default());
        #[expect(
            clippy::disallowed_methods,
            reason = "the test makes no call, it only needs a client"
        )]
        let http = reqwest::Client::new();
        let auth = Auth::token("AC1", SecretString::from("t"));
        Client::new(http, Url::parse(base).unwrap(), "AC1", auth).unwrap()
    }

    #[test]
    fn paths_name_the_account_and_end_in_json() {
        let twilio = client("https://api.twilio.com");
        assert_eq!(
            twilio.url(&[]).as_str(),
            "https://api.twilio.com/2010-04-01/Accounts/AC1.json"
        );
        assert_eq!(
            twilio.url(&["Messages", "SM1"]).as_str(),
            "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/SM1.json"
        );
    }

    #[test]
    fn a_sid_cannot_climb_out_of_its_path() {
        let url = client("http://127.0.0.1:1/twilio/").url(&["Messages", "../../x?y"]);
        assert_eq!(
            url.as_str(),
            "http://127.0.0.1:1/twilio/2010-04-01/Accounts/AC1/Messages/..%2F..%2Fx%3Fy.json"
        );
    }

    #[test]
    fn a_client_prints_no_secret() {
        let auth = Auth::token("AC1", SecretString::from("very-secret"));
        assert!(!format!("{auth:?}").contains("very-secret"));
    }
}
