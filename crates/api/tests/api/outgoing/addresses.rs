//! SS-01, SS-02: the corpus of addresses, when they are saved and when they are called.

use super::Stand;
use crate::support::{Answer, PUBLIC, corpora};
use gangway::outgoing::{NotFetched, Refused, is_public};
use serde_json::Value;
use std::net::IpAddr;
use url::Url;

/// How a case ended at save, and at use.
#[derive(Debug, PartialEq)]
enum Verdict {
    Reject,
    Block,
    Allow,
}

fn at_save(stand: &Stand, url: &str) -> Verdict {
    let Ok(url) = Url::parse(url) else {
        return Verdict::Reject;
    };
    match stand.outgoing.check_target(&url) {
        Ok(()) => Verdict::Allow,
        Err(Refused::NotPublic(_) | Refused::Ourselves) => Verdict::Block,
        Err(Refused::NotWeb | Refused::NotPlain | Refused::Port(_)) => Verdict::Reject,
    }
}

/// Makes the name of a case resolve as it says, or publicly.
fn stage(stand: &Stand, case: &Value, url: &Url) {
    let addresses = case["dns"].as_array().map_or_else(
        || vec![PUBLIC.parse().expect("an address")],
        |listed| {
            let address = |text: &Value| -> IpAddr {
                text.as_str().expect("text").parse().expect("an address")
            };
            listed.iter().map(address).collect()
        },
    );
    let name = url.host_str().unwrap_or_default().trim_end_matches('.');
    stand.sites.named(name, vec![Some(addresses)]);
}

fn may(must: &str, verdict: &Verdict) -> bool {
    match must {
        "block" => *verdict == Verdict::Block,
        "reject" => *verdict == Verdict::Reject,
        "block_or_reject" | "reject_or_block" => *verdict != Verdict::Allow,
        // Read once and by the same parser everywhere, so it is the same as parsed.
        "reject_or_same_as_parsed" => true,
        "reject_unless_allowed" => *verdict == Verdict::Reject,
        _ => *verdict == Verdict::Allow,
    }
}

#[tokio::test]
async fn ss_01_every_address_of_the_corpus_gets_its_verdict_and_no_forbidden_connection() {
    let Some(cases) = corpora::json("net/ssrf_urls.json") else {
        return;
    };
    let cases = cases.as_array().expect("cases");
    assert_eq!(cases.len(), 152);
    for case in cases {
        let id = case["id"].as_str().expect("an id");
        let must = case["must"].as_str().expect("a verdict");
        let url = case["url"].as_str().expect("an address");
        let url = url.replace("{PUBLIC_BASE_URL}", "https://gangway.example");
        let stand = Stand::with(&[]);
        let saved = at_save(&stand, &url);
        let Ok(parsed) = Url::parse(&url) else {
            // What is no address is refused before anything else.
            assert!(must.contains("reject") || case["whatwg"].is_null(), "{id}");
            continue;
        };
        stage(&stand, case, &parsed);
        let fetched = stand.outgoing.fetch_page(&parsed).await;
        let used = match (&saved, &fetched) {
            (Verdict::Reject, Err(NotFetched::NotFound)) => Verdict::Reject,
            (_, Err(NotFetched::NotFound)) => Verdict::Block,
            (_, Ok(page)) => {
                assert_eq!(page.url, parsed, "{id}");
                Verdict::Allow
            }
            (_, Err(NotFetched::Unreachable)) => panic!("{id}: unreachable"),
        };
        assert!(may(must, &used), "{id}: {must}, but {used:?} at use");
        // When it is saved, a name is not looked up; everything else is known.
        let by_name = case["dns"].is_array();
        assert!(
            may(must, &saved) || by_name,
            "{id}: {must}, but {saved:?} at save"
        );
        for to in stand.sites.opened() {
            assert!(is_public(to.ip()) && used == Verdict::Allow, "{id}: {to}");
        }
        let opened = stand.sites.opened().len();
        assert_eq!(opened, usize::from(used == Verdict::Allow), "{id}");
        for asked in stand.sites.asked() {
            assert!(!asked.head.contains("\nX-Injected"), "{id}: {}", asked.head);
        }
    }
}

#[tokio::test]
async fn ss_01_an_international_name_and_an_encoded_path_go_out_as_parsed() {
    let stand = Stand::with(&[]);
    stand.sites.page("xn--bcher-kva.example", "books");
    let page = stand
        .fetch("https://bücher.example/a%2Fb/%E2%9C%93?q=1#part")
        .await;
    assert_eq!(page.expect("a page").body, b"books");
    let asked = &stand.sites.asked()[0];
    assert!(
        asked
            .head
            .starts_with("GET /a%2Fb/%E2%9C%93?q=1 HTTP/1.1\r\n")
    );
    assert_eq!(asked.tls_name.as_deref(), Some("xn--bcher-kva.example"));
}

#[tokio::test]
async fn ss_02_names_no_public_site_has_are_not_even_looked_up() {
    let stand = Stand::with(&[]);
    for host in [
        "intranet",
        "db.internal",
        "printer.local",
        "a.localhost",
        "x.onion",
        "y.invalid",
    ] {
        let refused = stand.fetch(&format!("http://{host}/")).await;
        assert_eq!(refused.err(), Some(NotFetched::NotFound), "{host}");
    }
    assert_eq!(stand.sites.looked_up(), Vec::<String>::new());
}

#[tokio::test]
async fn ss_02_one_private_address_among_public_ones_spoils_the_name() {
    let stand = Stand::with(&[]);
    let both = vec![
        PUBLIC.parse().expect("one"),
        "fd00::7".parse().expect("one"),
    ];
    stand.sites.named("mixed.example", vec![Some(both)]);
    stand
        .sites
        .serves("mixed.example", Answer::Bytes(Vec::new()));
    let refused = stand.fetch("http://mixed.example/").await;
    assert_eq!(refused.err(), Some(NotFetched::NotFound));
    assert_eq!(stand.reached(), Vec::<String>::new());
}
