//! SS-07: what an operator lets through, on which port, and what is noted of what is kept back.

use super::Stand;
use crate::support::Answer;
use gangway::outgoing::{Attempt, NotFetched, Refused};
use url::Url;

fn intranet(stand: &Stand) {
    for (host, address) in [
        ("www.office.example", "10.1.0.7"),
        ("crm.office.example", "10.2.0.7"),
        ("wiki.internal", "10.1.0.8"),
    ] {
        let found = vec![Some(vec![address.parse().expect("one")])];
        stand.sites.named(host, found);
        let hello = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi".to_vec();
        stand.sites.serves(host, Answer::Bytes(hello.clone()));
        stand
            .sites
            .serves(&format!("{host}:9000"), Answer::Bytes(hello));
    }
}

async fn is_fetched(stand: &Stand, url: &str) -> bool {
    stand.fetch(url).await.is_ok()
}

#[tokio::test]
async fn ss_07_nothing_private_is_allowed_unless_the_operator_says_so() {
    let stand = Stand::with(&[]);
    intranet(&stand);
    for url in [
        "https://www.office.example/",
        "http://wiki.internal/",
        "http://10.1.0.7/",
    ] {
        assert!(!is_fetched(&stand, url).await, "{url}");
    }
    assert_eq!(stand.reached(), Vec::<String>::new());
}

#[tokio::test]
async fn ss_07_a_network_is_let_through_on_the_usual_ports_or_on_its_own() {
    let stand = Stand::with(&[("GANGWAY_OUTGOING_ALLOW", "10.1.0.0/16, 10.2.0.0/16:9000")]);
    intranet(&stand);
    for url in [
        "https://www.office.example/",
        "http://wiki.internal/",
        "http://crm.office.example:9000/",
    ] {
        assert!(is_fetched(&stand, url).await, "{url}");
    }
    for url in [
        "http://www.office.example:9000/",
        "https://crm.office.example/",
        "http://127.0.0.1/",
    ] {
        assert!(!is_fetched(&stand, url).await, "{url}");
    }
}

#[tokio::test]
async fn ss_07_a_host_is_let_through_on_its_port_alone() {
    let stand = Stand::with(&[("GANGWAY_OUTGOING_ALLOW", "crm.office.example:9000")]);
    intranet(&stand);
    assert!(is_fetched(&stand, "http://crm.office.example:9000/").await);
    for url in ["https://crm.office.example/", "https://www.office.example/"] {
        assert!(!is_fetched(&stand, url).await, "{url}");
    }
}

#[tokio::test]
async fn ss_07_the_servers_own_address_is_never_called() {
    let stand = Stand::with(&[("GANGWAY_OUTGOING_ALLOW", "gangway.example:443")]);
    stand.sites.page("gangway.example", "itself");
    assert!(!is_fetched(&stand, "https://gangway.example/api/v1/me").await);
}

#[tokio::test]
async fn ss_07_what_is_kept_back_is_noted() {
    let stand = Stand::with(&[]);
    intranet(&stand);
    let refused = stand.fetch("https://www.office.example/").await;
    assert_eq!(refused.err(), Some(NotFetched::NotFound));
    let noted = Attempt {
        host: "www.office.example".to_owned(),
        allowed: false,
    };
    assert_eq!(stand.outgoing.attempts(), [noted]);
}

#[tokio::test]
async fn ss_07_the_operator_reads_which_setting_would_let_it_through() {
    let stand = Stand::with(&[]);
    for (url, setting) in [
        ("http://10.1.0.7/", "GANGWAY_OUTGOING_ALLOW"),
        ("http://www.office.example:9000/", "GANGWAY_OUTGOING_PORTS"),
    ] {
        let url = Url::parse(url).expect("an address");
        let refused: Refused = stand.outgoing.check_target(&url).expect_err("refused");
        assert!(refused.to_string().contains(setting), "{refused}");
    }
}
