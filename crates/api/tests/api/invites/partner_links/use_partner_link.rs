use super::{shared, using};
use crate::support::{World, key, refused, refused_field};
use gangway_api_client::{Call, List};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{LinkState, Token};
use serde_json::json;

#[tokio::test]
async fn b09_whoever_comes_by_the_link_becomes_that_partner_s_client() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let (link, token) = shared(&owner).await;
    let page = world
        .client()
        .look_up_partner_link(&token)
        .await
        .expect("opens");
    assert_eq!(page.state, LinkState::Open);
    assert_eq!(
        page.contact.map(|contact| contact.partner_name).as_deref(),
        Some("Harbor IT")
    );
    let body = using(&token, "Jane@Client.example");
    world
        .client()
        .use_partner_link(&body, &key())
        .await
        .expect("uses");
    let (_, me) = world.accept("jane@client.example").await;
    assert_eq!(
        me.place().map(|place| place.partner.id),
        Some(owner.partner())
    );
    let invites = owner
        .api
        .list_invites(List::default())
        .await
        .expect("lists")
        .data;
    assert_eq!((invites.len(), invites[0].invited_by.as_deref()), (1, None));
    let links = owner
        .api
        .list_partner_links(List::default())
        .await
        .expect("lists")
        .data;
    assert_eq!((links[0].id, links[0].uses), (link.id, 1));
    assert!(
        other
            .api
            .list_clients(List::default())
            .await
            .expect("lists")
            .data
            .is_empty()
    );
}

#[tokio::test]
async fn b09_it_cannot_be_made_to_point_at_another_partner() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let (_, token) = shared(&owner).await;
    for (field, value) in [
        ("partner_id", json!(other.partner())),
        ("partner", json!(other.partner())),
        ("role", json!("owner")),
        ("client_id", json!(other.partner())),
    ] {
        let mut body = json!({"token": token.token, "email": "jane@client.example"});
        body[field] = value;
        let call = Call::post("use_partner_link", "/public/v1/partner-links/use")
            .json(&body)
            .key(&key());
        refused(world.client().send(call).await, ProblemCode::UnreadableBody);
    }
    assert_eq!(world.run_jobs().await, 0);
}

#[tokio::test]
async fn the_same_request_again_sends_no_second_mail() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = shared(&owner).await;
    let body = using(&token, "jane@client.example");
    let key = key();
    let call = Call::post("use_partner_link", "/public/v1/partner-links/use")
        .json(&body)
        .key(&key);
    world.client().send(call.clone()).await.expect("uses");
    let again = world
        .client()
        .send(call)
        .await
        .expect("is answered as before");
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("jane@client.example").len(), 1);
    let other = using(&token, "joe@client.example");
    world
        .client()
        .use_partner_link(&other, &key)
        .await
        .expect("another person's key is their own");
}

#[tokio::test]
async fn a_wrong_address_or_token_is_refused() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = shared(&owner).await;
    let answer = world
        .client()
        .use_partner_link(&using(&token, "a@x.example,b@x.example"), &key())
        .await;
    refused_field(answer, "/email", "one_address_only");
    let unknown = Token {
        token: "A".repeat(43),
    };
    let answer = world
        .client()
        .use_partner_link(&using(&unknown, "a@x.example"), &key())
        .await;
    refused(answer, ProblemCode::NotFound);
    refused(
        world.client().look_up_partner_link(&unknown).await,
        ProblemCode::NotFound,
    );
    refused(
        world.client().look_up_invite(&token).await,
        ProblemCode::NotFound,
    );
}

#[tokio::test]
async fn in_04_looking_changes_nothing() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = shared(&owner).await;
    let before = world.tables().await;
    for _ in 0..5 {
        world
            .client()
            .look_up_partner_link(&token)
            .await
            .expect("opens");
        let page = format!("{}/join", world.base());
        world.http().get(&page).send().await.expect("answers");
        world.http().head(&page).send().await.expect("answers");
    }
    assert_eq!(world.tables().await, before);
}
