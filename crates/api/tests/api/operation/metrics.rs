//! H7: metrics are served apart from the application, without secrets or addresses.

use crate::support::{World, key};
use gangway_domain::wire::SendInvite;

#[tokio::test]
async fn h7_metrics_are_on_a_port_of_their_own() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = SendInvite {
        email: "jane@client.example".to_owned(),
    };
    owner.api.send_invite(&body, &key()).await.expect("invites");
    world.run_jobs().await;
    let metrics = world.server().metrics_addr().expect("metrics are on");
    assert!(metrics.ip().is_loopback());
    let read = async |base: String| {
        world
            .http()
            .get(format!("{base}/metrics"))
            .send()
            .await
            .expect("answers")
    };
    let text = read(format!("http://{metrics}"))
        .await
        .text()
        .await
        .expect("text");
    for line in [
        "gangway_http_requests_total{method=\"POST\",route=\"/api/v1/invites\",status=\"201\"} 1",
        "gangway_jobs_total{kind=\"mail_sent\",outcome=\"done\"} 1",
        "gangway_mails_total{outcome=\"sent\"} 1",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(!text.contains("example"), "nobody's address");
    let here = read(world.base()).await;
    assert!(
        !here
            .text()
            .await
            .expect("text")
            .contains("gangway_http_requests_total")
    );
}

#[tokio::test]
async fn h7_jobs_that_wait_are_counted() {
    let mut world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for name in ["a", "b", "c"] {
        let body = SendInvite {
            email: format!("{name}@client.example"),
        };
        owner.api.send_invite(&body, &key()).await.expect("invites");
    }
    assert_eq!(
        gangway::jobs::waiting(world.context())
            .await
            .expect("counts"),
        3
    );
    world.run_jobs().await;
    assert_eq!(
        gangway::jobs::waiting(world.context())
            .await
            .expect("counts"),
        0
    );
    world.pause().await;
}
