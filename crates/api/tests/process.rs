//! The process as an operator meets it: how it starts, refuses to start, and stops.

use std::{
    io::{BufRead as _, BufReader, Read as _},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use gangway::{
    config::Config,
    outgoing::{Attempts, Outgoing},
};
use tempfile::TempDir;

const AT_ONCE: Duration = Duration::from_secs(2);

/// `gangway`, with these settings and free ports, and no other environment.
fn gangway(folder: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_gangway"))
        .args(arguments)
        .env_clear()
        .env("GANGWAY_DATA_DIR", folder)
        .env("GANGWAY_LISTEN", "127.0.0.1:0")
        .env("GANGWAY_METRICS_LISTEN", "off")
        .env("GANGWAY_WORKERS", "1")
        .envs(settings.iter().copied())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn ended(mut child: Child) -> (ExitStatus, String) {
    let mut words = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut words)
        .unwrap();
    (child.wait().unwrap(), words)
}

/// Sends a signal by name.
fn tell(child: &Child, signal: &str) {
    let told = Command::new("kill")
        .args(["-s", signal, &child.id().to_string()])
        .status();
    assert!(told.unwrap().success());
}

/// A server that is ready, and its address.
fn serving(folder: &TempDir, settings: &[(&str, &str)]) -> (Child, String) {
    let mut child = gangway(folder.path(), &["serve"], settings);
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    while !line.starts_with("Gangway ") {
        line.clear();
        assert_ne!(
            out.read_line(&mut line).unwrap(),
            0,
            "it ended before it was ready"
        );
    }
    let base = line.split_whitespace().last().unwrap().to_owned();
    // Nobody reads the rest, but it must have somewhere to go.
    std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
    (child, base)
}

fn client(base: &str) -> reqwest::Client {
    let config = Config::from_pairs(&[("GANGWAY_TWILIO_BASE_URL", base)]).unwrap();
    Outgoing::new(&config, Attempts::counted())
        .unwrap()
        .provider_client()
}

#[test]
fn sh_03_a_start_that_cannot_work_ends_at_once_with_one_clear_line() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let file = folder.path().join("file");
    std::fs::write(&file, "no database, and not a folder either").unwrap();
    let garbage = format!("sqlite:{}", file.display());
    let inside = file.join("data").display().to_string();
    for (settings, words) in [
        (("GANGWAY_LISTEN", taken.as_str()), "Address already in use"),
        (
            ("GANGWAY_LISTEN", "8080"),
            "GANGWAY_LISTEN: \"8080\" is not usable",
        ),
        (
            ("GANGWAY_LISTNE", "x"),
            "the nearest known is GANGWAY_LISTEN",
        ),
        (("GANGWAY_SECRET_KEY", "too short"), "GANGWAY_SECRET_KEY"),
        (
            ("GANGWAY_CONFIG", "/nowhere/gangway.toml"),
            "cannot be read",
        ),
        (("GANGWAY_DATA_DIR", inside.as_str()), "cannot be made"),
        (("DATABASE_URL", garbage.as_str()), "file is not a database"),
        (
            ("DATABASE_URL", "postgres://me:hunter2@127.0.0.1:1/none"),
            "cannot be opened",
        ),
    ] {
        let started = Instant::now();
        let (status, said) = ended(gangway(folder.path(), &["serve"], &[settings]));
        assert!(
            started.elapsed() < AT_ONCE,
            "{settings:?} took {:?}",
            started.elapsed()
        );
        assert!(!status.success(), "{settings:?}");
        assert_eq!(said.lines().count(), 1, "{settings:?}: {said}");
        assert!(
            said.starts_with("gangway: ") && said.contains(words),
            "{settings:?}: {said}"
        );
        assert!(!said.contains("hunter2"), "{said}");
    }
}

#[tokio::test]
async fn sh_01_told_to_stop_it_turns_unready_first_and_ends_well() {
    let folder = tempfile::tempdir().unwrap();
    let (child, base) = serving(&folder, &[("GANGWAY_SHUTDOWN_SECONDS", "6")]);
    let http = client(&base);
    let ready = async || {
        http.get(format!("{base}readyz"))
            .send()
            .await
            .unwrap()
            .status()
    };
    assert_eq!(ready().await, 200);
    tell(&child, "TERM");
    let told = Instant::now();
    while ready().await == 200 {
        assert!(told.elapsed() < Duration::from_millis(900), "still ready");
    }
    let (status, said) = ended(child);
    assert!(status.success(), "{said}");
    assert_eq!(said, "");
}

#[test]
fn sh_01_told_twice_it_ends_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let (child, _) = serving(&folder, &[]);
    tell(&child, "TERM");
    std::thread::sleep(Duration::from_millis(100));
    let told = Instant::now();
    tell(&child, "TERM");
    assert_eq!(ended(child).0.code(), Some(1));
    assert!(told.elapsed() < AT_ONCE);
}

#[test]
fn doctor_names_what_is_wrong_and_fails() {
    let folder = tempfile::tempdir().unwrap();
    let settings = [
        ("GANGWAY_SMTP_HOST", "127.0.0.1"),
        ("GANGWAY_SMTP_PORT", "1"),
    ];
    let mut child = gangway(folder.path(), &["doctor"], &settings);
    let mut said = String::new();
    child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert!(!child.wait().unwrap().success());
    let line = |start: &str| {
        assert!(
            said.lines().any(|l| l.starts_with(start)),
            "{start}: {said}"
        )
    };
    line("fail  mail        127.0.0.1 port 1");
    line("warn  secret key");
    line("warn  database");
    line("GANGWAY_SMTP_PORT = 1  [environment]");
    assert!(!folder.path().join("secret.key").exists(), "it only looks");
}
