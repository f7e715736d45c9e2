//! Requests that try to bend an invitation.

use super::{accepting, invited, to};
use crate::support::{World, key, refused};
use gangway_api_client::{Call, List};
use gangway_domain::problem::ProblemCode;
use serde_json::json;

#[tokio::test]
async fn in_11_the_link_s_host_is_the_configured_one_whatever_the_request_says() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let forged = owner
        .api
        .clone()
        .with_header("host", "evil.test")
        .with_header("x-forwarded-host", "evil.test")
        .with_header("x-forwarded-proto", "https")
        .with_header("forwarded", "host=evil.test");
    let invite = forged
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("invites");
    let mail = world.mail_to("jane@client.example").await;
    let copied = forged.copy_invite_link(invite.id).await.expect("copies");
    let fresh = mail
        .links
        .iter()
        .find(|link| link.contains('#'))
        .expect("a link");
    assert_eq!(&copied.url, fresh);
    assert!(
        copied.url.starts_with("http://localhost:8080/invite#"),
        "{}",
        copied.url
    );
    assert!(!String::from_utf8_lossy(&mail.raw).contains("evil.test"));
}

#[tokio::test]
async fn in_05_nothing_but_an_address_is_taken() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    for more in [
        json!({"role": "owner"}),
        json!({"partner_id": other.partner()}),
        json!({"client_id": other.partner()}),
        json!({"kind": "staff"}),
    ] {
        let mut body = json!({"email": "jane@client.example"});
        body.as_object_mut()
            .expect("an object")
            .extend(more.as_object().expect("one").clone());
        let call = Call::post("send_invite", "/api/v1/invites")
            .json(&body)
            .key(&key());
        refused(owner.api.send(call).await, ProblemCode::UnreadableBody);
    }
    assert!(
        owner
            .api
            .list_invites(List::default())
            .await
            .expect("lists")
            .data
            .is_empty()
    );
    assert!(
        other
            .api
            .list_invites(List::default())
            .await
            .expect("lists")
            .data
            .is_empty()
    );
}

#[tokio::test]
async fn an_address_is_one_person_however_it_is_written() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, token) = invited(&world, &owner, "Jane@Client.Example").await;
    assert_eq!(invite.email, "jane@client.example");
    world
        .client()
        .accept_invite(&accepting(&token), &key())
        .await
        .expect("accepts");
    let jane = world
        .sign_in("JANE@client.example")
        .await
        .expect("signs in");
    assert_eq!(jane.me.email, "jane@client.example");
    let (_, second) = invited(&world, &owner, "JANE@CLIENT.EXAMPLE").await;
    assert!(
        world
            .client()
            .look_up_invite(&second)
            .await
            .expect("opens")
            .has_account
    );
}
