//! `gangway doctor`: a line per check, with what to do.

mod database;
mod mail;
mod storage;
mod twilio;

use std::{path::Path, process::ExitCode, time::Duration};

use super::preflight;
use crate::{
    config::{Allowed, Config, Shown, WrongSettings, is_open_to_others},
    context::SystemClock,
    health::free_bytes,
};

const PATIENCE: Duration = Duration::from_secs(10);
const MANY_BYTES: u64 = 1 << 30;
const FEW_BYTES: u64 = 100 << 20;

/// What a check found.
pub(super) enum Found {
    Fine(String),
    /// Works, or is left out, and someone should know.
    Warn(String),
    Fail(String),
}

use Found::{Fail, Fine, Warn};

pub async fn run(config: Result<Config, WrongSettings>) -> anyhow::Result<ExitCode> {
    let config = match config {
        Ok(config) => config,
        Err(wrong) => {
            let lines = wrong
                .0
                .into_iter()
                .map(|line| line_of("settings", &Fail(line)));
            super::print(&lines.collect::<String>())?;
            return Ok(ExitCode::FAILURE);
        }
    };
    super::print(&config.shown().iter().map(shown).collect::<String>())?;
    super::print("\n")?;
    let checks = [
        ("settings", Fine("all readable".into())),
        ("clock", clock()),
        ("disk", disk(&config)),
        ("secret key", secret_key(&config)),
        ("files", files(&config)),
        ("database", database::check(&config).await),
        ("mail", mail::check(&config).await),
        ("storage", storage::check(&config).await),
        ("twilio", twilio::check(&config).await),
        ("outgoing", outgoing(&config)),
        ("sandbox", sandbox(&config)),
    ];
    super::print(
        &checks
            .iter()
            .map(|(name, found)| line_of(name, found))
            .collect::<String>(),
    )?;
    let failed = checks.iter().any(|(_, found)| matches!(found, Fail(_)));
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn shown(setting: &Shown) -> String {
    let value = if setting.value.is_empty() {
        "(not set)"
    } else {
        &setting.value
    };
    format!("{} = {value}  [{}]\n", setting.name, setting.origin)
}

fn line_of(name: &str, found: &Found) -> String {
    let (word, text) = match found {
        Fine(text) => ("ok", text),
        Warn(text) => ("warn", text),
        Fail(text) => ("fail", text),
    };
    format!("{word:<5} {name:<11} {text}\n")
}

fn clock() -> Found {
    match preflight::clock_is_set(&SystemClock) {
        Ok(()) => Fine("set".into()),
        Err(error) => Fail(error.to_string()),
    }
}

fn disk(config: &Config) -> Found {
    let folder = config.server.data_dir.display();
    let Some(free) = free_bytes(&config.server.data_dir) else {
        return Warn(format!(
            "the system does not tell the free space for {folder}"
        ));
    };
    let free_mib = free >> 20;
    match free {
        ..FEW_BYTES => Fail(format!("{free_mib} MiB free for {folder}: make room")),
        FEW_BYTES..MANY_BYTES => Warn(format!("{free_mib} MiB free for {folder}: make room soon")),
        MANY_BYTES.. => Fine(format!("{free_mib} MiB free for {folder}")),
    }
}

fn secret_key(config: &Config) -> Found {
    let secrets = &config.secrets;
    let file = secrets.key_file.display();
    if secrets.key.is_some() {
        return Fine("from the settings".into());
    }
    if !secrets.key_file.exists() {
        return Warn(format!(
            "{file} will be made by gangway migrate or serve; back it up"
        ));
    }
    match secrets.load() {
        Ok(_) if secrets.is_file_open_to_others() => {
            Warn(format!("others may read {file}: chmod 600 {file}"))
        }
        Ok(_) => Fine(format!("in {file}")),
        Err(error) => Fail(error.to_string()),
    }
}

/// Settings files with secrets in them are for their owner only.
fn files(config: &Config) -> Found {
    let files = config.files_with_secrets();
    let open = files.iter().find(|file| is_open_to_others(Path::new(file)));
    match open {
        Some(file) => Warn(format!(
            "others may read {file}, which holds secrets: chmod 600 {file}"
        )),
        None if files.is_empty() => Fine("no settings file holds secrets".into()),
        None => Fine("nobody else may read the settings file".into()),
    }
}

/// What may be called besides the internet and the providers, since it opens a way inside.
fn outgoing(config: &Config) -> Found {
    let allowed: Vec<String> = config.outgoing.allow.iter().map(written).collect();
    if allowed.is_empty() {
        return Fine("public addresses and the configured providers only".into());
    }
    Warn(format!(
        "web sites that people type may also lead to {}; see GANGWAY_OUTGOING_ALLOW",
        allowed.join(", ")
    ))
}

fn written(allowed: &Allowed) -> String {
    match allowed {
        Allowed::Host { host, port } => format!("{host} port {port}"),
        Allowed::Network {
            network,
            port: Some(port),
        } => format!("{network} port {port}"),
        Allowed::Network {
            network,
            port: None,
        } => network.to_string(),
    }
}

fn sandbox(config: &Config) -> Found {
    match &config.sandbox {
        Some(sandbox) => Warn(format!(
            "on at http://{}: only for trying, nothing reaches real people",
            sandbox.listen
        )),
        None => Fine("off".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_is_one_line_with_its_word() {
        assert_eq!(line_of("mail", &Warn("x".into())), "warn  mail        x\n");
    }

    #[test]
    fn ss_07_what_is_let_through_is_told() {
        let told = |pairs: &[(&str, &str)]| match outgoing(&Config::from_pairs(pairs).unwrap()) {
            Fine(text) | Warn(text) | Fail(text) => text,
        };
        assert!(told(&[]).starts_with("public addresses"));
        let allowed = "10.1.0.0/16,crm.lan:8080,10.2.0.0/16:9000";
        let text = told(&[("GANGWAY_OUTGOING_ALLOW", allowed)]);
        let wanted = "10.1.0.0/16, crm.lan port 8080, 10.2.0.0/16 port 9000";
        assert!(text.contains(wanted), "{text}");
    }

    #[test]
    fn a_secret_is_masked_and_its_origin_told() {
        let config = Config::from_pairs(&[
            ("GANGWAY_TWILIO_AUTH_TOKEN", "hunter2"),
            (
                "GANGWAY_TWILIO_ACCOUNT_SID",
                "AC00000000000000000000000000000001",
            ),
        ]);
        let config = config.unwrap();
        let text: String = config.shown().iter().map(shown).collect();
        assert!(
            text.contains("GANGWAY_TWILIO_AUTH_TOKEN = ********  [environment]"),
            "{text}"
        );
        assert!(
            text.contains("GANGWAY_JOB_WORKERS = 12  [default]"),
            "{text}"
        );
        assert!(!text.contains("hunter2"));
    }
}
