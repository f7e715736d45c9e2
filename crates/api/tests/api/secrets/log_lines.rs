//! SC-08: whatever callers send, the log is one JSON object a line, without bodies, tokens or control characters.

use crate::support::corpora;
use crate::support::process::{Running, gangway, tell};
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

const CANARY: &str = "canary7f3a";

/// A server that logs everything, its address, and its log once it has ended.
fn logging(data: &str) -> (Running, String, JoinHandle<Vec<String>>) {
    gangway::outgoing::install_crypto();
    let settings = [
        ("GANGWAY_DATA_DIR", data),
        ("GANGWAY_LOG", "trace"),
        ("GANGWAY_SIGN_UP", "open"),
    ];
    let mut child = gangway(&["serve"], &settings);
    let out = BufReader::new(child.stdout.take().expect("standard output"));
    let (told, ready) = mpsc::channel();
    let lines = thread::spawn(move || {
        let mut lines = Vec::new();
        for line in out.lines() {
            let line = line.expect("text");
            match line.strip_prefix("Gangway ") {
                // What it says to who started it is no part of the log.
                Some(address) => told.send(address.trim().to_owned()).expect("heard"),
                None => lines.push(line),
            }
        }
        lines
    });
    let base = ready.recv().expect("it is ready");
    (Running(child), base.trim_end_matches('/').to_owned(), lines)
}

#[tokio::test]
async fn sc_08_a_log_of_everything_is_json_line_by_line_and_tells_no_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut running, base, lines) = logging(&folder.path().display().to_string());
    #[expect(clippy::disallowed_methods, reason = "calls Gangway itself, in a test")]
    let http = reqwest::Client::new();
    let mut texts = vec![
        "x\n2026-01-01T00:00:00Z INFO login ok user=admin".to_owned(),
        "\u{1b}[2J\u{1b}[31mred\r\n\u{2028}\u{85}".to_owned(),
    ];
    if let Some(corpus) = corpora::json("strings/text_cases.json") {
        let cases = corpus.as_array().expect("cases").iter();
        texts.extend(
            cases
                .filter_map(|case| case["text"].as_str())
                .map(str::to_owned),
        );
    }
    let mut sent = 0;
    for text in &texts {
        let in_address: String = text.bytes().map(|byte| format!("%{byte:02x}")).collect();
        if in_address.len() < 6_000 {
            let address = format!("{base}/{in_address}?token={CANARY}&q={in_address}");
            let asked = http
                .get(&address)
                .header("referer", &address[..40])
                .send()
                .await;
            asked.expect("answers");
            sent += 1;
        }
        let body = json!({"email": text, "password": format!("{CANARY} {text}")});
        let asked = http.post(format!("{base}/public/v1/sessions")).json(&body);
        asked.send().await.expect("answers");
        let body = json!({"company_name": text, "first_name": CANARY, "last_name": text, "email": "a@b.example"});
        let asked = http.post(format!("{base}/public/v1/sign-ups")).json(&body);
        asked
            .header("x-request-id", CANARY.repeat(9))
            .send()
            .await
            .expect("answers");
        sent += 2;
    }
    for page in ["/reset-password", "/invite", "/sign-up/confirm", "/join"] {
        let asked = http.get(format!("{base}{page}?token={CANARY}&code={CANARY}"));
        asked
            .header("authorization", format!("Bearer {CANARY}"))
            .send()
            .await
            .expect("answers");
    }
    tell(&running.0, "TERM");
    running.0.wait().expect("ends");
    let lines = lines.join().expect("runs");
    assert!(
        lines.len() > sent,
        "{} lines for {sent} requests",
        lines.len()
    );
    for line in &lines {
        let read: Value =
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert!(
            read["level"].is_string() && read["timestamp"].is_string(),
            "{line}"
        );
        assert!(!line.contains(CANARY), "{line}");
        assert!(!line.chars().any(char::is_control), "{line}");
    }
    println!("SC-08: {} lines, each of them JSON", lines.len());
}
