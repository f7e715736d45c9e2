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
    /// Suspend a partner: its people and API keys are out at once, its clients' applications, its links and
    /// its mails, texts and imports that are under way stop; nothing is removed, and texts that come in are still kept
    Suspend(suspend::ById),
    /// Let a suspended partner go on as before
    Resume(suspend::ById),
}

impl Partner {
    pub async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let said = match self {
            Self::Create(create) => {
                // What was typed is looked at before anything is opened.
                let new = create.checked()?;
                preflight::with_context(config, async |ctx| create::make(ctx, new).await).await
            }
            Self::List => preflight::with_context(config, list::run).await,
            Self::Suspend(one) => {
                preflight::with_context(config, async |ctx| one.suspend(ctx).await).await
            }
            Self::Resume(one) => {
                preflight::with_context(config, async |ctx| one.resume(ctx).await).await
            }
        };
        super::print(&said?)?;
        Ok(ExitCode::SUCCESS)
    }
}
