//! SS-03 and the rest of the corpus of scripts: what must come of each.

use super::Stand;
use crate::support::{Answer, corpora};
use gangway::outgoing::NotFetched;
use serde_json::Value;
use std::net::IpAddr;
use std::time::{Duration, Instant};

fn answers_of(case: &Value) -> Vec<Option<Vec<IpAddr>>> {
    let answers = case["answers"].as_array().expect("answers");
    let one = |answer: &Value| {
        let listed = answer.as_array()?;
        let address =
            |text: &Value| -> IpAddr { text.as_str().expect("text").parse().expect("an address") };
        Some(listed.iter().map(address).collect())
    };
    answers.iter().map(one).collect()
}

fn served(case: &Value) -> Answer {
    let http = &case["http"][0];
    if !http["drip_bytes_per_s"].is_null() {
        return Answer::Drips;
    }
    if http["body"] == "endless" {
        return Answer::Endless;
    }
    let status = http["status"].as_u64().unwrap_or(200);
    let mut head = format!("HTTP/1.1 {status} Some\r\ncontent-length: 0\r\n");
    if let Some(location) = http["location"].as_str() {
        head += &format!("location: {location}\r\n");
    }
    if let Some(bytes) = http["header_bytes"].as_u64() {
        let bytes = usize::try_from(bytes).expect("small");
        head += &format!("x-huge: {}\r\n", "x".repeat(bytes));
    }
    if let Some(coding) = http["headers"]["content-encoding"].as_str() {
        head += &format!("content-encoding: {coding}\r\n");
    }
    Answer::Bytes((head + "\r\n").into_bytes())
}

#[tokio::test]
async fn ss_03_ss_04_ss_05_every_script_of_the_corpus_ends_as_it_must() {
    let Some(cases) = corpora::json("net/ssrf_scripts.json") else {
        return;
    };
    let cases = cases.as_array().expect("cases");
    assert_eq!(cases.len(), 15);
    for case in cases {
        let id = case["id"].as_str().expect("an id");
        let host = case["host"].as_str().expect("a host");
        if id == "error_text" {
            // `scanner` looks at it.
            continue;
        }
        let stand = Stand::with(&[]);
        stand.sites.named(host, answers_of(case));
        stand.sites.serves(host, served(case));
        stand.sites.page("other.test", "hello");
        let began = Instant::now();
        let tries = answers_of(case).len();
        let mut ended = Vec::new();
        for _ in 0..tries {
            ended.push(
                stand
                    .fetch(&format!("https://{host}/"))
                    .await
                    .map(|page| page.status),
            );
        }
        assert!(began.elapsed() < Duration::from_secs(5), "{id}");
        let (blocked, dead) = (Err(NotFetched::NotFound), Err(NotFetched::Unreachable));
        let wanted = match id {
            // The second try looks again, and the name has moved.
            "rebind_after_check" => vec![Ok(200), blocked],
            "rebind_on_retry" => vec![Ok(200), Ok(200), blocked],
            "redirect_to_loopback"
            | "redirect_scheme"
            | "nxdomain"
            | "dns_timeout"
            | "many_answers" => vec![blocked],
            "redirect_loop" | "slow_headers" | "gzip_bomb" | "huge_header"
            | "redirect_downgrade" => vec![dead],
            "redirect_other_host_auth" | "never_ends" => vec![Ok(200)],
            other => panic!("{other}: say here what must come of it"),
        };
        assert_eq!(ended, wanted, "{id}");
        let reached = stand.reached();
        assert!(
            reached.iter().all(|to| to == "93.184.216.34"),
            "{id}: {reached:?}"
        );
    }
}

#[tokio::test]
async fn ss_03_what_was_judged_is_connected_to_and_a_name_is_looked_up_once_per_connection() {
    let stand = Stand::with(&[]);
    let at = |text: &str| Some(vec![text.parse().expect("an address")]);
    let moves = vec![at("93.184.216.34"), at("127.0.0.1")];
    stand.sites.named("rebind.test", moves);
    assert_eq!(
        stand
            .fetch("http://rebind.test/")
            .await
            .expect("a page")
            .status,
        404
    );
    assert_eq!(stand.reached(), ["93.184.216.34"]);
    assert_eq!(stand.sites.looked_up().len(), 1);
    let again = stand.fetch("http://rebind.test/").await;
    assert_eq!(again.err(), Some(NotFetched::NotFound));
    assert_eq!(
        stand.reached(),
        ["93.184.216.34"],
        "checked again, never kept alive"
    );
}
