//! SS-06: nobody scans a network through Gangway.

use super::Stand;
use crate::support::Answer;
use gangway::outgoing::NotFetched;
use std::time::{Duration, Instant};

const OPEN: &str = "10.0.0.5:8080";
const CLOSED: &str = "10.0.0.5:8443";
const FILTERED: &str = "10.0.0.5:443";

fn private(stand: &Stand) {
    stand
        .sites
        .serves(OPEN, Answer::Bytes(b"HTTP/1.1 200 OK\r\n\r\n".to_vec()));
    stand.sites.serves(CLOSED, Answer::Closed);
    stand.sites.serves(FILTERED, Answer::Filtered);
    let inside = vec![Some(vec!["10.0.0.5".parse().expect("one")])];
    stand.sites.named("inside.example", inside);
}

/// The middle of many times one fetch takes.
async fn usual_time(stand: &Stand, url: &str) -> Duration {
    let mut times = Vec::new();
    for _ in 0..200 {
        let began = Instant::now();
        let refused = stand.fetch(url).await;
        times.push(began.elapsed());
        assert_eq!(refused.err(), Some(NotFetched::NotFound), "{url}");
    }
    times.sort();
    times[times.len() / 2]
}

#[tokio::test]
async fn ss_06_an_open_a_closed_and_a_filtered_port_inside_look_and_take_the_same() {
    let stand = Stand::with(&[]);
    private(&stand);
    for host in ["10.0.0.5", "inside.example"] {
        let mut times = Vec::new();
        for port in [8080, 8443, 443, 22] {
            times.push(usual_time(&stand, &format!("http://{host}:{port}/")).await);
        }
        let (least, most) = (
            times.iter().min().expect("one"),
            times.iter().max().expect("one"),
        );
        assert!(
            *most - *least < Duration::from_millis(2),
            "{host}: {times:?}"
        );
    }
    assert_eq!(stand.reached(), Vec::<String>::new());
}

#[tokio::test]
async fn ss_06_a_name_that_leads_inside_looks_like_one_that_does_not_exist() {
    let stand = Stand::with(&[]);
    private(&stand);
    let inside = stand.fetch("https://inside.example/").await;
    let nowhere = stand.fetch("https://nowhere.example/").await;
    assert_eq!(inside.err(), nowhere.err());
}

#[tokio::test]
async fn ss_06_outside_a_closed_port_a_silent_one_and_a_broken_server_are_told_in_one_word() {
    for answer in [Answer::Closed, Answer::Filtered, Answer::Silent] {
        let stand = Stand::with(&[]);
        stand.sites.answer("site.example", answer.clone());
        stand.sites.serves("93.184.216.34:443", answer);
        let refused = stand.fetch("https://site.example/").await;
        assert_eq!(refused.err(), Some(NotFetched::Unreachable));
    }
    let stand = Stand::with(&[]);
    stand.sites.answer(
        "ssh.example",
        Answer::Bytes(b"SSH-2.0-OpenSSH_9.6\r\n".to_vec()),
    );
    let refused = stand.fetch("https://ssh.example/").await;
    assert_eq!(refused.err(), Some(NotFetched::Unreachable));
}
