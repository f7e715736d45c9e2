//! H7: is the process there, and can it serve?

use crate::support::World;
use gangway_domain::wire::SignIn;
use serde_json::Value;

async fn read(world: &World, path: &str) -> (u16, Value, Option<String>) {
    let answer = world
        .http()
        .get(format!("{}{path}", world.base()))
        .send()
        .await
        .expect("answers");
    let wait = answer
        .headers()
        .get("retry-after")
        .map(|value| value.to_str().expect("text").to_owned());
    (
        answer.status().as_u16(),
        answer.json().await.expect("JSON"),
        wait,
    )
}

fn failed(report: &Value) -> Vec<&str> {
    let checks = report["checks"].as_array().expect("checks").iter();
    checks
        .filter(|check| check["ok"] == false)
        .filter_map(|check| check["name"].as_str())
        .collect()
}

#[tokio::test]
async fn h7_a_server_that_serves_is_healthy_and_ready() {
    let world = World::start().await;
    let (status, report, _) = read(&world, "/readyz").await;
    assert_eq!(
        (status, report["status"].as_str()),
        (200, Some("ready")),
        "{report}"
    );
    assert_eq!(failed(&report), Vec::<&str>::new());
    assert_eq!(read(&world, "/healthz").await.0, 200);
    // Both as the contract says.
    for id in ["read_health", "read_readiness"] {
        let call = crate::support::operation(id).call();
        assert_eq!(
            world
                .client()
                .exchange(&call, None)
                .await
                .expect("answers")
                .status,
            200
        );
    }
}

#[tokio::test]
async fn h7_a_server_about_to_stop_is_not_ready_but_still_serves() {
    let world = World::start().await;
    world.server().drain();
    let (status, report, wait) = read(&world, "/readyz").await;
    assert_eq!((status, failed(&report)), (503, vec!["serving"]));
    assert!(wait.is_some(), "a Retry-After");
    assert_eq!(read(&world, "/healthz").await.0, 200);
    world
        .client()
        .read_public_settings()
        .await
        .expect("still answers");
}

#[tokio::test]
async fn h7_without_its_database_it_is_there_but_not_ready_and_tells_no_secret() {
    let world = World::start().await;
    world.context().db.clone().close().await.expect("closes");
    let (status, report, wait) = read(&world, "/readyz").await;
    assert_eq!(
        (status, failed(&report)),
        (503, vec!["database", "migrations"]),
        "{report}"
    );
    assert!(wait.is_some(), "a Retry-After");
    let named = |(name, _): &&(String, String)| name == "DATABASE_URL";
    let url = world
        .settings()
        .iter()
        .find(named)
        .expect("a database")
        .1
        .clone();
    for secret in [url.as_str(), "sqlx", "pool", "gangway_", "/tmp"] {
        assert!(!report.to_string().contains(secret), "{secret}: {report}");
    }
    assert_eq!(
        read(&world, "/healthz").await.0,
        200,
        "a restart would not bring it back"
    );
    let answer = world.client().sign_in(&SignIn::default()).await;
    assert!(
        answer.is_err(),
        "and a request gets a problem, checked against the contract"
    );
}
