//! Settings: from a TOML file and the environment, each declared once, all refused at once.

mod api_keys;
mod clients;
mod database;
mod env_example;
mod files;
mod jobs;
mod limits;
mod log;
mod mail;
mod outgoing;
mod parse;
mod passwords;
mod people;
pub mod sandbox;
mod secret_key;
mod secrets;
mod server;
mod setting;
mod signing_keys;
mod table;
mod twilio;
mod values;

#[cfg(test)]
mod tests;

use std::{collections::BTreeSet, fmt, fs, path::Path};

pub use api_keys::ApiKeys;
pub use clients::Clients;
pub use database::{Database, DatabaseUrl};
pub use env_example::env_example;
pub use files::{Files, S3};
pub use jobs::Jobs;
pub use limits::Limits;
pub use log::{Log, LogFormat};
pub use mail::{Mail, MailTls};
pub use outgoing::{Allowed, OutgoingRules};
pub use passwords::Passwords;
pub use people::{Links, Sessions, SignUp};
pub use sandbox::Sandbox;
pub use secret_key::{KeyFileError, SecretKey, is_open_to_others};
pub use secrets::Secrets;
pub use server::{Environment, Server, cores};
use setting::{About, Setting};
pub use signing_keys::SigningKeys;
pub use twilio::{Twilio, TwilioAccount};
use values::Values;
pub use values::{Origin, Shown};

/// Everything that can be set, one struct per concern.
#[derive(Clone, Debug)]
pub struct Config {
    pub server: Server,
    pub database: Database,
    pub secrets: Secrets,
    pub signing_keys: SigningKeys,
    pub mail: Mail,
    pub twilio: Twilio,
    /// `None`: off.
    pub sandbox: Option<Sandbox>,
    pub sign_up: SignUp,
    pub links: Links,
    pub sessions: Sessions,
    pub clients: Clients,
    pub limits: Limits,
    pub passwords: Passwords,
    pub api_keys: ApiKeys,
    pub jobs: Jobs,
    pub outgoing: OutgoingRules,
    pub files: Files,
    pub log: Log,
    shown: Vec<Shown>,
}

/// What is wrong with the settings, a line each.
#[derive(Debug)]
pub struct WrongSettings(pub Vec<String>);

impl fmt::Display for WrongSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for WrongSettings {}

impl Config {
    /// From the file named by `file` or else by `GANGWAY_CONFIG`, overlaid by the environment.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the environment"
    )]
    pub fn load(file: Option<&Path>) -> Result<Self, WrongSettings> {
        let mut values = Values::default();
        let named = std::env::var_os("GANGWAY_CONFIG").filter(|name| !name.is_empty());
        if let Some(path) = file.or(named.as_deref().map(Path::new)) {
            let text = fs::read_to_string(path).map_err(|error| {
                WrongSettings(vec![format!("{}: cannot be read: {error}", path.display())])
            })?;
            values.add_file(path, &text);
        }
        for (name, value) in std::env::vars_os() {
            if let Some(name) = name.to_str() {
                values.add_variable(name, value.to_str());
            }
        }
        Self::read(values)
    }

    /// From defaults and these variables alone.
    pub fn from_pairs(pairs: &[(&str, &str)]) -> Result<Self, WrongSettings> {
        let mut values = Values::default();
        for (name, value) in pairs {
            values.add_variable(name, Some(value));
        }
        Self::read(values)
    }

    /// Every setting with its value and where it comes from; secrets are masked.
    pub fn shown(&self) -> &[Shown] {
        &self.shown
    }

    /// The settings files that hold secrets.
    pub fn files_with_secrets(&self) -> BTreeSet<&str> {
        let secret = self.shown.iter().filter(|setting| setting.is_secret);
        secret
            .filter_map(|setting| match &setting.origin {
                Origin::File(name) => Some(name.as_str()),
                _ => None,
            })
            .collect()
    }

    /// Did anyone choose this setting's value?
    pub fn is_given(&self, name: &str) -> bool {
        self.shown
            .iter()
            .any(|setting| setting.name == name && setting.origin != Origin::Default)
    }

    fn read(mut values: Values) -> Result<Self, WrongSettings> {
        let config = Self::sections(&mut values);
        match config {
            Some(config) if !values.has_errors() => Ok(config),
            _ => Err(WrongSettings(values.into_errors())),
        }
    }

    fn sections(values: &mut Values) -> Option<Self> {
        let server = server::read(values);
        let database = database::read(values, server.as_ref());
        let secrets = secrets::read(values, server.as_ref());
        let signing_keys = signing_keys::read(values);
        let sandbox = sandbox::read(values, server.as_ref());
        let mail = mail::read(values, server.as_ref());
        let twilio = twilio::read(values, server.as_ref());
        let sign_up = people::sign_up(values);
        let links = people::links(values);
        let sessions = people::sessions(values);
        let clients = clients::clients(values);
        let limits = limits::read(values);
        let passwords = passwords::read(values);
        let api_keys = api_keys::read(values);
        let jobs = jobs::read(values);
        let outgoing = outgoing::read(values);
        let files = files::read(values, server.as_ref());
        let log = log::read(values);
        Some(Self {
            server: server?,
            database: database?,
            secrets: secrets?,
            signing_keys,
            mail: mail?,
            twilio: twilio?,
            sandbox,
            sign_up: sign_up?,
            links: links?,
            sessions: sessions?,
            clients: clients?,
            limits: limits?,
            passwords,
            api_keys: api_keys?,
            jobs: jobs?,
            outgoing,
            files: files?,
            log: log?,
            shown: values.shown(),
        })
    }
}

/// Does this host, by name or address, mean this machine?
pub fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let by_address = |ip: std::net::IpAddr| ip.to_canonical().is_loopback();
    bare == "localhost" || bare.ends_with(".localhost") || bare.parse().is_ok_and(by_address)
}
