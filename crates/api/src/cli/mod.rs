//! The command line: serve, migrate, openapi, settings, partner create, list,
//! suspend and resume, person reset-second-factor, jobs, doctor, verify.

mod doctor;
mod jobs;
mod migrate;
mod openapi;
mod partner;
mod person;
mod preflight;
mod serve;
mod signals;
mod verify;

#[cfg(test)]
mod tests;

use std::{
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
    time::Duration,
};

use anyhow::Context as _;
use clap::{Parser, Subcommand};

use crate::{
    config::{Config, WrongSettings, env_example},
    outgoing,
    telemetry::{self, LogTo},
};

/// Threads that were told to stop get this long when the process ends.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// Gangway brings companies on board.
#[derive(Debug, Parser)]
#[command(name = "gangway", version)]
struct Arguments {
    /// Settings file (TOML); the environment wins over it
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server until it is told to stop
    Serve(serve::Serve),
    /// Bring the database to the newest schema
    Migrate,
    /// Print the API's contract, openapi.yaml
    Openapi(openapi::Openapi),
    /// Print every setting with its meaning and default, as in .env.example
    Settings,
    /// Make partners, list them, suspend them
    #[command(subcommand)]
    Partner(partner::Partner),
    /// See the queue of jobs, try some again, take some out
    #[command(subcommand)]
    Jobs(jobs::Jobs),
    /// Help people who cannot get in
    #[command(subcommand)]
    Person(person::Person),
    /// Check settings, database, mail and providers, and say what to do
    Doctor,
    /// Check that the events are as they were recorded; ends with 1 where they are not
    Verify(verify::Verify),
}

/// Runs the command of this process. Failures are told on standard error, a line each.
pub fn main() -> ExitCode {
    outgoing::install_crypto();
    let arguments = Arguments::parse();
    match run(arguments) {
        Ok(code) => code,
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let load = || Config::load(arguments.config.as_deref());
    match arguments.command {
        Command::Openapi(openapi) => openapi.run().map(|()| ExitCode::SUCCESS),
        Command::Settings => print(&env_example()).map(|()| ExitCode::SUCCESS),
        Command::Doctor => wait(doctor::run(load())),
        Command::Serve(serve) => {
            let config = load()?;
            telemetry::init(&config.log, LogTo::Stdout);
            wait(serve.run(config))
        }
        Command::Migrate => wait(migrate::run(quiet(load()?))),
        Command::Jobs(jobs) => wait(jobs.run(quiet(load()?))),
        Command::Verify(verify) => wait(verify.run(quiet(load()?))),
        Command::Partner(partner) => wait(partner.run(quiet(load()?))),
        Command::Person(person) => wait(person.run(quiet(load()?))),
    }
}

/// Commands that answer on standard output log to standard error, and only what went wrong.
fn quiet(mut config: Config) -> Config {
    if !config.is_given("GANGWAY_LOG") {
        "warn".clone_into(&mut config.log.filter);
    }
    telemetry::init(&config.log, LogTo::Stderr);
    config
}

fn wait(command: impl Future<Output = anyhow::Result<ExitCode>>) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("no threads")?;
    let code = runtime.block_on(command);
    runtime.shutdown_timeout(LAST_WORDS);
    code
}

/// Writes to standard output. A reader that went away is no failure.
fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("standard output"),
    }
}

/// One line per wrong setting, or one with the whole chain of causes.
fn complain(error: &anyhow::Error) {
    let lines = match error.downcast_ref::<WrongSettings>() {
        Some(wrong) => wrong.0.clone(),
        None => vec![one_line(error)],
    };
    let mut out = io::stderr().lock();
    for line in lines {
        // Nobody is left to tell when this fails.
        drop(writeln!(out, "gangway: {line}"));
    }
}

/// The chain of causes, without repeating a cause that the line before quotes.
fn one_line(error: &anyhow::Error) -> String {
    let mut line = String::new();
    for cause in error.chain() {
        let words = cause
            .to_string()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        if line.is_empty() {
            line = words;
        } else if !line.contains(&words) {
            line = format!("{line}: {words}");
        }
    }
    line
}
