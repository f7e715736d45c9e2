use std::process::ExitCode;

use anyhow::{Context as _, bail};

use super::preflight;
use crate::{
    app::{self, Surroundings},
    config::Config,
    events::{self, Checked},
};

#[derive(Debug, clap::Args)]
pub struct Verify {
    /// Print where each chain ends as well: kept elsewhere, it shows later that nothing before was
    /// written anew
    #[arg(long)]
    heads: bool,
}

impl Verify {
    pub async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        preflight::check(&config).await?;
        let ctx = app::context(config, Surroundings::default()).await?;
        if ctx.db.pending_migrations().await? > 0 {
            bail!("the database is not up to date: run gangway migrate first");
        }
        let checked = events::verify(&ctx)
            .await
            .context("the events cannot be read")?;
        ctx.db.clone().close().await?;
        super::print(&told(&checked, self.heads))?;
        Ok(match checked.broken {
            None => ExitCode::SUCCESS,
            Some(_) => ExitCode::FAILURE,
        })
    }
}

fn told(checked: &Checked, heads: bool) -> String {
    let Checked {
        heads: ends,
        events,
        broken,
    } = checked;
    let mut text = String::new();
    if heads {
        for (chain, last, hash) in ends {
            text += &format!("{chain} {last} {hash}\n");
        }
    }
    text += &match broken {
        None => format!(
            "{events} events in {} chains: all as recorded.\n",
            ends.len()
        ),
        Some(broken) => format!("Broken after {events} events: {broken}.\n"),
    };
    text
}
