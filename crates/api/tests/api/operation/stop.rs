//! SH-01: told to stop, nobody's request is lost; told twice, it ends at once.

use crate::support::process::{ended, serving, tell};
use gangway_api_client::Client;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sh_01_told_to_stop_under_load_it_turns_unready_first_and_loses_no_request() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    let settings = [
        ("GANGWAY_DATA_DIR", data.as_str()),
        ("GANGWAY_SHUTDOWN_SECONDS", "12"),
    ];
    let (child, base) = serving(&settings);
    let (draining, answered) = (
        Arc::new(AtomicBool::new(false)),
        Arc::new(AtomicUsize::new(0)),
    );
    // As a proxy does: it sends requests, 200 each second, until the server says it is not ready.
    let callers: Vec<_> = (0..8)
        .map(|_| {
            let (api, draining, answered) =
                (Client::new(&base), draining.clone(), answered.clone());
            tokio::spawn(async move {
                let mut turn = tokio::time::interval(Duration::from_millis(40));
                while !draining.load(Ordering::SeqCst) {
                    turn.tick().await;
                    api.read_public_settings().await.expect("no request fails");
                    answered.fetch_add(1, Ordering::SeqCst);
                }
            })
        })
        .collect();
    let ready = crate::support::operation("read_readiness").call();
    let api = Client::new(&base);
    let status = async || {
        api.exchange(&ready, None)
            .await
            .expect("it still answers")
            .status
    };
    assert_eq!(status().await, 200);
    tokio::time::sleep(Duration::from_millis(500)).await;
    tell(&child, "TERM");
    let told = Instant::now();
    while status().await == 200 {
        assert!(told.elapsed() < Duration::from_millis(1500), "still ready");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    // What is begun now is still answered: connections are taken until the grace has passed.
    api.read_public_settings().await.expect("the grace");
    draining.store(true, Ordering::SeqCst);
    for caller in callers {
        caller.await.expect("no request fails");
    }
    assert!(answered.load(Ordering::SeqCst) > 40);
    let (status, said) = ended(child);
    assert!(status.success(), "{status}: {said}");
    assert_eq!(said, "");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sh_01_a_request_at_work_comes_to_its_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    let settings = [
        ("GANGWAY_DATA_DIR", data.as_str()),
        ("GANGWAY_SHUTDOWN_SECONDS", "3"),
    ];
    let (child, base) = serving(&settings);
    // Checking a password takes a while, even that of nobody.
    let sign_in = gangway_domain::wire::SignIn {
        email: "nobody@client.example".to_owned(),
        password: crate::support::password(),
    };
    let api = Client::new(&base);
    let mut working = Vec::new();
    for _ in 0..8 {
        let (api, sign_in) = (api.clone(), sign_in.clone());
        working.push(tokio::spawn(async move { api.sign_in(&sign_in).await }));
    }
    tokio::time::sleep(Duration::from_millis(150)).await;
    tell(&child, "INT");
    for answer in working {
        let failure = answer
            .await
            .expect("no panic")
            .expect_err("nobody signs in");
        assert!(
            failure.reference().is_some(),
            "answered, not cut off: {failure:?}"
        );
    }
    assert!(ended(child).0.success());
}

#[test]
fn sh_01_told_twice_it_ends_at_once() {
    for signal in ["TERM", "INT"] {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().display().to_string();
        let (child, _) = serving(&[("GANGWAY_DATA_DIR", data.as_str())]);
        tell(&child, "TERM");
        std::thread::sleep(Duration::from_millis(100));
        let told = Instant::now();
        tell(&child, signal);
        assert_eq!(ended(child).0.code(), Some(1));
        assert!(told.elapsed() < Duration::from_secs(2));
    }
}
