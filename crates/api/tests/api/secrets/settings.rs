//! SC-05: secrets come from files and the environment, and are shown nowhere.

use crate::support::process::gangway;
use gangway::config::Config;
use std::io::Read as _;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

/// Every secret that can be set.
const SECRETS: [(&str, &str); 8] = [
    (
        "GANGWAY_SIGNING_KEY",
        "canary twelve quiet lamps drift over 8 roofs",
    ),
    (
        "GANGWAY_SIGNING_KEY_PREVIOUS",
        "canary thirteen quiet lamps drift over 9 roofs",
    ),
    (
        "GANGWAY_SECRET_KEY",
        "canary eleven quiet lamps drift over 7 roofs",
    ),
    ("GANGWAY_TWILIO_AUTH_TOKEN", "canary-twilio-token"),
    ("GANGWAY_TWILIO_API_SECRET", "canary-twilio-secret"),
    ("GANGWAY_SMTP_PASSWORD", "canary-smtp-password"),
    ("GANGWAY_S3_SECRET", "canary-object-store"),
    (
        "DATABASE_URL",
        "postgres://gangway:canary-database@127.0.0.1:1/gangway",
    ),
];

/// What they need beside them.
const BESIDE: [(&str, &str); 7] = [
    (
        "GANGWAY_TWILIO_ACCOUNT_SID",
        "AC00000000000000000000000000000001",
    ),
    (
        "GANGWAY_TWILIO_API_KEY",
        "SK00000000000000000000000000000001",
    ),
    ("GANGWAY_S3_ENDPOINT", "http://127.0.0.1:1"),
    ("GANGWAY_S3_BUCKET", "gangway"),
    ("GANGWAY_S3_KEY_ID", "gangway"),
    ("GANGWAY_SMTP_USER", "gangway"),
    ("GANGWAY_SMTP_HOST", "127.0.0.1"),
];

fn told(arguments: &[&str], settings: &[(&str, &str)]) -> String {
    let mut child = gangway(arguments, settings);
    let mut said = String::new();
    child
        .stdout
        .take()
        .expect("output")
        .read_to_string(&mut said)
        .expect("text");
    child
        .stderr
        .take()
        .expect("errors")
        .read_to_string(&mut said)
        .expect("text");
    child.wait().expect("ends");
    said
}

fn help(arguments: &[&str]) -> String {
    let ran = Command::new(env!("CARGO_BIN_EXE_gangway"))
        .args(arguments)
        .arg("--help")
        .env_clear()
        .output();
    String::from_utf8(ran.expect("runs").stdout).expect("text")
}

#[test]
fn sc_05_no_option_takes_a_secret() {
    let all = help(&[]);
    let commands = all.split("Commands:").nth(1).expect("commands");
    let commands = commands.lines().map_while(|line| {
        let known = line.strip_prefix("  ").or(line.is_empty().then_some(""))?;
        Some(known.split_whitespace().next().unwrap_or_default())
    });
    let commands: Vec<&str> = commands
        .filter(|name| !name.is_empty() && *name != "help")
        .collect();
    assert!(
        commands.contains(&"serve") && commands.contains(&"doctor"),
        "{commands:?}"
    );
    let mut helps = vec![all.clone(), help(&["partner", "create"])];
    helps.extend(commands.iter().map(|command| help(&[command])));
    for option in helps.iter().flat_map(|text| text.split_whitespace()) {
        let secret = ["password", "secret", "token", "key", "database"];
        let names_one = option.starts_with("--") && secret.iter().any(|word| option.contains(word));
        // It says that a password comes on standard input.
        assert!(!names_one || option == "--password-stdin", "{option}");
    }
}

#[test]
fn sc_05_every_secret_setting_is_masked_wherever_settings_are_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    let mut settings = vec![("GANGWAY_DATA_DIR", data.as_str())];
    settings.extend(SECRETS.iter().chain(&BESIDE));
    let config = Config::from_pairs(&settings).expect("settings");
    let debug = format!("{config:?}");
    let doctor = told(&["doctor"], &settings);
    for (name, secret) in SECRETS {
        assert!(
            doctor.contains(&format!("{name} = ********  [environment]")),
            "{name}: {doctor}"
        );
        let canary = secret
            .split([':', '@'])
            .find(|part| part.starts_with("canary"));
        let canary = canary.expect("a canary");
        assert!(!doctor.contains(canary), "{name}: {doctor}");
        assert!(!debug.contains(canary), "{name}: {debug}");
    }
    let secret = config
        .shown()
        .iter()
        .filter(|setting| setting.is_secret)
        .count();
    assert_eq!(
        secret,
        SECRETS.len(),
        "a secret setting is new: it belongs here"
    );
}

#[test]
fn sc_05_a_wrong_secret_is_refused_without_being_shown() {
    for (name, secret) in [
        ("GANGWAY_SECRET_KEY", "canary-short"),
        ("DATABASE_URL", "canary://me:canary@nowhere"),
    ] {
        let wrong = Config::from_pairs(&[(name, secret)])
            .expect_err("refused")
            .to_string();
        assert!(wrong.contains(name) && !wrong.contains("canary"), "{wrong}");
    }
}

#[test]
fn sc_05_files_that_hold_secrets_are_for_their_owner_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data").display().to_string();
    let file = folder.path().join("gangway.toml");
    std::fs::write(
        &file,
        "[mail]\nsmtp_user = \"me\"\nsmtp_password = \"canary\"\n",
    )
    .expect("writes");
    let name = file.display().to_string();
    let settings = [
        ("GANGWAY_DATA_DIR", data.as_str()),
        ("GANGWAY_CONFIG", name.as_str()),
    ];
    let doctor = |mode| {
        std::fs::set_permissions(&file, PermissionsExt::from_mode(mode)).expect("sets");
        told(&["doctor"], &settings)
    };
    let open = doctor(0o644);
    assert!(
        open.contains("warn  files") && open.contains(&format!("chmod 600 {name}")),
        "{open}"
    );
    let closed = doctor(0o600);
    assert!(
        closed.contains("ok    files") && !closed.contains("canary"),
        "{closed}"
    );
    told(&["migrate"], &settings);
    let key = Path::new(&data).join("secret.key");
    let mode = std::fs::metadata(&key).expect("made").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    std::fs::set_permissions(&key, PermissionsExt::from_mode(0o640)).expect("sets");
    let open = doctor(0o600);
    assert!(open.contains("warn  secret key"), "{open}");
}
