//! SH-03: a start that cannot work ends at once, with words.

use crate::support::process::{ended, gangway};
use std::io::Read as _;
use std::time::{Duration, Instant};

const AT_ONCE: Duration = Duration::from_secs(2);

#[test]
fn sh_03_a_start_that_cannot_work_ends_at_once_with_one_clear_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let taken = taken.local_addr().expect("an address").to_string();
    let file = folder.path().join("file");
    std::fs::write(&file, "no database, and not a folder either").expect("writes");
    let garbage = format!("sqlite:{}", file.display());
    let inside = file.join("data").display().to_string();
    let with_key = tempfile::tempdir().expect("a folder");
    std::fs::write(with_key.path().join("secret.key"), "tooshort").expect("writes");
    let with_key = with_key.path().display().to_string();
    for (setting, words) in [
        (("GANGWAY_LISTEN", taken.as_str()), "Address already in use"),
        (
            ("GANGWAY_METRICS_LISTEN", taken.as_str()),
            "for metrics: Address already in use",
        ),
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
            ("GANGWAY_DATA_DIR", with_key.as_str()),
            "secret.key: holds no usable key",
        ),
        (
            ("GANGWAY_CONFIG", "/nowhere/gangway.toml"),
            "cannot be read",
        ),
        (("GANGWAY_DATA_DIR", inside.as_str()), "cannot be made"),
        // Nobody may write there, whoever they are.
        (("GANGWAY_DATA_DIR", "/sys/gangway"), "cannot be made"),
        (
            ("DATABASE_URL", "sqlite:/sys/gangway/gangway.db"),
            "cannot be made",
        ),
        (("DATABASE_URL", garbage.as_str()), "file is not a database"),
        (
            ("DATABASE_URL", "postgres://me:hunter2@127.0.0.1:1/none"),
            "cannot be opened",
        ),
        (
            ("GANGWAY_MIGRATE_AT_START", "false"),
            "run gangway migrate first",
        ),
    ] {
        let data = tempfile::tempdir().expect("a folder");
        let data = data.path().join("data").display().to_string();
        let started = Instant::now();
        let settings = [("GANGWAY_DATA_DIR", data.as_str()), setting];
        let (status, said) = ended(gangway(&["serve"], &settings));
        assert!(
            started.elapsed() < AT_ONCE,
            "{setting:?} took {:?}",
            started.elapsed()
        );
        assert!(!status.success(), "{setting:?}");
        assert_eq!(said.lines().count(), 1, "{setting:?}: {said}");
        assert!(
            said.starts_with("gangway: ") && said.contains(words),
            "{setting:?}: {said}"
        );
        assert!(
            !said.contains("hunter2") && !said.contains("tooshort"),
            "{said}"
        );
    }
}

#[test]
fn h8_doctor_names_what_is_wrong_and_fails() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    let mut child = gangway(
        &["doctor"],
        &[
            ("GANGWAY_DATA_DIR", data.as_str()),
            ("GANGWAY_SMTP_HOST", "127.0.0.1"),
            ("GANGWAY_SMTP_PORT", "1"),
        ],
    );
    let mut said = String::new();
    child
        .stdout
        .take()
        .expect("output")
        .read_to_string(&mut said)
        .expect("text");
    assert!(!child.wait().expect("ends").success());
    let line = |start: &str| {
        assert!(
            said.lines().any(|l| l.starts_with(start)),
            "{start}: {said}"
        );
    };
    line("fail  mail        127.0.0.1 port 1");
    line("warn  secret key");
    line("warn  database");
    line("GANGWAY_SMTP_PORT = 1  [environment]");
    assert!(!folder.path().join("secret.key").exists(), "it only looks");
}
