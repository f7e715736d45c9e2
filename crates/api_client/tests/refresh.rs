//! A sign-in that ran out is refreshed once, however many requests find out at the same time.

#![expect(clippy::expect_used, reason = "a test may panic")]

use gangway_api_client::{Client, Failure};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

const ME: &str = r#"{"id":"01900000-0000-7000-8000-000000000001","email":"ann@acme.example",
    "first_name":"Ann","last_name":"Lee","places":[],"place_id":null,"permissions":[]}"#;

/// Counts refreshes; knows the token `fresh`, which a refresh gives to whoever has the cookie.
fn server(refreshes: Arc<AtomicUsize>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("its address"));
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let refreshes = refreshes.clone();
            thread::spawn(move || answer(stream, &refreshes));
        }
    });
    address
}

fn answer(mut stream: impl Read + Write, refreshes: &AtomicUsize) {
    let mut request = [0_u8; 4096];
    let read = stream.read(&mut request).unwrap_or(0);
    let request = String::from_utf8_lossy(request.get(..read).unwrap_or_default()).to_lowercase();
    let refresh = request.starts_with("post /public/v1/sessions/refresh");
    let known = request.contains("cookie: __host-gangway=");
    let (status, body) = if refresh && known {
        refreshes.fetch_add(1, Ordering::SeqCst);
        let session = format!(r#"{{"access_token":"fresh","expires_in_seconds":600,"me":{ME}}}"#);
        ("200 OK", session)
    } else if !refresh && request.contains("bearer fresh") {
        ("200 OK", ME.to_owned())
    } else {
        let problem = r#"{"type":"/problems/not_signed_in","title":"t","status":401,"detail":"d","reference":"r"}"#;
        ("401 Unauthorized", problem.to_owned())
    };
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(format!("{head}{body}").as_bytes());
}

#[tokio::test]
async fn se02_concurrent_refreshes_are_joined_into_one() {
    let refreshes = Arc::new(AtomicUsize::new(0));
    let client = Client::new(&server(refreshes.clone()));
    client.take_cookie("__Host-gangway=secret; Path=/; HttpOnly");
    client.use_access_token("old");
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            tokio::spawn({
                let client = client.clone();
                async move { client.read_me().await }
            })
        })
        .collect();
    for task in tasks {
        assert_eq!(
            task.await
                .expect("no panic")
                .expect("signed in again")
                .first_name,
            "Ann"
        );
    }
    assert_eq!(refreshes.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_sign_in_that_is_gone_is_told_once_and_forgotten() {
    let told = Arc::new(AtomicUsize::new(0));
    let count = told.clone();
    let client = Client::new(&server(Arc::default())).when_signed_out(move || {
        count.fetch_add(1, Ordering::SeqCst);
    });
    client.use_access_token("old");
    let refused = client.read_me().await;
    assert!(matches!(refused, Err(Failure::Problem(problem)) if problem.code() == "not_signed_in"));
    assert_eq!(
        (told.load(Ordering::SeqCst), client.access_token()),
        (1, None)
    );
}

#[tokio::test]
async fn a_server_that_is_down_is_unreachable() {
    assert_eq!(
        Client::new("http://127.0.0.1:1")
            .read_public_settings()
            .await,
        Err(Failure::Unreachable)
    );
}
