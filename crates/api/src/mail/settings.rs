use secrecy::SecretString;
use std::time::Duration;

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// Clear text: for a server on the same machine.
    None,
    /// Begins in clear text and turns to TLS; when the server does not offer that, nothing is
    /// sent.
    Starttls,
    /// TLS from the first byte (port 465).
    Tls,
}

/// Where mail goes out and whose address it bears.
#[derive(Clone, Debug)]
pub struct Settings {
    pub host: String,
    pub port: u16,
    pub tls: Tls,
    pub user: Option<String>,
    pub password: Option<SecretString>,
    /// The no-reply address in `From` and in the envelope.
    pub sender_address: String,
    /// Gangway's own name in `From`, alone or behind a partner's: `Acme IT via Gangway`.
    pub sender_name: String,
    /// For one whole delivery, from the connection to the server's answer.
    pub timeout: Duration,
}

/// Settings with which no mail can be sent.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    #[error("the sender's address of outgoing mail is not an email address")]
    SenderAddress,
    #[error("the mail server's name cannot be used for TLS: {0}")]
    Tls(#[from] lettre::transport::smtp::Error),
}
