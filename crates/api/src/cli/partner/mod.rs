mod create;
mod list;
mod suspend;

use std::process::ExitCode;

use crate::{cli::preflight, config::Config};

#[derive(Debug, clap::Subcommand)]
pub enum Partner {
    /// Make a partner with its owner
    Create(create::Create),
    /// List the partners with their ids
    List,
    /// Suspend a partner: its people and API keys are out at once, its clients' applications and all
    /// links stop; nothing is removed, and texts that come in are still kept
    Suspend(suspend::One),
    /// Let a suspended partner go on as before
    Resume(suspend::One),
}

impl Partner {
    pub async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let ctx = preflight::context(config).await?;
        let said = match self {
            Self::Create(create) => create.run(&ctx).await,
            Self::List => list::run(&ctx).await,
            Self::Suspend(one) => one.suspend(&ctx).await,
            Self::Resume(one) => one.resume(&ctx).await,
        };
        ctx.db.clone().close().await?;
        super::print(&said?)?;
        Ok(ExitCode::SUCCESS)
    }
}
