//! Builds the server from its settings. Production and tests start the same one.

use crate::blocklist::Blocklist;
use crate::config::{Config, SecretKey, TwilioAccount};
use crate::context::{Chance, Clock, Context, OsChance, Parts, SystemClock};
use crate::db::Database;
use crate::health::{Heartbeat, Readiness};
use crate::installation::CallWriter;
use crate::jobs::{self, Worker};
use crate::keys::Keys;
use crate::limits::KeyRequests;
use crate::mail::{Mailer, Settings as MailSettings, Tls};
use crate::middleware::Door;
use crate::outgoing::{Attempts, Bounds, Outgoing, Roads};
use crate::passwords::Hasher;
use crate::stream::{Carrier, Streams};
use crate::telemetry::metrics::{self, MetricsServer};
use crate::{
    account, api_keys, application, assets, availability, clients, consent, contract, events,
    extract, fallback, first_set_up, health, installation, invites, limits, mails, onboarding,
    outgoing, partners, problems, second_factor, settings, sign_in, stream, team, texting, tokens,
};
use actix_web::dev::{Server as ActixServer, ServerHandle};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Data, PayloadConfig};
use actix_web::{App, HttpServer};
use anyhow::Context as _;
use gangway_sandbox::Sandbox;
use secrecy::ExposeSecret as _;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinHandle;
use utoipa_actix_web::AppExt as _;
use utoipa_actix_web::service_config::ServiceConfig;

/// Bytes of a JSON body at most.
const BODY_LIMIT: usize = 256 * 1024;

/// What tests put in place of the real thing.
#[derive(Clone)]
pub struct Surroundings {
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of randomness.
    pub chance: Arc<dyn Chance>,
    /// Where outgoing connections are noted.
    pub attempts: Attempts,
    /// How web sites are reached; none for the internet.
    pub roads: Option<Arc<dyn Roads>>,
}

impl Default for Surroundings {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            chance: Arc::new(OsChance::new()),
            attempts: Attempts::counted(),
            roads: None,
        }
    }
}

/// A running server.
pub struct Server {
    ctx: Context,
    addr: SocketAddr,
    handle: ServerHandle,
    running: JoinHandle<std::io::Result<()>>,
    readiness: Data<Readiness>,
    worker: Worker,
    carrier: Carrier,
    call_writer: CallWriter,
    metrics: Option<MetricsServer>,
    sandbox: Option<Sandbox>,
}

impl Server {
    /// Starts the server of the settings.
    pub async fn start(config: Config) -> anyhow::Result<Self> {
        Self::start_in(config, Surroundings::default()).await
    }

    /// Starts it with another clock or source of randomness.
    pub async fn start_in(mut config: Config, around: Surroundings) -> anyhow::Result<Self> {
        outgoing::install_crypto();
        tokens::install_crypto();
        metrics::install();
        let listener = TcpListener::bind(config.server.listen)
            .with_context(|| format!("cannot listen on {}", config.server.listen))?;
        let addr = listener.local_addr()?;
        config.server.listens_at(addr);
        let sandbox = start_sandbox(&mut config, &around)?;
        let ctx = context(config, around).await?;
        if ctx.config.database.migrate_at_start {
            ctx.db
                .migrate()
                .await
                .context("the database cannot be migrated")?;
        } else if ctx.db.pending_migrations().await? > 0 {
            anyhow::bail!("the database is not up to date: run gangway migrate first");
        }
        jobs::schedule_pruning(&ctx).await?;
        texting::schedule_hooks(&ctx).await?;
        let heartbeat = Heartbeat::default();
        let readiness = Data::new(readiness(&ctx, heartbeat.clone()));
        let worker = Worker::start(&ctx, ctx.config.jobs.workers, heartbeat);
        let carrier = Carrier::start(&ctx);
        let call_writer = CallWriter::start(&ctx);
        let metrics = match ctx.config.server.metrics_listen {
            Some(listen) => Some(
                MetricsServer::start(listen)
                    .with_context(|| format!("cannot listen on {listen} for metrics"))?,
            ),
            None => None,
        };
        let server = http_server(&ctx, &readiness, listener)?;
        let handle = server.handle();
        let running = tokio::spawn(server);
        Ok(Self {
            ctx,
            addr,
            handle,
            running,
            readiness,
            worker,
            carrier,
            call_writer,
            metrics,
            sandbox,
        })
    }

    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// What its handlers are given.
    pub fn context(&self) -> &Context {
        &self.ctx
    }

    /// The sandbox beside it.
    pub fn sandbox(&self) -> Option<&Sandbox> {
        self.sandbox.as_ref()
    }

    /// Where metrics are served.
    pub fn metrics_addr(&self) -> Option<SocketAddr> {
        self.metrics.as_ref().map(|metrics| metrics.addr)
    }

    /// Turns readiness off, so that a load balancer looks elsewhere.
    pub fn drain(&self) {
        self.readiness.drain();
    }

    /// Stops: no new connections, streams end, requests at work come to their end and what they left
    /// behind is written, jobs are given back.
    pub async fn stop(self) {
        self.readiness.drain();
        self.carrier.stop(&self.ctx).await;
        self.handle.stop(true).await;
        self.call_writer.stop(&self.ctx).await;
        self.worker.stop(self.ctx.config.server.shutdown).await;
        if let Some(metrics) = self.metrics {
            metrics.stop().await;
        }
        if let Some(sandbox) = self.sandbox {
            sandbox.stop().await;
        }
        if let Ok(Err(error)) = self.running.await {
            tracing::error!("the server ended with an error: {error}");
        }
        if let Err(error) = self.ctx.db.clone().close().await {
            tracing::warn!("the database was not closed: {error}");
        }
    }
}

/// The context without a server, for the command line and for tests.
pub async fn context(config: Config, around: Surroundings) -> anyhow::Result<Context> {
    let secret = config.secrets.load_or_make()?;
    let signing = &config.signing_keys;
    let keys = Keys::derive(secret.bytes()).signing_by(
        signing.current.as_ref().map(SecretKey::bytes),
        signing.previous.as_ref().map(SecretKey::bytes),
    );
    let blocklist = blocklist(&config).await?;
    let db = Database::open(&config)
        .await
        .context("the database cannot be opened")?;
    let outgoing = match around.roads {
        Some(roads) => Outgoing::on_roads(&config, around.attempts, roads, Bounds::default())?,
        None => Outgoing::new(&config, around.attempts)?,
    };
    let twilio = match &config.twilio.account {
        Some(account) => Some(twilio_client(&config, account, &outgoing)?),
        None => None,
    };
    let mailer = Mailer::new(&mail_settings(&config))?;
    let hasher = Hasher::new(around.chance.as_ref())?;
    Ok(Context::new(Parts {
        config,
        db,
        clock: around.clock,
        chance: around.chance,
        keys,
        hasher,
        mailer,
        outgoing,
        twilio,
        blocklist,
        key_requests: KeyRequests::default(),
        job_bell: tokio::sync::Notify::new(),
        desk: jobs::Desk::default(),
        streams: Streams::default(),
        recent_widgets: application::RecentWidgets::default(),
        calls: installation::Calls::default(),
    }))
}

/// Opens the list of stolen passwords; the first time that reads the whole of it.
async fn blocklist(config: &Config) -> anyhow::Result<Option<Blocklist>> {
    let Some(list) = config.passwords.blocklist.clone() else {
        return Ok(None);
    };
    let data_dir = config.server.data_dir.clone();
    let opened = tokio::task::spawn_blocking(move || Blocklist::open(&list, &data_dir));
    opened.await?.map(Some)
}

/// Every route with its description. Also what the contract is written from.
pub fn routes(cfg: &mut ServiceConfig<'_>) {
    cfg.service(health::healthz).service(health::readyz);
    // Routes are looked through in this order: first what is asked for most.
    application::visitor_routes(cfg);
    cfg.service(settings::read_public_settings);
    first_set_up::routes(cfg);
    sign_in::routes(cfg);
    second_factor::routes(cfg);
    account::routes(cfg);
    partners::routes(cfg);
    team::routes(cfg);
    invites::routes(cfg);
    clients::routes(cfg);
    onboarding::routes(cfg);
    texting::routes(cfg);
    consent::routes(cfg);
    application::routes(cfg);
    installation::routes(cfg);
    availability::routes(cfg);
    mails::routes(cfg);
    events::routes(cfg);
    api_keys::routes(cfg);
    stream::routes(cfg);
}

fn http_server(
    ctx: &Context,
    readiness: &Data<Readiness>,
    listener: TcpListener,
) -> anyhow::Result<ActixServer> {
    let (data, readiness) = (Data::new(ctx.clone()), readiness.clone());
    let door = Door::new(&ctx.config);
    let server = HttpServer::new(move || {
        App::new()
            .app_data(data.clone())
            .app_data(readiness.clone())
            .app_data(PayloadConfig::new(BODY_LIMIT))
            .wrap(from_fn(extract::identify))
            .wrap(from_fn(limits::slow_down_unknown_links))
            .wrap(from_fn(events::note_origin))
            .wrap(Compress::default())
            .wrap(door)
            .into_utoipa_app()
            .configure(routes)
            .into_app()
            .configure(contract::routes)
            .configure(problems::routes)
            .configure(assets::routes)
            .default_service(web::to(fallback::fallback))
    })
    .workers(ctx.config.server.workers)
    .disable_signals()
    // Longer than proxies and clients keep a connection, so that none is closed under a request.
    .keep_alive(Duration::from_secs(75))
    .client_request_timeout(Duration::from_secs(30))
    .client_disconnect_timeout(Duration::from_secs(5))
    .shutdown_timeout(ctx.config.server.shutdown.as_secs())
    .listen(listener)?
    .run();
    Ok(server)
}

fn readiness(ctx: &Context, heartbeat: Heartbeat) -> Readiness {
    let (write, migrated) = (ctx.clone(), ctx.clone());
    let works = ctx.config.jobs.workers > 0;
    Readiness::new(
        Box::new(move || {
            let ctx = write.clone();
            Box::pin(async move {
                ctx.db
                    .beat(ctx.now())
                    .await
                    .map_err(|error| error.to_string())
            })
        }),
        Box::new(move || {
            let ctx = migrated.clone();
            Box::pin(async move {
                match ctx.db.pending_migrations().await {
                    Ok(0) => Ok(()),
                    Ok(pending) => Err(format!("{pending} migrations are pending")),
                    Err(error) => Err(error.to_string()),
                }
            })
        }),
        works.then_some(heartbeat),
        ctx.config.server.data_dir.clone(),
    )
}

fn start_sandbox(config: &mut Config, around: &Surroundings) -> anyhow::Result<Option<Sandbox>> {
    let (Some(listens), Some(account)) = (&config.sandbox, &config.twilio.account) else {
        return Ok(None);
    };
    let http = Outgoing::new(config, around.attempts.clone())?.provider_client();
    let clock = Arc::clone(&around.clock);
    let options = gangway_sandbox::Options {
        http_addr: listens.listen,
        smtp_addr: listens.smtp_listen,
        account_sid: account.sid.clone(),
        auth_token: account.auth_token.expose_secret().to_owned(),
        http: Some(http),
        clock: Arc::new(move || clock.now()),
        product: Some(config.server.url("")),
        kept_in: Some(config.server.data_dir.join("sandbox.json")),
        ..gangway_sandbox::Options::default()
    };
    let sandbox = Sandbox::start(options)
        .with_context(|| format!("the sandbox cannot listen on {}", listens.listen))?;
    config.sandbox_listens(sandbox.http_addr(), sandbox.smtp_addr());
    Ok(Some(sandbox))
}

/// Calls Twilio as this account.
pub(crate) fn twilio_client(
    config: &Config,
    account: &TwilioAccount,
    outgoing: &Outgoing,
) -> anyhow::Result<gangway_twilio::Client> {
    let auth = match &account.api_key {
        Some((sid, secret)) => gangway_twilio::Auth::api_key(sid.clone(), secret.clone()),
        None => gangway_twilio::Auth::token(account.sid.clone(), account.auth_token.clone()),
    };
    let base = config.twilio.base_url.clone();
    Ok(gangway_twilio::Client::new(
        outgoing.provider_client(),
        base,
        account.sid.clone(),
        auth,
    )?)
}

fn mail_settings(config: &Config) -> MailSettings {
    let mail = &config.mail;
    let (user, password) = mail.login.clone().unzip();
    MailSettings {
        host: mail.host.clone(),
        port: mail.port,
        tls: match mail.tls {
            crate::config::MailTls::None => Tls::None,
            crate::config::MailTls::Starttls => Tls::Starttls,
            crate::config::MailTls::Tls => Tls::Tls,
        },
        user,
        password,
        sender_address: mail.sender.email.to_string(),
        sender_name: mail
            .sender
            .name
            .clone()
            .unwrap_or_else(|| "Gangway".to_owned()),
        timeout: Duration::from_secs(30),
    }
}
