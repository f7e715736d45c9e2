//! Simulated providers beside the server, where the settings ask for them.

use super::Surroundings;
use crate::config::Config;
use crate::outgoing::Outgoing;
use anyhow::Context as _;
use gangway_sandbox::Sandbox;
use secrecy::ExposeSecret as _;
use std::sync::Arc;

/// Starts the sandbox and points the settings at it.
pub(super) fn start_sandbox(
    config: &mut Config,
    around: &Surroundings,
) -> anyhow::Result<Option<Sandbox>> {
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
