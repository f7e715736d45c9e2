//! ID-02: requests that are no honest HTTP get a refusal, and the next caller is served.

use crate::support::{World, corpora};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io::{Read as _, Write as _};
use std::net::SocketAddr;
use std::time::Duration;

/// What came back within the time a caller waits.
#[expect(clippy::disallowed_types, reason = "bytes that no client would send")]
fn answer_to(server: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = std::net::TcpStream::connect(server).expect("connects");
    let patience = Some(Duration::from_millis(700));
    stream.set_read_timeout(patience).expect("a time");
    // The server may hang up before it has read all.
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let mut part = [0; 4096];
    while let Ok(count @ 1..) = stream.read(&mut part) {
        answer.extend_from_slice(&part[..count]);
    }
    String::from_utf8_lossy(&answer).into_owned()
}

/// The numbers of three digits in what is asked for.
fn statuses(must: &str) -> Vec<u16> {
    must.split(|c: char| !c.is_ascii_digit())
        .filter(|word| word.len() == 3)
        .filter_map(|word| word.parse().ok())
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn id_02_malformed_requests_are_refused_and_the_next_one_is_served() {
    let Some(corpus) = corpora::json("http/malformed_requests.json") else {
        return;
    };
    let world = World::start().await;
    let server = world.server().addr();
    let cases = corpus["cases"].as_array().expect("cases");
    let before = world.tables().await;
    for case in cases {
        let (id, must) = (
            case["id"].as_str().expect("an id"),
            case["must"].as_str().expect("words"),
        );
        let raw = STANDARD
            .decode(case["raw_base64"].as_str().expect("base64"))
            .expect("base64");
        let host = format!("{server}");
        let raw = replaced(&raw, b"{HOST}", host.as_bytes());
        let answer = tokio::task::spawn_blocking(move || answer_to(server, &raw))
            .await
            .expect("runs");
        let answers: Vec<u16> = answer
            .match_indices("HTTP/1.1 ")
            .filter_map(|(at, found)| answer.get(at + found.len()..)?.get(..3)?.parse().ok())
            // "Go on" is not the answer yet.
            .filter(|status| *status != 100)
            .collect();
        let asked = statuses(must);
        for status in &answers {
            // Where the browser application was not built, its page says so.
            let no_page = *status == 503 && answer.contains("was not built");
            assert!(
                *status < 500 || no_page || asked.contains(status),
                "{id}: {status}, must be {must}"
            );
        }
        if !asked.is_empty() && asked.iter().all(|status| *status >= 400) && !must.contains("or ") {
            let closed = answers.is_empty() && must.contains("clos");
            assert!(
                closed || answers.first().is_some_and(|status| asked.contains(status)),
                "{id}: {answers:?}, must be {must}"
            );
        }
        assert!(answers.len() <= 1, "{id}: one request, {answers:?}");
        for leaked in ["root:x:", "[workspace]", "[fonts]", "TRACE /", "evil.test"] {
            assert!(!answer.contains(leaked), "{id}: {answer}");
        }
        world
            .client()
            .read_public_settings()
            .await
            .expect("the next is served");
    }
    assert_eq!(world.tables().await, before, "nothing is stored");
    println!("ID-02: {} malformed requests", cases.len());
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(from.len()).position(|window| window == from) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(to);
        rest = &rest[at + from.len()..];
    }
    out.extend_from_slice(rest);
    out
}
