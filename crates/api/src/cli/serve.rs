use std::{process::ExitCode, time::Duration};

use anyhow::bail;

use super::{
    preflight,
    signals::{Signals, Told},
};
use crate::{app::Server, config::Config, demo, first_set_up};

/// At most so long a load balancer has to notice that the server is no longer ready.
const GRACE: Duration = Duration::from_secs(5);
/// What stopping may take beyond the time of the requests at work.
const LEEWAY: Duration = Duration::from_secs(5);

#[derive(Debug, clap::Args)]
pub struct Serve {
    /// Make a demo partner to sign in with; needs the sandbox
    #[arg(long)]
    demo: bool,
}

impl Serve {
    pub async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        if self.demo && config.sandbox.is_none() {
            bail!("--demo makes a partner with a known password: it needs GANGWAY_SANDBOX=on");
        }
        preflight::check(&config).await?;
        let mut signals = Signals::listen()?;
        let shutdown = config.server.shutdown;
        let server = tokio::select! {
            started = Server::start(config) => started?,
            _ = signals.next() => return Ok(ExitCode::FAILURE),
        };
        if self.demo {
            demo::make(server.context()).await?;
        }
        let set_up = first_set_up::offer(server.context()).await?;
        super::print(&welcome(&server, self.demo, set_up))?;
        tracing::info!(addr = %server.addr(), "serving");
        let told = signals.next().await;
        tracing::info!(?told, "stopping");
        tokio::select! {
            stopped = tokio::time::timeout(shutdown + LEEWAY, stop(server, told, shutdown)) => {
                Ok(if stopped.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
            }
            _ = signals.next() => {
                tracing::warn!("told twice: stopping at once");
                Ok(ExitCode::FAILURE)
            }
        }
    }
}

/// Not ready first; a while later, no new connections; then the rest comes to its end. A person at
/// the keyboard has no load balancer to wait for.
async fn stop(server: Server, told: Told, shutdown: Duration) {
    server.drain();
    if told == Told::Terminate {
        tokio::time::sleep(GRACE.min(shutdown / 6)).await;
    }
    server.stop().await;
    tracing::info!("stopped");
}

/// Where it is, and what one can do there.
fn welcome(server: &Server, demo: bool, set_up: Option<String>) -> String {
    let config = &server.context().config;
    let mut lines = vec![format!("Gangway       {}", config.server.url("/"))];
    if let Some(sandbox) = &config.sandbox {
        let page = format!("http://{}", sandbox.listen);
        lines.push(format!(
            "Sandbox       {page} (mails and texts that were sent)"
        ));
    }
    if demo {
        let (email, password) = (demo::EMAIL, demo::PASSWORD);
        lines.push(format!("Sign in as    {email} with {password:?}"));
        lines.push(
            "Try           invite a client, open its mail in the sandbox, follow the link".into(),
        );
    }
    if let Some(link) = set_up {
        lines.push(format!(
            "Set up        {link} (makes the first account, once)"
        ));
    }
    lines.join("\n") + "\n"
}
