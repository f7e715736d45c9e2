use crate::support::{World, key};
use gangway_api_client::Call;
use gangway_domain::problem::{Problem, ProblemCode};
use gangway_domain::wire::SendTestEmail;

#[tokio::test]
async fn ob_02_a_panic_in_a_handler_is_a_500_with_a_reference_and_the_server_lives() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let key = key();
    let call = Call::post("send_test_email", "/api/v1/test-emails")
        .json(&SendTestEmail { to: None })
        .key(&key)
        .header("x-request-id", "from.caller-1");
    // In the middle of the transaction, which on SQLite holds the one writer.
    fail::cfg(
        "before_commit",
        "3*panic(a detail nobody outside should read)->off",
    )
    .expect("a fail point");
    let token = owner.api.access_token();
    let before = world.tables().await;
    for _ in 0..3 {
        let answer = owner
            .api
            .exchange(&call, token.as_deref())
            .await
            .expect("an answer");
        assert_eq!(answer.status, 500);
        assert_eq!(answer.header("x-request-id"), Some("from.caller-1"));
        let text = String::from_utf8(answer.body).expect("text");
        for inside in [
            "nobody outside",
            ".rs",
            "panicked",
            "stack",
            "before_commit",
        ] {
            assert!(!text.contains(inside), "{text}");
        }
        let problem: Problem = serde_json::from_str(&text).expect("a problem");
        assert_eq!(problem.code(), ProblemCode::Internal.as_str());
        assert_eq!(problem.reference, "from.caller-1");
        owner.api.read_me().await.expect("others are served");
    }
    assert_eq!(world.tables().await, before, "nothing is kept");
    let answer = owner
        .api
        .exchange(&call, token.as_deref())
        .await
        .expect("an answer");
    assert_eq!(answer.status, 202, "the key was not used up");
    world.mail_to(&owner.email).await;
    let metrics = world.server().metrics_addr().expect("metrics are on");
    let scrape = world
        .http()
        .get(format!("http://{metrics}/metrics"))
        .send()
        .await
        .expect("answers");
    let text = scrape.text().await.expect("text");
    assert!(
        text.contains("gangway_panics_total{where=\"request\"} 3"),
        "{text}"
    );
}

#[tokio::test]
async fn ob_02_a_panic_in_a_job_is_counted_and_the_job_is_tried_again() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    fail::cfg("job_panics", "1*panic->off").expect("a fail point");
    owner
        .api
        .send_test_email(&SendTestEmail { to: None }, &key())
        .await
        .expect("sends");
    world.run_jobs().await;
    world.advance(chrono::Duration::minutes(1));
    world.mail_to(&owner.email).await;
    assert_eq!(world.sandbox().mailbox().to(&owner.email).len(), 1);
}
