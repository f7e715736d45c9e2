//! AK-04: a key in an address is refused, and no log has it.

use super::{made, of};
use crate::support::World;
use crate::support::process::{gangway, tell};
use gangway_domain::problem::Problem;
use std::io::{BufRead as _, BufReader, Read as _};

/// A key that is right by its checksum.
async fn some_key() -> (World, String, String) {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, text) = made(&owner, &of(&["clients:read"])).await;
    let token = owner.api.access_token().expect("signed in");
    (world, text, token)
}

#[tokio::test]
async fn ak_04_a_key_in_the_query_is_refused_whatever_it_is_called() {
    let (world, text, token) = some_key().await;
    let list = format!("{}/api/v1/clients", world.base());
    let escaped = text.replace('_', "%5F");
    for query in [
        format!("api_key={text}"),
        format!("access_token={text}"),
        format!("limit=5&key={escaped}"),
        format!("q={text}"),
        text.clone(),
        format!("{escaped}=1"),
    ] {
        for bearer in [None, Some(&text), Some(&token)] {
            let request = world.http().get(format!("{list}?{query}"));
            let request = match bearer {
                Some(bearer) => request.bearer_auth(bearer),
                None => request,
            };
            let answer = request.send().await.expect("answers");
            assert_eq!(answer.status(), 401, "{query}");
            let problem: Problem = answer.json().await.expect("a problem");
            assert!(
                problem.detail.contains("Authorization header"),
                "{}",
                problem.detail
            );
            assert!(!problem.detail.contains("gwk_"));
        }
    }
    // Searching for a word that only begins like one is fine.
    let request = world.http().get(format!("{list}?q=gwk_harbor"));
    let answer = request.bearer_auth(&token).send().await.expect("answers");
    assert_eq!(answer.status(), 200);
}

#[tokio::test]
async fn ak_04_no_log_has_the_key() {
    let (world, text, _) = some_key().await;
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    let settings = [
        ("GANGWAY_DATA_DIR", data.as_str()),
        ("GANGWAY_SANDBOX", "on"),
        ("GANGWAY_SANDBOX_LISTEN", "127.0.0.1:0"),
        ("GANGWAY_SANDBOX_SMTP_LISTEN", "127.0.0.1:0"),
        ("GANGWAY_LOG", "debug"),
    ];
    let mut child = gangway(&["serve"], &settings);
    let mut out = BufReader::new(child.stdout.take().expect("standard output"));
    let mut base = String::new();
    while !base.starts_with("Gangway ") {
        base.clear();
        assert_ne!(out.read_line(&mut base).expect("text"), 0, "it ended early");
    }
    let base = base.split_whitespace().last().expect("an address");
    let base = base.trim_end_matches('/');
    let heard = std::thread::spawn(move || {
        let mut log = String::new();
        out.read_to_string(&mut log).expect("text");
        log
    });
    let http = world.http();
    for path in [
        "/api/v1/clients",
        "/api/v1/nowhere",
        "/public/v1/settings",
        "/clients",
    ] {
        let url = format!("{base}{path}?api_key={text}");
        http.get(&url)
            .bearer_auth(&text)
            .send()
            .await
            .expect("answers");
    }
    tell(&child, "TERM");
    child.wait().expect("it ends");
    let log = heard.join().expect("a log");
    let (_, secret) = text.rsplit_once('_').expect("parts");
    assert!(log.contains("api_key_in_address"), "it is on record: {log}");
    assert!(!log.contains(secret), "{log}");
}
