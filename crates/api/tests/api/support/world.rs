//! The server of a test and what surrounds it.

use super::contract;
use super::database;
use super::sites::Sites;
use chrono::{Datelike as _, Duration, NaiveDate, NaiveTime, Weekday};
use gangway::app::{Server, Surroundings};
use gangway::config::Config;
use gangway::context::{Chance as _, Context, HeldClock, MovableClock, OsChance};
use gangway::jobs;
use gangway::outgoing::Attempts;
use gangway_api_client::{Client, IdempotencyKey};
use gangway_sandbox::Sandbox;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

/// A running Gangway with no worker of its own: the test steps the jobs.
pub struct World {
    server: Option<Server>,
    clock: Arc<MovableClock>,
    attempts: Attempts,
    sites: Sites,
    settings: Vec<(String, String)>,
    beside: Option<Arc<Sandbox>>,
    callers: AtomicU32,
    _folder: TempDir,
}

impl World {
    /// Starts one with the sandbox on and sign-up open.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts one with more settings.
    pub async fn start_with(more: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = database::fresh(folder.path()).await;
        let data = folder.path().display().to_string();
        let mut settings = vec![
            ("GANGWAY_DATA_DIR", data.as_str()),
            ("DATABASE_URL", url.as_str()),
            ("GANGWAY_DATABASE_CONNECTIONS", "4"),
            ("GANGWAY_LISTEN", "127.0.0.1:0"),
            ("GANGWAY_METRICS_LISTEN", "127.0.0.1:0"),
            // Tests play the proxy, so that callers come from addresses of their own.
            ("GANGWAY_TRUSTED_PROXIES", "127.0.0.1"),
            ("GANGWAY_BASE_URL", "http://localhost:8080"),
            ("GANGWAY_SANDBOX", "on"),
            ("GANGWAY_SANDBOX_LISTEN", "127.0.0.1:0"),
            ("GANGWAY_SANDBOX_SMTP_LISTEN", "127.0.0.1:0"),
            ("GANGWAY_SIGN_UP", "open"),
            ("GANGWAY_JOB_WORKERS", "0"),
            ("GANGWAY_WORKERS", "2"),
        ];
        for (name, value) in more {
            settings.retain(|(known, _)| known != name);
            settings.push((name, value));
        }
        let settings = settings
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let mut world = Self {
            server: None,
            clock: Arc::new(MovableClock::default()),
            attempts: Attempts::kept(),
            sites: Sites::default(),
            settings,
            beside: None,
            callers: AtomicU32::new(0),
            _folder: folder,
        };
        world.boot().await;
        world
    }

    /// Starts one whose providers live on when it ends: the settings of the sandbox point there.
    pub async fn start_beside(sandbox: &Arc<Sandbox>) -> Self {
        Self::start_on_wire(sandbox, sandbox.smtp_addr(), &[]).await
    }

    /// As before, with mails going over a wire of the test's, and more settings.
    pub async fn start_on_wire(
        sandbox: &Arc<Sandbox>,
        smtp: std::net::SocketAddr,
        more: &[(&str, &str)],
    ) -> Self {
        let twilio = sandbox.http_base();
        let account = gangway_sandbox::Options::default();
        let (host, port) = (smtp.ip().to_string(), smtp.port().to_string());
        let mut settings = vec![
            ("GANGWAY_SANDBOX", "off"),
            ("GANGWAY_TWILIO_BASE_URL", &twilio),
            ("GANGWAY_TWILIO_ACCOUNT_SID", &account.account_sid),
            ("GANGWAY_TWILIO_AUTH_TOKEN", &account.auth_token),
            ("GANGWAY_SMTP_HOST", &host),
            ("GANGWAY_SMTP_PORT", &port),
            ("GANGWAY_SMTP_TLS", "none"),
        ];
        settings.extend_from_slice(more);
        let mut world = Self::start_with(&settings).await;
        world.beside = Some(Arc::clone(sandbox));
        world
    }

    /// The settings, for another process on the same data.
    pub fn settings(&self) -> &[(String, String)] {
        &self.settings
    }

    /// The settings of another process on the same data; of two values of a setting the later counts.
    pub fn settings_beside<'a>(&'a self, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let own = self
            .settings
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        own.chain(more.iter().copied()).collect()
    }

    /// Whether it is on PostgreSQL; also while it is paused.
    pub fn is_on_postgres(&self) -> bool {
        self.database_url().starts_with("postgres")
    }

    /// The URL of the database.
    pub fn database_url(&self) -> &str {
        let named = |(name, _): &&(String, String)| name == "DATABASE_URL";
        &self.settings.iter().find(named).expect("a database").1
    }

    /// Leaves the data alone for a while: no server runs on it.
    pub async fn pause(&mut self) {
        self.server.take().expect("runs").stop().await;
    }

    /// Starts the server again on the same database.
    pub async fn resume(&mut self) {
        self.boot().await;
    }

    fn config(&self) -> Config {
        let pairs: Vec<(&str, &str)> = self
            .settings
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        Config::from_pairs(&pairs).expect("settings")
    }

    fn around(&self) -> Surroundings {
        Surroundings {
            clock: self.clock.clone(),
            attempts: self.attempts.clone(),
            roads: Some(Arc::new(self.sites.clone())),
            ..Surroundings::default()
        }
    }

    async fn boot(&mut self) {
        let started = Server::start_in(self.config(), self.around()).await;
        self.server = Some(started.expect("a server"));
    }

    /// Stops the server and starts it again on the same database.
    pub async fn restart(&mut self) {
        self.server.take().expect("runs").stop().await;
        self.boot().await;
    }

    /// Sets a setting for the next start.
    pub fn set(&mut self, name: &str, value: &str) {
        self.settings.retain(|(known, _)| known != name);
        self.settings.push((name.to_owned(), value.to_owned()));
    }

    /// A second instance on the same database, with the same clock.
    pub async fn second_instance(&self) -> Server {
        Server::start_in(self.config(), self.around())
            .await
            .expect("a server")
    }

    /// The running server.
    pub fn server(&self) -> &Server {
        self.server.as_ref().expect("runs")
    }

    /// What its handlers are given.
    pub fn context(&self) -> &Context {
        self.server().context()
    }

    /// The played providers.
    pub fn sandbox(&self) -> &Sandbox {
        let own = || self.server().sandbox().expect("the sandbox is on");
        self.beside.as_deref().unwrap_or_else(own)
    }

    /// Where outgoing connections went.
    pub fn attempts(&self) -> &Attempts {
        &self.attempts
    }

    /// The web sites there are: none but what the test makes.
    pub fn sites(&self) -> &Sites {
        &self.sites
    }

    /// Its address, `http://127.0.0.1:port`.
    pub fn base(&self) -> String {
        format!("http://{}", self.server().addr())
    }

    /// A client that is not signed in, from an address of its own. Every answer it sees is checked
    /// against the contract.
    pub fn client(&self) -> Client {
        self.client_from(&self.new_address())
    }

    /// A client that comes through the proxy from an address.
    pub fn client_from(&self, address: &str) -> Client {
        self.client_without_proxy()
            .with_header("x-forwarded-for", address)
    }

    /// A client whose address is that of the connection.
    pub fn client_without_proxy(&self) -> Client {
        Client::new(&self.base()).observed(contract::check)
    }

    /// An address nobody came from yet.
    pub fn new_address(&self) -> String {
        let number = self.callers.fetch_add(1, Ordering::Relaxed);
        let first = u32::from(Ipv4Addr::new(198, 18, 0, 1));
        Ipv4Addr::from(first + number).to_string()
    }

    /// A plain HTTP client, for requests no honest client sends.
    #[expect(clippy::disallowed_methods, reason = "calls Gangway itself, in a test")]
    pub fn http(&self) -> reqwest::Client {
        reqwest::Client::new()
    }

    /// Moves the clock.
    pub fn advance(&self, by: Duration) {
        self.clock.advance(by);
    }

    /// Moves the clock ahead to the next noon (UTC) of such a day.
    pub fn advance_to_noon(&self, day: Weekday) {
        let now = self.context().now();
        let noon = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc() + Duration::hours(12);
        let days = now.date_naive().iter_days();
        let next = days
            .filter(|date| date.weekday() == day)
            .map(noon)
            .find(|noon| *noon > now);
        self.advance(next.expect("weeks go on") - now);
    }

    /// Stops the clock until what this returns is dropped; it can still be moved.
    pub fn hold_clock(&self) -> HeldClock<'_> {
        self.clock.hold()
    }

    /// Runs the jobs that are due until none is left.
    ///
    /// The clock stands still meanwhile: a job that is put off is not done again in the same turn,
    /// however soon its next try is and however slow the machine.
    pub async fn run_jobs(&self) -> usize {
        let _held = self.clock.hold();
        jobs::run_until_idle(self.context())
            .await
            .expect("jobs run")
    }

    /// Runs the jobs, then gives the newest mail to an address.
    pub async fn mail_to(&self, address: &str) -> gangway_sandbox::Mail {
        self.run_jobs().await;
        let mails = self.sandbox().mailbox().to(address);
        mails
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("no mail to {address}"))
    }
}

/// A new Idempotency-Key.
pub fn key() -> IdempotencyKey {
    let mut random = [0; 16];
    OsChance::new().fill(&mut random);
    IdempotencyKey::new(gangway::keys::hex(&random))
}

/// The token of the one link in a mail.
pub fn token_of(mail: &gangway_sandbox::Mail) -> String {
    let link = mail
        .links
        .iter()
        .find(|link| link.contains('#'))
        .expect("a link with a token");
    link.split_once('#').expect("a token").1.to_owned()
}
