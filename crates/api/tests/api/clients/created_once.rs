//! One name, one request: one client.

use super::by_hand;
use crate::support::{World, key, refused, refused_field};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;

#[tokio::test]
async fn id_06_a_name_is_taken_once_per_partner_however_it_is_written() {
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
async fn id_06_of_fifty_at_once_with_one_name_one_is_made() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    // As people write one name: in capitals, with more blanks, with é as one character or as two.
    let written = [
        "Café Acme",
        "CAFÉ ACME",
        "café  acme",
        " Cafe\u{301} Acme ",
        "CAFE\u{301} ACME",
    ];
    let clicks = (0..50).map(|number| {
        let api = owner.api.clone();
        let name = written[number % written.len()];
        let body = by_hand(name, &format!("ada{number}@acme.example"));
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
async fn id_03_the_same_request_again_makes_no_second_client() {
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

#[tokio::test]
async fn id_03_of_twenty_at_once_with_one_key_one_takes_effect() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let key = key();
    let call = Call::post("create_client", "/api/v1/clients")
        .json(&by_hand("Acme", "ada@acme.example"))
        .key(&key);
    let sent = (0..20).map(|_| {
        let (api, call) = (owner.api.clone(), call.clone());
        tokio::spawn(async move { api.exchange(&call, api.access_token().as_deref()).await })
    });
    let mut bodies = Vec::new();
    for answer in sent.collect::<Vec<_>>() {
        let answer = answer.await.expect("runs").expect("answers");
        match answer.status {
            201 => bodies.push(answer.body),
            status => assert_eq!(status, 409, "still working"),
        }
    }
    bodies.dedup();
    assert_eq!((bodies.len(), world.rows("clients").await), (1, 1));
}

#[tokio::test]
async fn id_03_one_key_means_two_things_at_two_partners_and_lasts_a_day() {
    let world = World::start().await;
    let (harbor, river) = (
        world.partner("Harbor IT").await,
        world.partner("River IT").await,
    );
    let (key, body) = (key(), by_hand("Acme", "ada@acme.example"));
    let of_harbor = harbor.api.create_client(&body, &key).await.expect("one");
    let of_river = river.api.create_client(&body, &key).await.expect("another");
    assert_ne!(of_harbor.value.id, of_river.value.id);
    world.advance(chrono::Duration::hours(25));
    let owner = world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    let later = owner.api.create_client(&body, &key).await;
    refused_field(later, "/company/name", "duplicate_existing");
}

#[cfg(feature = "failpoints")]
#[tokio::test]
async fn id_03_a_fault_of_ours_is_not_kept_as_the_answer() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (key, body) = (key(), by_hand("Acme", "ada@acme.example"));
    fail::cfg_callback("before_commit", || panic!("a fault")).expect("a fail point");
    let call = Call::post("create_client", "/api/v1/clients")
        .json(&body)
        .key(&key);
    let answer = owner
        .api
        .exchange(&call, owner.api.access_token().as_deref())
        .await;
    fail::remove("before_commit");
    assert_eq!(answer.expect("answers").status, 500);
    assert_eq!(world.rows("clients").await, 0);
    owner
        .api
        .create_client(&body, &key)
        .await
        .expect("as if for the first time");
}
