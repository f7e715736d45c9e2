use super::{Fail, Fine, Found, PATIENCE, Warn};
use crate::{
    app,
    cli::one_line,
    config::{Config, TwilioAccount},
    outgoing::{Attempts, Outgoing},
};

/// Signs in at Twilio; buys and sends nothing.
pub async fn check(config: &Config) -> Found {
    let Some(account) = &config.twilio.account else {
        return Warn("not set up: clients can skip Enable SMS; see GANGWAY_TWILIO_*".into());
    };
    let base = config.twilio.base_url.as_str();
    match tokio::time::timeout(PATIENCE, credentials(config, account)).await {
        Ok(Ok(())) => Fine(format!("{base} accepts the credentials")),
        _ if config.sandbox.is_some() => Warn(format!(
            "{base} does not answer; the sandbox answers while gangway serve runs"
        )),
        Ok(Err(error)) => Fail(format!("{base}: {}", one_line(&error))),
        Err(_) => Fail(format!("{base} does not answer")),
    }
}

async fn credentials(config: &Config, account: &TwilioAccount) -> anyhow::Result<()> {
    let outgoing = Outgoing::new(config, Attempts::counted())?;
    app::twilio_client(config, account, &outgoing)?
        .check_credentials()
        .await?;
    Ok(())
}
