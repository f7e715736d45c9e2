use std::{process::ExitCode, time::Duration};

use anyhow::bail;

use super::{
    preflight,
    signals::{Signals, Told},
};
use crate::{app::Server, config::Config, demo, first_set_up};

/// At most so long a load balancer has to notice that the server is no longer ready.
const GRACE: Duration = Duration::from_secs(5);
/// The phone of the demo's customer, of a range kept free for fiction.
const CUSTOMER: &str = "+15105550142";
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
        let demo = if self.demo {
            tell_about_demo(&server).await?
        } else {
            Vec::new()
        };
        let set_up = first_set_up::offer(server.context()).await?;
        super::print(&welcome(&server, demo, set_up))?;
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

/// Makes the demo and shows it in the sandbox; answers with what to say about it.
async fn tell_about_demo(server: &Server) -> anyhow::Result<Vec<String>> {
    let ctx = server.context();
    let client = demo::make(ctx).await?;
    let (email, password) = (demo::EMAIL, demo::PASSWORD);
    let mut lines = vec![format!("Sign in as    {email} with {password:?}")];
    if let (Some(client), Some(sandbox)) = (client, server.sandbox()) {
        let (base, email) = (sandbox.http_base(), demo::CLIENT_EMAIL);
        sandbox.list_site(&client.application_key, &client.company);
        lines.push(format!("Client        {email} with the same password"));
        lines.push(format!(
            "Web site      {}/site/{} (the client's, with the code on it)",
            sandbox.site_base(),
            client.application_key
        ));
        if let Some(number) = demo::number(ctx, &client).await? {
            sandbox.name_contact(&number, &client.company);
            lines.push(format!(
                "Phone         {base}/phones/{CUSTOMER}/{number} (a customer's, to text with the client)"
            ));
        }
    }
    lines.push(
        "Try           text the client as a customer, or invite a client and follow the link in its mail"
            .into(),
    );
    Ok(lines)
}

/// Where it is, and what one can do there.
fn welcome(server: &Server, demo: Vec<String>, set_up: Option<String>) -> String {
    let config = &server.context().config;
    let mut lines = vec![format!("Gangway       {}", config.server.url("/"))];
    if let Some(sandbox) = &config.sandbox {
        let page = sandbox.address();
        lines.push(format!(
            "Sandbox       {page} (mails and texts that were sent)"
        ));
    }
    lines.extend(demo);
    if let Some(link) = set_up {
        lines.push(format!(
            "Set up        {link} (makes the first account, once)"
        ));
    }
    lines.join("\n") + "\n"
}
