use std::sync::{Arc, Mutex};
use std::time::Duration;

use gangway_sandbox::{Options, Sandbox};
use gangway_twilio::{Auth, BuyNumber, Client, IncomingNumber, Retry, SearchOptions};
use secrecy::SecretString;

pub const ACCOUNT: &str = "AC00000000000000000000000000000001";
pub const TOKEN: &str = "sandbox-auth-token";
pub const KEY: (&str, &str) = ("SK00000000000000000000000000000001", "key-secret");
pub const TEST: (&str, &str) = ("AC0000000000000000000000000000000f", "test-token");

/// A sandbox of its own for one test, and a client of it that notes its waits and does not wait.
pub struct House {
    pub sandbox: Sandbox,
    pub client: Client,
    waits: Arc<Mutex<Vec<Duration>>>,
}

pub fn http(time_out: Duration) -> reqwest::Client {
    drop(rustls::crypto::ring::default_provider().install_default());
    #[expect(
        clippy::disallowed_methods,
        reason = "a test talks to its own sandbox, past the policy on outgoing calls"
    )]
    reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(time_out)
        .build()
        .unwrap()
}

pub fn any_http() -> reqwest::Client {
    http(Duration::from_secs(30))
}

pub fn options() -> Options {
    Options {
        api_key: Some((KEY.0.to_owned(), KEY.1.to_owned())),
        test_credentials: Some((TEST.0.to_owned(), TEST.1.to_owned())),
        http: Some(any_http()),
        ..Options::default()
    }
}

impl House {
    pub fn open() -> Self {
        Self::of(Sandbox::start(options()).unwrap())
    }

    /// With a sandbox that was started in a way of its own.
    pub fn of(sandbox: Sandbox) -> Self {
        let waits = Arc::default();
        let client = client(&sandbox, ACCOUNT, (ACCOUNT, TOKEN), &waits, any_http());
        Self {
            sandbox,
            client,
            waits,
        }
    }

    /// A client with other credentials.
    pub fn client_as(&self, account: &str, auth: (&str, &str)) -> Client {
        client(&self.sandbox, account, auth, &self.waits, any_http())
    }

    /// A client that gives up so soon.
    pub fn hasty_client(&self, time_out: Duration) -> Client {
        let auth = (ACCOUNT, TOKEN);
        client(&self.sandbox, ACCOUNT, auth, &self.waits, http(time_out))
    }

    /// How long the clients would have waited between their tries.
    pub fn waits(&self) -> Vec<Duration> {
        self.waits.lock().unwrap().clone()
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.sandbox.http_base())
    }

    /// Finds and buys a number that can text.
    pub async fn buy(&self) -> IncomingNumber {
        let phone_number = self.find().await;
        self.client
            .buy_number(&wanted(&phone_number))
            .await
            .unwrap()
    }

    /// A number that can be bought and can text.
    pub async fn find(&self) -> String {
        let options = SearchOptions {
            sms_enabled: true,
            page_size: Some(1),
            ..SearchOptions::default()
        };
        let found = self.client.search_local("US", &options).await.unwrap();
        found[0].phone_number.clone()
    }
}

pub fn wanted(phone_number: &str) -> BuyNumber {
    BuyNumber {
        phone_number: phone_number.to_owned(),
        friendly_name: "order 1".to_owned(),
        sms_url: None,
    }
}

/// Asks again until it is so; the sandbox delivers in the background.
pub async fn until(mut so: impl FnMut() -> bool) {
    for _ in 0..500 {
        if so() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it did not become so within five seconds");
}

fn client(
    sandbox: &Sandbox,
    account: &str,
    (user, secret): (&str, &str),
    waits: &Arc<Mutex<Vec<Duration>>>,
    http: reqwest::Client,
) -> Client {
    let secret = SecretString::from(secret);
    let auth = if user.starts_with("SK") {
        Auth::api_key(user, secret)
    } else {
        Auth::token(user, secret)
    };
    let waits = waits.clone();
    let retry = Retry {
        pause: Arc::new(move |time| {
            waits.lock().unwrap().push(time);
            Box::pin(async {})
        }),
        ..Retry::default()
    };
    let base = sandbox.http_base().parse().unwrap();
    Client::new(http, base, account, auth)
        .unwrap()
        .with_retry(retry)
}
