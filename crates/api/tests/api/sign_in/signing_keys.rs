//! SE-06: signing keys are replaced without anybody being signed out.

use crate::support::{World, refused};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use gangway::config::Config;
use gangway_api_client::{Answer, Call, Client};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::RefreshSession;
use serde_json::Value;

const FIRST: &str = "vJ3kzq0b3sYx4m2wq7cM5tq0yZk8o1eVnXh6g9LrT2A=";
const SECOND: &str = "b8Qw1pXs5dF7gH2jK4lZ6xC9vB3nM0aSeRtYuIoPqWk=";

fn kid(token: &str) -> String {
    let header = token.split('.').next().expect("a header");
    let header = URL_SAFE_NO_PAD.decode(header).expect("base64url");
    let header: Value = serde_json::from_slice(&header).expect("JSON");
    header["kid"].as_str().expect("a key id").to_owned()
}

/// Asks with a token as it is; the client would get itself a new one.
async fn ask(world: &World, token: &str) -> Answer {
    let call = Call::get("read_me", "/api/v1/me");
    world
        .client()
        .exchange(&call, Some(token))
        .await
        .expect("an answer")
}

/// A client of the restarted server with the cookies of the old one.
fn moved(world: &World, from: &Client) -> Client {
    let api = world.client();
    for cookie in from.cookies().expect("cookies").split("; ") {
        api.take_cookie(&format!("{cookie}; Path=/"));
    }
    api
}

#[tokio::test]
async fn se_06_tokens_of_the_key_before_count_in_the_overlap_and_are_refused_after() {
    let mut world = World::start_with(&[("GANGWAY_SIGNING_KEY", FIRST)]).await;
    let owner = world.partner("Harbor IT").await;
    let old = owner.api.access_token().expect("a token");

    world.set("GANGWAY_SIGNING_KEY", SECOND);
    world.set("GANGWAY_SIGNING_KEY_PREVIOUS", FIRST);
    world.restart().await;
    assert_eq!(ask(&world, &old).await.status, 200, "within the overlap");
    let api = moved(&world, &owner.api);
    let fresh = api
        .refresh_session(&RefreshSession::default())
        .await
        .expect("stays signed in");
    assert_ne!(kid(&fresh.access_token), kid(&old));
    assert_eq!(ask(&world, &fresh.access_token).await.status, 200);

    world.set("GANGWAY_SIGNING_KEY_PREVIOUS", "");
    world.restart().await;
    assert_eq!(ask(&world, &old).await.status, 401, "after it");
    assert_eq!(ask(&world, &fresh.access_token).await.status, 200);
    let api = moved(&world, &api);
    api.refresh_session(&RefreshSession::default())
        .await
        .expect("still signed in");
}

#[tokio::test]
async fn se_06_the_first_signing_key_takes_over_from_the_secret_key() {
    let mut world = World::start_with(&[("GANGWAY_SECRET_KEY", FIRST)]).await;
    let owner = world.partner("Harbor IT").await;
    let old = owner.api.access_token().expect("a token");
    world.set("GANGWAY_SIGNING_KEY", SECOND);
    world.restart().await;
    assert_eq!(ask(&world, &old).await.status, 401, "without an overlap");
    world.set("GANGWAY_SIGNING_KEY_PREVIOUS", FIRST);
    world.restart().await;
    assert_eq!(ask(&world, &old).await.status, 200, "with one");
}

#[tokio::test]
async fn se_06_a_key_id_of_the_other_key_does_not_fit() {
    let world = World::start_with(&[
        ("GANGWAY_SIGNING_KEY", SECOND),
        ("GANGWAY_SIGNING_KEY_PREVIOUS", FIRST),
    ])
    .await;
    let owner = world.partner("Harbor IT").await;
    let token = owner.api.access_token().expect("a token");
    let previous = gangway::keys::Keys::derive(b"").signing_by(Some(&decoded(FIRST)), None);
    let header = String::from_utf8(
        URL_SAFE_NO_PAD
            .decode(token.split('.').next().expect("a part"))
            .expect("base64url"),
    );
    let header = header
        .expect("text")
        .replace(&kid(&token), previous.access_id());
    let (_, rest) = token.split_once('.').expect("parts");
    let swapped = format!("{}.{rest}", URL_SAFE_NO_PAD.encode(header));
    assert_eq!(ask(&world, &swapped).await.status, 401);
    refused(world.client().read_me().await, ProblemCode::NotSignedIn);
    assert_eq!(ask(&world, &token).await.status, 200);
}

fn decoded(key: &str) -> Vec<u8> {
    base64::engine::general_purpose::STANDARD
        .decode(key)
        .expect("base64")
}

#[test]
fn se_06_short_and_known_signing_keys_are_refused_at_the_start() {
    for name in ["GANGWAY_SIGNING_KEY", "GANGWAY_SIGNING_KEY_PREVIOUS"] {
        for weak in [
            "changeme",
            "31 characters are not quite ok.",
            "your-256-bit-secret-your-256-bit-secret",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ] {
            let wrong = Config::from_pairs(&[(name, weak)])
                .expect_err(weak)
                .to_string();
            assert!(wrong.starts_with(name) && !wrong.contains(weak), "{wrong}");
        }
        let shown = format!(
            "{:?}",
            Config::from_pairs(&[(name, FIRST)]).expect("settings")
        );
        assert!(!shown.contains(FIRST), "{name} is shown");
    }
}
