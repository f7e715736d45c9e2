//! Headers and statuses that the document promises.

use crate::support::{World, key};
use gangway_domain::wire::SendInvite;
use serde_json::json;

#[tokio::test]
async fn h9_what_was_made_has_an_address_and_a_repeat_says_so() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (key, body) = (
        key(),
        SendInvite {
            email: "jane@client.example".to_owned(),
        },
    );
    let call = || {
        crate::support::operation("send_invite")
            .call()
            .json(&body)
            .key(&key)
    };
    let token = owner.api.access_token();
    let first = owner
        .api
        .exchange(&call(), token.as_deref())
        .await
        .expect("answers");
    assert_eq!(first.status, 201);
    let location = first.header("location").expect("an address").to_owned();
    assert!(location.starts_with("/api/v1/invites/"));
    assert_eq!(first.header("idempotent-replayed"), None);
    let again = owner
        .api
        .exchange(&call(), token.as_deref())
        .await
        .expect("answers");
    assert_eq!((again.status, &again.body), (201, &first.body));
    assert_eq!(again.header("location"), Some(location.as_str()));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
}

#[tokio::test]
async fn a_method_that_an_address_does_not_take_is_told_which_it_takes() {
    let world = World::start().await;
    let answer = world
        .http()
        .delete(format!("{}/api/v1/invites", world.base()))
        .send()
        .await;
    let answer = answer.expect("answers");
    assert_eq!(answer.status(), 405);
    assert_eq!(answer.headers()["allow"], "GET, HEAD, POST");
    assert_eq!(answer.headers()["content-type"], "application/problem+json");
}

#[tokio::test]
async fn the_document_is_served_as_yaml_and_as_json() {
    let world = World::start().await;
    let read = async |path: &str| {
        let answer = world
            .http()
            .get(format!("{}{path}", world.base()))
            .send()
            .await;
        answer.expect("answers")
    };
    let yaml = read("/openapi.yaml").await;
    assert_eq!(yaml.headers()["content-type"], "application/yaml");
    assert_eq!(
        yaml.text().await.expect("text"),
        gangway::contract::openapi_yaml().expect("text")
    );
    let json: serde_json::Value = read("/openapi.json").await.json().await.expect("JSON");
    assert_eq!(json["paths"], gangway::contract::openapi_json()["paths"]);
    assert_ne!(json["paths"], json!(null));
}
