//! One name, one request: one client.

use super::by_hand;
use crate::support::{World, key, refused, refused_field};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;

#[tokio::test]
async fn a_name_is_taken_once_per_partner_however_it_is_written() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    owner
        .api
        .create_client(&by_hand("Acme Ltd", "ada@acme.example"), &key())
        .await
        .expect("one");
    for name in ["Acme Ltd", "ACME  ltd", " acme ltd "] {
        let answer = owner
            .api
            .create_client(&by_hand(name, "b@acme.example"), &key())
            .await;
        refused_field(answer, "/company/name", "duplicate_existing");
    }
    world.run_jobs().await;
    assert!(world.sandbox().mailbox().to("b@acme.example").is_empty());
    other
        .api
        .create_client(&by_hand("Acme Ltd", "ada@acme.example"), &key())
        .await
        .expect("two");
}

#[tokio::test]
async fn of_twenty_at_once_with_one_name_one_is_made() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let clicks = (0..20).map(|number| {
        let api = owner.api.clone();
        let body = by_hand("Acme", &format!("ada{number}@acme.example"));
        tokio::spawn(async move {
            api.create_client(&body, &key())
                .await
                .map(|made| made.value.id)
        })
    });
    let mut made = 0;
    for click in clicks.collect::<Vec<_>>() {
        match click.await.expect("runs") {
            Ok(_) => made += 1,
            refusal => {
                refused_field(refusal, "/company/name", "duplicate_existing");
            }
        }
    }
    assert_eq!(
        (
            made,
            world.rows("clients").await,
            world.rows("invites").await
        ),
        (1, 1, 1)
    );
}

#[tokio::test]
async fn the_same_request_again_makes_no_second_client() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = by_hand("Acme", "ada@acme.example");
    let key = key();
    let call = Call::post("create_client", "/api/v1/clients")
        .json(&body)
        .key(&key);
    let first = owner.api.send(call.clone()).await.expect("creates");
    let again = owner.api.send(call).await.expect("is answered as before");
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    let other = by_hand("Bee", "ada@acme.example");
    refused(
        owner.api.create_client(&other, &key).await,
        ProblemCode::IdempotencyKeyReused,
    );
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("ada@acme.example").len(), 1);
}
