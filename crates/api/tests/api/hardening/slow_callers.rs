//! ID-07, L-12: who sends slowly or too much is cut off, and keeps nobody else waiting.

use crate::support::process::{Running, serving};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::task::JoinSet;

#[expect(clippy::disallowed_types, reason = "callers that no client would be")]
type Socket = tokio::net::TcpStream;

/// What somebody sends at once, and then again and again, a piece a second.
const SLOW: [(&str, &str, &str); 6] = [
    ("nothing", "", ""),
    (
        "a header",
        "GET / HTTP/1.1\r\nhost: localhost\r\n",
        "x: 1\r\n",
    ),
    (
        "a body",
        "POST /public/v1/sessions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n",
        " ",
    ),
    (
        "a body in chunks",
        "POST /public/v1/sessions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
        "1\r\n \r\n",
    ),
    (
        "a body nobody asked for",
        "POST /nowhere HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100000\r\n\r\n",
        " ",
    ),
    (
        "a body in chunks nobody asked for",
        "GET /public/v1/settings HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n",
        "1\r\n \r\n",
    ),
];

const IDLE: usize = 500;
const SLOW_ONES: usize = 100;
/// Half a minute, and the time a connection takes to end.
const CUT_OFF: Duration = Duration::from_secs(40);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn id_07_slow_callers_are_cut_off_and_the_others_are_served_meanwhile() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    let settings = [
        ("GANGWAY_DATA_DIR", data.as_str()),
        ("GANGWAY_WORKERS", "2"),
    ];
    let (child, base) = serving(&settings);
    let running = Running(child);
    let server = base
        .trim_start_matches("http://")
        .replace("localhost", "127.0.0.1");
    let others = Others::new(&base);
    let alone = others.served_for(Duration::from_secs(5)).await;
    let before = open_connections(&running);

    let mut idle = Vec::new();
    for _ in 0..IDLE {
        idle.push(idle_connection(&server).await);
    }
    let mut slow = JoinSet::new();
    for number in 0..SLOW_ONES {
        slow.spawn(slow_connection(server.clone(), number % SLOW.len()));
    }
    let crowded = others.served_for(CUT_OFF).await;
    let mut longest = Duration::ZERO;
    while let Some(cut) = slow.join_next().await {
        let (name, after) = cut.expect("runs");
        assert!(after <= CUT_OFF, "{name} was not cut off: {after:?}");
        longest = longest.max(after);
    }
    println!(
        "ID-07: others' p99 {alone:?} alone, {crowded:?} beside {IDLE} idle and {SLOW_ONES} slow callers; the last was cut off after {longest:?}"
    );
    // Times of a few milliseconds are those of the machine.
    assert!(
        crowded <= (alone * 2).max(Duration::from_millis(100)),
        "{crowded:?}"
    );
    drop(idle);
    let until = Instant::now() + Duration::from_secs(60);
    while open_connections(&running) > before {
        assert!(
            Instant::now() < until,
            "{} connections open, {before} before",
            open_connections(&running)
        );
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Sends a piece a second until the connection ends; how long that took.
async fn slow_connection(server: String, kind: usize) -> (&'static str, Duration) {
    let (name, head, piece) = SLOW[kind];
    let started = Instant::now();
    let mut stream = Socket::connect(&server).await.expect("connects");
    let mut open = stream.write_all(head.as_bytes()).await.is_ok();
    let mut seen = [0; 4096];
    while open && started.elapsed() < CUT_OFF * 2 {
        open = stream.write_all(piece.as_bytes()).await.is_ok();
        let second = tokio::time::timeout(Duration::from_secs(1), stream.read(&mut seen)).await;
        open &= !matches!(second, Ok(Ok(0) | Err(_)));
    }
    (name, started.elapsed())
}

async fn idle_connection(server: &str) -> Socket {
    let mut stream = Socket::connect(server).await.expect("connects");
    let asked = stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n");
    asked.await.expect("asks");
    let mut seen = [0; 1024];
    assert!(stream.read(&mut seen).await.expect("answers") > 0);
    stream
}

/// Connections alone: files of the database are opened as many ask, and stay.
fn open_connections(server: &Running) -> usize {
    let open = std::fs::read_dir(format!("/proc/{}/fd", server.0.id()));
    open.expect("the files of a process")
        .filter_map(|file| std::fs::read_link(file.ok()?.path()).ok())
        .filter(|target| target.to_string_lossy().starts_with("socket:"))
        .count()
}

/// Those who ask as one does.
struct Others {
    http: reqwest::Client,
    address: String,
}

impl Others {
    #[expect(clippy::disallowed_methods, reason = "calls Gangway itself, in a test")]
    fn new(base: &str) -> Self {
        Self {
            http: reqwest::Client::new(),
            address: format!("{base}/public/v1/settings"),
        }
    }

    /// Asks again and again; 99 of 100 were served within the time that comes back.
    async fn served_for(&self, time: Duration) -> Duration {
        let started = Instant::now();
        let mut took = Vec::new();
        while started.elapsed() < time {
            let asked = Instant::now();
            let answer = self.http.get(&self.address).send().await.expect("answers");
            assert_eq!(answer.status(), 200);
            took.push(asked.elapsed());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        took.sort();
        took[took.len() * 99 / 100]
    }
}

#[tokio::test]
async fn id_07_too_long_headers_and_bodies_are_refused() {
    let world = crate::support::World::start().await;
    let base = world.base();
    // The server hangs up on what it refuses, so that no connection is used twice.
    let http = once_each();
    for (bytes, status) in [(60_000, 200), (66_000, 431), (140_000, 431)] {
        let ask = http
            .get(format!("{base}/healthz"))
            .header("x-long", "a".repeat(bytes));
        assert_answer(ask, status, &format!("{bytes} bytes")).await;
    }
    for (count, status) in [(80, 200), (101, 431), (500, 431)] {
        let mut ask = http.get(format!("{base}/healthz"));
        for number in 0..count {
            ask = ask.header(format!("x-{number}"), "1");
        }
        assert_answer(ask, status, &format!("{count} headers")).await;
    }
    for (bytes, status) in [(200 * 1024, 422), (256 * 1024 + 1, 413)] {
        let around = r#"{"email":"","password":""}"#.len();
        let body = format!(
            r#"{{"email":"{}","password":""}}"#,
            "a".repeat(bytes - around)
        );
        let ask = http.post(format!("{base}/public/v1/sessions")).body(body);
        let ask = ask.header("content-type", "application/json");
        assert_answer(ask, status, &format!("{bytes} bytes")).await;
    }
}

/// Two refusals whose bodies nobody read travel on one connection: a new one for each would cost more than the refusal.
#[tokio::test]
async fn l_14_who_is_refused_keeps_the_connection() {
    let world = crate::support::World::start().await;
    let mut stream = Socket::connect(world.base().trim_start_matches("http://"))
        .await
        .expect("connects");
    for _ in 0..2 {
        let asked = b"POST /api/v1/clients HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}";
        stream.write_all(asked).await.expect("asks");
        let mut seen = vec![0; 8192];
        let read = stream.read(&mut seen).await.expect("answers");
        let answer = String::from_utf8_lossy(&seen[..read]);
        assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
        assert!(!answer.contains("connection: close"), "{answer}");
    }
}

#[expect(clippy::disallowed_methods, reason = "a caller, not the server")]
fn once_each() -> reqwest::Client {
    let once = reqwest::Client::builder().pool_max_idle_per_host(0);
    once.build().expect("a client")
}

async fn assert_answer(ask: reqwest::RequestBuilder, status: u16, what: &str) {
    let answer = ask.send().await.expect("answers");
    assert_eq!(answer.status(), status, "{what}");
}
