use std::process::ExitCode;

use anyhow::{anyhow, bail};
use gangway_domain::values::EmailAddress;

use super::preflight;
use crate::{config::Config, context::Context, second_factor};

#[derive(Debug, clap::Subcommand)]
pub enum Person {
    /// Switch a person's second factor off, for someone who lost phone and recovery codes
    ResetSecondFactor(ResetSecondFactor),
}

impl Person {
    pub async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let Self::ResetSecondFactor(reset) = self;
        reset.run(config).await
    }
}

#[derive(Debug, clap::Args)]
pub struct ResetSecondFactor {
    /// Email address the person signs in with
    #[arg(long)]
    email: String,
}

impl ResetSecondFactor {
    async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let email = EmailAddress::parse(&self.email);
        let email = email.map_err(|wrong| anyhow!("--email: {}", wrong.message))?;
        preflight::with_context(config, async |ctx| reset(ctx, &email).await).await?;
        super::print(&format!("{email} signs in with the password alone now.\n"))?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn reset(ctx: &Context, email: &EmailAddress) -> anyhow::Result<()> {
    let was_on = second_factor::reset_by_operator(ctx, email).await;
    if was_on.map_err(|refusal| anyhow!("{}", refusal.detail()))? {
        return Ok(());
    }
    bail!("{email}: there is nobody with this address whose second factor is on")
}
