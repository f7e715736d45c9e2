//! Mail through aiosmtpd, a server not our own, read back by Python's mail library.

use super::em_01_injection::{cases, hostile};
use super::raw::GOLDEN_HEADERS;
use super::samples::{RECEIVER, SENDER, all_messages, mailer, outgoing, settings};
use crate::mail::{Delivery, Mailer, Tls, render};
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use serde_json::Value;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scripts/smtp_sink.py");

struct Sink {
    process: Child,
    address: SocketAddr,
    folder: tempfile::TempDir,
    file: PathBuf,
}

impl Sink {
    /// None, said aloud, when no Python with aiosmtpd is named.
    fn start() -> Option<Self> {
        Self::start_with(|_| Vec::new())
    }

    /// With more arguments, such as files made in the sink's folder.
    fn start_with(arguments: impl FnOnce(&Path) -> Vec<PathBuf>) -> Option<Self> {
        let Some(python) = setting("GANGWAY_TEST_PYTHON") else {
            println!("skipped: GANGWAY_TEST_PYTHON names no Python with aiosmtpd");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mails.jsonl");
        let mut process = Command::new(python)
            .arg(SCRIPT)
            .arg(&file)
            .args(arguments(folder.path()))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut port = String::new();
        let output = process.stdout.take().unwrap();
        BufReader::new(output).read_line(&mut port).unwrap();
        let port: u16 = port.trim().parse().expect("the sink prints its port");
        Some(Self {
            process,
            address: SocketAddr::from(([127, 0, 0, 1], port)),
            folder,
            file,
        })
    }

    fn mails(&self) -> Vec<Value> {
        let text = std::fs::read_to_string(&self.file).unwrap();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a switch of the tests, not a setting"
)]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

#[tokio::test]
async fn a07_mail_reaches_a_real_smtp_server() {
    let Some(sink) = Sink::start() else { return };
    let messages = all_messages(None);
    for message in &messages {
        let mail = outgoing(render(message).unwrap());
        let delivery = mailer(sink.address).send(&mail).await.delivery;
        assert!(
            matches!(delivery, Delivery::Accepted { .. }),
            "{delivery:?}"
        );
    }
    let mails = sink.mails();
    assert_eq!(mails.len(), messages.len());
    for (mail, message) in mails.iter().zip(&messages) {
        assert_eq!(mail["subject"], render(message).unwrap().subject);
        is_well_formed(message.name(), mail);
    }
}

#[tokio::test]
async fn em_01_another_server_and_parser_see_no_added_header_recipient_or_part() {
    let Some(sink) = Sink::start() else { return };
    for (_, value) in cases() {
        mailer(sink.address).send(&hostile(&value)).await;
    }
    let mails = sink.mails();
    assert_eq!(mails.len(), cases().len());
    for (mail, (id, _)) in mails.iter().zip(cases()) {
        is_well_formed(&id, mail);
    }
}

#[tokio::test]
async fn em_02_starttls_is_used_with_a_trusted_certificate_only() {
    let Some(sink) = Sink::start_with(certificate) else {
        return;
    };
    let mut settings = settings(sink.address);
    settings.tls = Tls::Starttls;
    let mail = outgoing(render(&all_messages(None)[0]).unwrap());
    let distrusting = Mailer::new(&settings).unwrap().send(&mail).await.delivery;
    let Delivery::TryLater { plain, reason, .. } = distrusting else {
        panic!("{distrusting:?}")
    };
    assert!(plain.contains("secure connection"), "{plain} {reason}");
    assert!(sink.mails().is_empty());

    let pem = std::fs::read(sink.folder.path().join("certificate.pem")).unwrap();
    let tls = TlsParameters::builder(settings.host.clone())
        .add_root_certificate(Certificate::from_pem(&pem).unwrap())
        .build()
        .unwrap();
    let delivery = Mailer::trusting(&settings, tls)
        .unwrap()
        .send(&mail)
        .await
        .delivery;
    assert!(
        matches!(delivery, Delivery::Accepted { .. }),
        "{delivery:?}"
    );
    assert_eq!(sink.mails()[0]["tls"], true);
}

/// A certificate for 127.0.0.1 and its key, made by the openssl command.
fn certificate(folder: &Path) -> Vec<PathBuf> {
    let made = Command::new("openssl")
        .current_dir(folder)
        .args(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2".split(' '),
        )
        .args("-subj /CN=sink -addext subjectAltName=IP:127.0.0.1".split(' '))
        .args("-addext basicConstraints=critical,CA:FALSE".split(' '))
        .args("-keyout key.pem -out certificate.pem".split(' '))
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
    vec![folder.join("certificate.pem"), folder.join("key.pem")]
}

fn is_well_formed(id: &str, mail: &Value) {
    assert_eq!(mail["mail_from"], SENDER, "{id}");
    assert_eq!(mail["rcpt_tos"], serde_json::json!([RECEIVER]), "{id}");
    assert_eq!(mail["headers"], serde_json::json!(GOLDEN_HEADERS), "{id}");
    assert_eq!(mail["from"], serde_json::json!([SENDER]), "{id}");
    assert_eq!(mail["to"], serde_json::json!([RECEIVER]), "{id}");
    assert_eq!(mail["defects"], serde_json::json!([]), "{id}");
    let parts = serde_json::json!(["text/plain", "text/html"]);
    assert_eq!(mail["parts"], parts, "{id}");
}
