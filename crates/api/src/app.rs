//! Builds the server from its settings. Production and tests start the same one.

mod parts;
mod readiness;
mod routes;
mod simulated;
mod surroundings;

pub use parts::context;
pub(crate) use parts::twilio_client;
pub use routes::routes;
pub use surroundings::Surroundings;

use crate::config::Config;
use crate::context::Context;
use crate::health::{Heartbeat, Readiness};
use crate::installation::CallWriter;
use crate::jobs::{self, Worker};
use crate::stream::Carrier;
use crate::telemetry::metrics::{self, MetricsServer};
use crate::{files, installation, outgoing, texting, tokens};
use actix_web::dev::ServerHandle;
use actix_web::web::Data;
use anyhow::Context as _;
use gangway_sandbox::Sandbox;
use readiness::readiness;
use routes::http_server;
use simulated::start_sandbox;
use std::net::{SocketAddr, TcpListener};
use tokio::task::JoinHandle;

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
        files::schedule_sweep(&ctx).await?;
        texting::schedule_hooks(&ctx).await?;
        texting::schedule_catching_up(&ctx).await?;
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
        // A connection of PostgreSQL's ends with the thread that opened it, even while it writes: what has
        // come by now is written while those threads are there, the rest by connections of its own.
        installation::write_calls(&self.ctx).await;
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
