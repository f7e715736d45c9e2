use std::process::ExitCode;

use anyhow::Context as _;

use super::preflight;
use crate::{
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
        let checked = preflight::with_context(config, async |ctx| {
            events::verify(ctx)
                .await
                .context("the events cannot be read")
        });
        let checked = checked.await?;
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
    let listed: String = if heads {
        let lines = ends.iter().map(|(chain, last, hash)| {
            [chain.to_string(), last.to_string(), hash.clone()].join(" ")
        });
        lines.map(|line| line + "\n").collect()
    } else {
        String::new()
    };
    let chains = ends.len();
    match broken {
        None => format!("{listed}{events} events in {chains} chains: all as recorded.\n"),
        Some(broken) => format!("{listed}Broken after {events} events: {broken}.\n"),
    }
}
