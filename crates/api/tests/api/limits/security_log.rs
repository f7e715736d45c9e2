//! OB-03: what an attack looks like in the log.

use super::{WRONG, tries, try_once};
use crate::support::World;
use std::io::Write;
use std::sync::{Arc, Mutex};
use tracing_subscriber::fmt::MakeWriter;

/// Lines of the log, kept.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("not poisoned").extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Kept {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Kept {
    /// Lines that tell of a security event, as data.
    fn events(&self, security: &str) -> Vec<serde_json::Value> {
        let text = String::from_utf8(self.0.lock().expect("not poisoned").clone());
        let lines: Vec<serde_json::Value> = text
            .expect("UTF-8")
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect();
        let wanted = lines
            .into_iter()
            .filter(|line| line["security"] == security);
        wanted.collect()
    }
}

#[tokio::test]
async fn ob_03_au_03_failed_sign_ins_and_hit_limits_are_logged_with_the_caller_that_was_counted() {
    let kept = Kept::default();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_span_list(false)
        .with_writer(kept.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).expect("one test, one process");
    let world = World::start().await;
    let api = world
        .client_from("203.0.113.66, 198.51.100.66")
        .with_header("x-real-ip", "203.0.113.66")
        .with_header("forwarded", "for=203.0.113.66");
    let email = "someone@nowhere.example";
    tries(&api, email, 10).await;
    let refused = try_once(&api, email, WRONG).await;
    assert_eq!(refused.status, 429);
    let (failed, hit) = (kept.events("sign_in_failed"), kept.events("limit_hit"));
    assert_eq!((failed.len(), hit.len()), (10, 1));
    assert_eq!(hit[0]["limit"], "sign_in");
    for event in failed.iter().chain(&hit) {
        assert_eq!(event["level"], "WARN");
        assert_eq!(event["span"]["caller"], "198.51.100.66");
    }
    assert_eq!(
        hit[0]["span"]["request_id"].as_str(),
        refused.header("x-request-id")
    );
    let log = String::from_utf8(kept.0.lock().expect("not poisoned").clone()).expect("UTF-8");
    assert!(!log.contains(email) && !log.contains(WRONG) && !log.contains("203.0.113.66"));
}
