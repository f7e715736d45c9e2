use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use crate::clock::{self, Clock};
use crate::contract::Contract;

/// How the sandbox is started. The default takes free ports on the loopback address, which is what
/// tests want.
#[derive(Clone)]
pub struct Options {
    /// Where Twilio and the pages are served; loopback only. Port 0 takes a free one.
    pub http_addr: SocketAddr,
    /// Where mail is accepted; loopback only. Port 0 takes a free one.
    pub smtp_addr: SocketAddr,
    /// `AC` and 32 hexadecimal digits.
    pub account_sid: String,
    /// Opens the account and signs the webhooks.
    pub auth_token: String,
    /// `SK...` and its secret.
    pub api_key: Option<(String, String)>,
    /// Twilio's test credentials, account and token: they accept only the magic numbers, and
    /// nothing they do is kept.
    pub test_credentials: Option<(String, String)>,
    /// Decides on identifiers and on the order in which numbers are offered.
    pub seed: u64,
    /// What posts the webhooks. Without one they are noted and not sent.
    pub http: Option<reqwest::Client>,
    /// Where the product is, without a slash at the end: its code is on the web site that is played.
    pub product: Option<String>,
    /// The file in which numbers and texts outlive the sandbox.
    pub kept_in: Option<PathBuf>,
    /// Twilio's document: every call is compared with it, and what differs is noted.
    pub contract: Option<Contract>,
    pub clock: Clock,
}

impl Default for Options {
    fn default() -> Self {
        let free_port = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        Self {
            http_addr: free_port,
            smtp_addr: free_port,
            account_sid: "AC00000000000000000000000000000001".to_owned(),
            auth_token: "sandbox-auth-token".to_owned(),
            api_key: None,
            test_credentials: None,
            seed: 1,
            http: None,
            product: None,
            kept_in: None,
            contract: None,
            clock: clock::system(),
        }
    }
}
