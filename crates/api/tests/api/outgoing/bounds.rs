//! SS-05: how long is waited and how much is read.

use super::Stand;
use crate::support::Answer;
use gangway::outgoing::{Bounds, NotFetched};
use std::time::{Duration, Instant};

#[test]
fn ss_05_a_connection_has_five_seconds_and_all_of_it_ten() {
    let usual = Bounds::default();
    assert_eq!(usual.lookup, Duration::from_secs(5));
    assert_eq!(usual.connect, Duration::from_secs(5));
    assert_eq!(usual.total, Duration::from_secs(10));
    assert_eq!(usual.body, 1024 * 1024);
}

#[tokio::test]
async fn ss_05_who_is_slow_or_says_nothing_is_not_waited_for() {
    for answer in [Answer::Drips, Answer::Silent, Answer::Filtered] {
        let stand = Stand::with(&[]);
        stand.sites.answer("slow.example", answer.clone());
        stand.sites.serves("93.184.216.34:443", answer.clone());
        let began = Instant::now();
        let refused = stand.fetch("https://slow.example/").await;
        assert_eq!(refused.err(), Some(NotFetched::Unreachable), "{answer:?}");
        assert!(began.elapsed() < Duration::from_secs(2), "{answer:?}");
    }
}

#[tokio::test]
async fn ss_05_an_endless_page_is_read_as_far_as_a_mebibyte() {
    let stand = Stand::with(&[]);
    stand.sites.answer("endless.example", Answer::Endless);
    let page = stand
        .fetch("https://endless.example/")
        .await
        .expect("a page");
    assert_eq!(page.body.len(), 1 << 20);
    assert!(page.is_cut);
    tokio::task::yield_now().await;
    let sent = stand.sites.sent_bytes();
    assert!(sent < (1 << 20) + 512 * 1024, "{sent} bytes were taken");
}

#[tokio::test]
async fn ss_05_what_is_packed_or_has_too_many_headers_is_not_read() {
    let many = "x-many: 1\r\n".repeat(200);
    for head in [
        "content-encoding: gzip\r\n",
        "content-encoding: br\r\n",
        many.as_str(),
    ] {
        let stand = Stand::with(&[]);
        stand.sites.page_with("odd.example", head, "hello");
        let refused = stand.fetch("https://odd.example/").await;
        assert_eq!(refused.err(), Some(NotFetched::Unreachable));
    }
    let plain = Stand::with(&[]);
    plain
        .sites
        .page_with("plain.example", "content-encoding: identity\r\n", "hello");
    assert_eq!(
        plain
            .fetch("https://plain.example/")
            .await
            .expect("a page")
            .body,
        b"hello"
    );
}

#[tokio::test]
async fn ss_05_pages_that_hang_do_not_hold_up_others() {
    let stand = Stand::with(&[]);
    stand.sites.answer("hangs.example", Answer::Silent);
    stand.sites.page("quick.example", "hello");
    let hanging = (0..15).map(|_| stand.fetch("https://hangs.example/"));
    let hanging = futures_util::future::join_all(hanging);
    let (hung, quick) = tokio::join!(hanging, async {
        let began = Instant::now();
        let page = stand.fetch("https://quick.example/").await;
        (page.expect("a page").status, began.elapsed())
    });
    assert!(
        hung.iter()
            .all(|ended| ended.as_ref().err() == Some(&NotFetched::Unreachable))
    );
    assert_eq!(quick.0, 200);
    assert!(quick.1 < Duration::from_millis(600), "{:?}", quick.1);
}
