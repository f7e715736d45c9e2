use std::{fmt::Write as _, process::ExitCode};

use anyhow::Context as _;
use uuid::Uuid;

use super::preflight;
use crate::{
    config::Config,
    context::Context,
    jobs::{self, Listed},
};

/// Jobs listed at most, and signs of an error on a line.
const MOST: u64 = 1000;
const LONGEST_ERROR: usize = 120;

#[derive(Debug, clap::Subcommand)]
pub enum Jobs {
    /// List the jobs that are not done
    List(List),
    /// Try jobs again that were given up
    Retry(Retry),
    /// Take jobs out of the queue; one at work may still have its effect, once
    Cancel(Cancel),
}

#[derive(Debug, clap::Args)]
pub struct List {
    /// Only those in this state
    #[arg(long, value_parser = ["waiting", "running", "dead", "cancelled", "done"])]
    state: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct Retry {
    /// Ids, as listed
    #[arg(required_unless_present = "all")]
    ids: Vec<Uuid>,
    /// All that were given up
    #[arg(long, conflicts_with = "ids")]
    all: bool,
}

#[derive(Debug, clap::Args)]
pub struct Cancel {
    /// Ids, as listed
    #[arg(required = true)]
    ids: Vec<Uuid>,
}

impl Jobs {
    pub async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let work = async |ctx: &Context| match self {
            Self::List(list) => list.run(ctx).await,
            Self::Retry(retry) => retry.run(ctx).await,
            Self::Cancel(cancel) => cancel.run(ctx).await,
        };
        let (said, code) = preflight::with_context(config, work).await?;
        super::print(&said)?;
        Ok(code)
    }
}

type Said = anyhow::Result<(String, ExitCode)>;

impl List {
    async fn run(self, ctx: &Context) -> Said {
        let states = match &self.state {
            Some(state) => vec![state.as_str()],
            None => vec!["dead", "running", "waiting"],
        };
        let listed = jobs::list(ctx, &states, MOST).await?;
        Ok((table(&listed), ExitCode::SUCCESS))
    }
}

impl Retry {
    async fn run(self, ctx: &Context) -> Said {
        if self.all {
            let revived = jobs::retry_all(ctx).await.context("the queue")?;
            return Ok((
                format!("{revived} jobs will be tried again.\n"),
                ExitCode::SUCCESS,
            ));
        }
        let mut answers = Vec::new();
        for id in self.ids {
            answers.push((id, jobs::retry(ctx, id).await.context("the queue")?));
        }
        Ok(told(
            &answers,
            "will be tried again",
            "no job that was given up",
        ))
    }
}

impl Cancel {
    async fn run(self, ctx: &Context) -> Said {
        let mut answers = Vec::new();
        for id in self.ids {
            answers.push((id, jobs::cancel(ctx, id).await?));
        }
        Ok(told(&answers, "cancelled", "no job that is not done"))
    }
}

/// A line per job: id, kind, state, tries, when due, whose, what went wrong.
fn table(listed: &[Listed]) -> String {
    let mut text = String::new();
    for job in listed {
        let Listed {
            id,
            kind,
            state,
            attempts,
            partner,
            run_at,
            last_error,
        } = job;
        let due = run_at.format("%Y-%m-%dT%H:%M:%SZ");
        let partner = partner.map_or_else(|| "-".to_owned(), |partner| partner.to_string());
        let words = last_error.as_deref().unwrap_or_default();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let error: String = words.chars().take(LONGEST_ERROR).collect();
        let line =
            format!("{id}  {kind:<16}  {state:<9}  {attempts:>3}  {due}  {partner}  {error}");
        let _ = writeln!(text, "{}", line.trim_end());
    }
    if text.is_empty() {
        "No such jobs.\n".clone_into(&mut text);
    }
    text
}

fn told(answers: &[(Uuid, bool)], yes: &str, no: &str) -> (String, ExitCode) {
    let line = |(id, found): &(Uuid, bool)| format!("{id}: {}\n", if *found { yes } else { no });
    let code = if answers.iter().all(|(_, found)| *found) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    };
    (answers.iter().map(line).collect(), code)
}
