//! SS-04: three redirects at most, each judged, and nothing sent on that says who anybody is.

use super::Stand;
use crate::support::Answer;
use gangway::outgoing::NotFetched;

fn to(location: &str) -> Answer {
    let head = format!(
        "HTTP/1.1 302 Found\r\nlocation: {location}\r\nset-cookie: a=b\r\ncontent-length: 0\r\n\r\n"
    );
    Answer::Bytes(head.into_bytes())
}

fn chain(stand: &Stand, hops: usize) {
    for hop in 0..hops {
        let next = format!("https://hop{}.example/", hop + 1);
        stand.sites.answer(&format!("hop{hop}.example"), to(&next));
    }
    stand.sites.page(&format!("hop{hops}.example"), "there");
}

#[tokio::test]
async fn ss_04_three_redirects_are_followed_and_a_fourth_is_not() {
    let three = Stand::with(&[]);
    chain(&three, 3);
    let page = three.fetch("https://hop0.example/").await.expect("a page");
    assert_eq!(
        (page.url.as_str(), page.body.as_slice()),
        ("https://hop3.example/", &b"there"[..])
    );
    let four = Stand::with(&[]);
    chain(&four, 4);
    let refused = four.fetch("https://hop0.example/").await;
    assert_eq!(refused.err(), Some(NotFetched::Unreachable));
    assert_eq!(four.sites.opened().len(), 4);
}

#[tokio::test]
async fn ss_04_each_hop_is_judged_like_the_first() {
    for location in [
        "http://127.0.0.1:6379/",
        "http://[::ffff:10.0.0.1]/",
        "file:///etc/passwd",
        "https://user:pass@hop1.example/",
        "https://gangway.example/api/v1/me",
        "http://hop1.example:25/",
        "//169.254.169.254/latest/meta-data/",
        "http://intranet/",
    ] {
        let stand = Stand::with(&[]);
        stand.sites.answer("hop0.example", to(location));
        let refused = stand.fetch("https://hop0.example/").await;
        assert_eq!(refused.err(), Some(NotFetched::NotFound), "{location}");
        assert_eq!(stand.sites.opened().len(), 1, "{location}");
    }
}

#[tokio::test]
async fn ss_04_every_hop_is_asked_the_same_few_things_and_nothing_more() {
    let stand = Stand::with(&[]);
    stand
        .sites
        .answer("hop0.example", to("http://hop1.example:8080/"));
    stand.sites.page("hop1.example:8080", "there");
    stand.sites.named(
        "hop1.example",
        vec![Some(vec!["93.184.216.35".parse().expect("one")])],
    );
    stand.fetch("https://hop0.example/").await.expect("a page");
    let asked = stand.sites.asked();
    assert_eq!(asked.len(), 2);
    for asked in asked {
        let mut names: Vec<_> = asked
            .head
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(':'))
            .map(|(name, _)| name.to_ascii_lowercase())
            .collect();
        names.sort();
        let all = [
            "accept",
            "accept-encoding",
            "connection",
            "host",
            "user-agent",
        ];
        assert_eq!(names, all, "{}", asked.head);
    }
}
