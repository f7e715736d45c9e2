use std::{collections::HashSet, path::Path};

use super::{table, *};

const KEY: &str = "vJ3kzq0b3sYx4m2wq7cM5tq0yZk8o1eVnXh6g9LrT2A=";

fn errors(pairs: &[(&str, &str)]) -> Vec<String> {
    Config::from_pairs(pairs).expect_err("should be refused").0
}

fn file(text: &str) -> Result<Config, WrongSettings> {
    let mut values = Values::default();
    values.add_file(Path::new("gangway.toml"), text);
    Config::read(values)
}

#[test]
fn defaults_are_enough_for_development() {
    let config = Config::from_pairs(&[]).unwrap();
    assert_eq!(config.server.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(
        config.server.url("/invite#abc"),
        "http://localhost:8080/invite#abc"
    );
    assert!(matches!(&config.database.url, DatabaseUrl::Sqlite(f) if f.ends_with("gangway.db")));
    assert_eq!(
        config.mail.sender.to_string(),
        "Gangway <no-reply@localhost>"
    );
    assert!(config.sandbox.is_none() && config.twilio.account.is_none());
    assert!(!config.sign_up.is_open());
}

#[test]
fn names_and_keys_are_unique() {
    let names: HashSet<_> = table::all().map(|about| about.name).collect();
    let keys: HashSet<_> = table::all().map(|about| about.key).collect();
    assert_eq!(
        (names.len(), keys.len()),
        (table::all().count(), table::all().count())
    );
}

#[test]
fn g3_sh_03_every_wrong_setting_is_named_on_one_line() {
    let errors = errors(&[
        ("GANGWAY_LISTEN", "8080"),
        ("GANGWAY_BASE_URL", "gangway.example"),
        ("GANGWAY_SIGN_UP", "maybe\nnot"),
        ("GANGWAY_JOB_WORKERS", "many"),
        ("GANGWAY_TWILIO_COUNTRY", "usa"),
        ("GANGWAY_TRUSTED_PROXIES", "10.0.0.0/8, nonsense"),
        ("GANGWAY_SMTP_USER", "me"),
        ("DATABASE_URL", "mysql://root:hunter2@db/gangway"),
    ]);
    let names = [
        "GANGWAY_LISTEN",
        "GANGWAY_TRUSTED_PROXIES",
        "GANGWAY_BASE_URL",
        "DATABASE_URL",
        "GANGWAY_SMTP_PASSWORD",
        "GANGWAY_TWILIO_COUNTRY",
        "GANGWAY_SIGN_UP",
        "GANGWAY_JOB_WORKERS",
    ];
    for name in names {
        let lines = errors.iter().filter(|line| line.starts_with(name)).count();
        assert_eq!(lines, 1, "{name} in {errors:#?}");
    }
    assert_eq!(errors.len(), names.len());
    assert!(errors.iter().all(|line| !line.contains('\n')));
    assert_eq!(
        errors[0],
        "GANGWAY_LISTEN: \"8080\" is not usable, expected an IP address and port such as 127.0.0.1:8080 or [::1]:8080"
    );
}

#[test]
fn sh_03_a_secret_is_never_repeated() {
    let pairs = [
        ("GANGWAY_SECRET_KEY", "hunter2"),
        ("DATABASE_URL", "mysql://root:hunter2@db/gangway"),
        ("GANGWAY_TWILIO_AUTH_TOKEN", "hunter2\n"),
    ];
    let errors = errors(&pairs);
    assert!(
        errors.iter().all(|line| !line.contains("hunter2")),
        "{errors:#?}"
    );
    let config = Config::from_pairs(&[
        ("GANGWAY_SECRET_KEY", KEY),
        ("GANGWAY_SMTP_USER", "me"),
        ("GANGWAY_SMTP_PASSWORD", "hunter2"),
        ("DATABASE_URL", "postgres://gangway:hunter2@db/gangway"),
    ]);
    let seen = format!("{:?}", config.unwrap());
    assert!(!seen.contains("hunter2") && !seen.contains(KEY), "{seen}");
}

#[test]
fn sh_03_an_unknown_name_is_refused_with_the_nearest_known() {
    assert_eq!(
        errors(&[("GANGWAY_LISSEN", "x")]),
        ["GANGWAY_LISSEN: unknown setting; the nearest known is GANGWAY_LISTEN"]
    );
    assert!(Config::from_pairs(&[("HOME", "/root"), ("GANGWAY_TOOLS", "/opt/tools")]).is_ok());
    assert_eq!(
        file("[server]\nlisten_on = 'x'\n").unwrap_err().0,
        [
            "\"server.listen_on\" in gangway.toml: unknown setting; the nearest known is server.listen"
        ]
    );
}

#[test]
fn a_file_holds_the_same_settings_and_the_environment_wins() {
    let text = "[server]\nlisten = '127.0.0.1:1'\ntrusted_proxies = ['10.0.0.0/8', '::1']\n[jobs]\nworkers = 0\n";
    let mut values = Values::default();
    values.add_file(Path::new("gangway.toml"), text);
    values.add_variable("GANGWAY_LISTEN", Some("127.0.0.1:2"));
    let config = Config::read(values).unwrap();
    assert_eq!(config.server.listen.port(), 2);
    assert_eq!(config.server.trusted_proxies.len(), 2);
    assert_eq!(config.jobs.workers, 0);
    let origin = |name| {
        config
            .shown()
            .iter()
            .find(|s| s.name == name)
            .unwrap()
            .origin
            .clone()
    };
    assert_eq!(origin("GANGWAY_LISTEN"), Origin::Environment);
    assert_eq!(
        origin("GANGWAY_JOB_WORKERS"),
        Origin::File("gangway.toml".into())
    );
}

#[test]
fn sh_03_a_wrong_file_is_told_with_its_line() {
    let unreadable = file("[server]\nlisten = = 1\n").unwrap_err().0;
    assert_eq!(unreadable.len(), 1);
    assert!(
        unreadable[0].starts_with("gangway.toml line 2: "),
        "{unreadable:?}"
    );
    let wrong = file("[jobs]\nworkers = 1.5\n").unwrap_err().0;
    assert!(wrong[0].starts_with("GANGWAY_JOB_WORKERS (jobs.workers in gangway.toml): expected"));
    let wrong = file("[server]\nlisten = 80\n").unwrap_err().0;
    assert!(wrong[0].starts_with("GANGWAY_LISTEN (server.listen in gangway.toml): \"80\" is not"));
}

#[test]
fn sh_03_production_refuses_what_is_for_trying() {
    let errors = errors(&[
        ("GANGWAY_ENVIRONMENT", "production"),
        ("GANGWAY_BASE_URL", "http://gangway.example"),
        ("GANGWAY_SANDBOX", "on"),
        ("GANGWAY_SMTP_HOST", "mail.example"),
        ("GANGWAY_SMTP_TLS", "none"),
        ("GANGWAY_TWILIO_BASE_URL", "http://twilio.example"),
    ]);
    for name in [
        "GANGWAY_BASE_URL: must start with https://",
        "GANGWAY_SANDBOX: the simulated providers do not run in production",
        "GANGWAY_SMTP_TLS: none is refused in production",
        "GANGWAY_TWILIO_BASE_URL: must start with https://",
    ] {
        assert!(
            errors.iter().any(|line| line.starts_with(name)),
            "{name} in {errors:#?}"
        );
    }
    assert_eq!(errors.len(), 4);
}

#[test]
fn production_with_tls_and_a_mail_server_starts() {
    let config = Config::from_pairs(&[
        ("GANGWAY_ENVIRONMENT", "production"),
        ("GANGWAY_BASE_URL", "https://gangway.example"),
        ("GANGWAY_SMTP_HOST", "mail.example"),
        ("GANGWAY_SECRET_KEY", KEY),
    ])
    .unwrap();
    assert!(config.server.is_https());
    assert_eq!(
        (config.mail.port, config.mail.tls),
        (587, MailTls::Starttls)
    );
    assert_eq!(
        config.mail.sender.email.to_string(),
        "no-reply@gangway.example"
    );
}

#[test]
fn the_base_address_follows_the_port_unless_given() {
    let base = |pairs: &[(&str, &str)]| {
        let mut server = Config::from_pairs(pairs).unwrap().server;
        server.listens_at("127.0.0.1:4000".parse().unwrap());
        server.base_url.to_string()
    };
    assert_eq!(
        base(&[("GANGWAY_LISTEN", "127.0.0.1:0")]),
        "http://localhost:4000/"
    );
    let given = [
        ("GANGWAY_LISTEN", "127.0.0.1:0"),
        ("GANGWAY_BASE_URL", "http://localhost:5"),
    ];
    assert_eq!(base(&given), "http://localhost:5/");
    let chosen = Config::from_pairs(&[("GANGWAY_LISTEN", "127.0.0.1:7")]).unwrap();
    assert_eq!(chosen.server.url("/x"), "http://localhost:7/x");
}

#[test]
fn the_sandbox_fills_in_what_was_not_given() {
    let mut config = Config::from_pairs(&[
        ("GANGWAY_SANDBOX", "on"),
        ("GANGWAY_SANDBOX_LISTEN", "0.0.0.0:0"),
        ("GANGWAY_SANDBOX_SMTP_LISTEN", "127.0.0.1:0"),
    ])
    .unwrap();
    assert_eq!(config.mail.tls, MailTls::None);
    assert_eq!(
        config.twilio.account.as_ref().unwrap().sid,
        sandbox::ACCOUNT_SID
    );
    config.sandbox_listens(
        "0.0.0.0:4001".parse().unwrap(),
        "127.0.0.1:4002".parse().unwrap(),
    );
    assert_eq!(config.twilio.base_url.as_str(), "http://127.0.0.1:4001/");
    assert_eq!(
        (config.mail.host.as_str(), config.mail.port),
        ("127.0.0.1", 4002)
    );
}

#[test]
fn the_sandbox_leaves_alone_what_was_given() {
    let mut config = Config::from_pairs(&[
        ("GANGWAY_SANDBOX", "on"),
        ("GANGWAY_SMTP_HOST", "mail.example"),
        ("GANGWAY_TWILIO_BASE_URL", "http://127.0.0.1:4010"),
    ])
    .unwrap();
    config.sandbox_listens(
        "127.0.0.1:4001".parse().unwrap(),
        "127.0.0.1:4002".parse().unwrap(),
    );
    assert_eq!(config.twilio.base_url.as_str(), "http://127.0.0.1:4010/");
    assert_eq!(
        (config.mail.host.as_str(), config.mail.port),
        ("mail.example", 587)
    );
    assert!(config.twilio.account.is_none());
}

const S3: [(&str, &str); 4] = [
    ("GANGWAY_S3_ENDPOINT", "https://s3.example"),
    ("GANGWAY_S3_BUCKET", "gangway-files"),
    ("GANGWAY_S3_KEY_ID", "AKIDEXAMPLE"),
    ("GANGWAY_S3_SECRET", "hunter2"),
];

#[test]
fn up_08_files_lie_in_the_data_folder_unless_there_is_a_bucket() {
    let config = Config::from_pairs(&[("GANGWAY_DATA_DIR", "/srv/gangway")]).unwrap();
    assert!(config.files.s3.is_none());
    assert_eq!(config.files.folder, Path::new("/srv/gangway/files"));
    let s3 = Config::from_pairs(&S3).unwrap().files.s3.unwrap();
    assert_eq!(
        (s3.bucket.as_str(), s3.region.as_str()),
        ("gangway-files", "us-east-1")
    );
}

#[test]
fn sh_03_a_bucket_needs_all_of_its_settings_in_their_form() {
    for (missing, _) in S3 {
        let given: Vec<_> = S3
            .into_iter()
            .filter(|(name, _)| *name != missing)
            .collect();
        let errors = errors(&given);
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert!(
            errors[0].starts_with(&format!("{missing}: needed with")),
            "{errors:?}"
        );
    }
    for (name, value) in [
        ("GANGWAY_S3_ENDPOINT", "s3.example"),
        ("GANGWAY_S3_ENDPOINT", "https://s3.example/bucket"),
        ("GANGWAY_S3_BUCKET", "Gangway Files"),
        ("GANGWAY_S3_BUCKET", "-files"),
    ] {
        let mut given = S3.to_vec();
        given.retain(|(known, _)| *known != name);
        given.push((name, value));
        assert!(errors(&given)[0].starts_with(name), "{value}");
    }
    let mut plain = S3.to_vec();
    plain[0].1 = "http://s3.example";
    plain.extend([
        ("GANGWAY_ENVIRONMENT", "production"),
        ("GANGWAY_BASE_URL", "https://gangway.example"),
        ("GANGWAY_SMTP_HOST", "mail.example"),
    ]);
    let told = "GANGWAY_S3_ENDPOINT: must start with https:// in production";
    assert_eq!(errors(&plain), [told]);
}
