//! ID-06: names, addresses of first contacts and domains are one client's.

use super::{change, new_record, written};
use crate::support::{World, key, taken};
use gangway_api_client::{Client, Failure};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{NewClientRecord, UpdateClientRecord};

/// How many of these, sent at once, are made; the others are conflicts.
async fn race(api: &Client, bodies: Vec<NewClientRecord>) -> usize {
    let sent = bodies.into_iter().map(|body| {
        let api = api.clone();
        tokio::spawn(async move { api.create_client_record(&body, &key()).await })
    });
    let mut made = 0;
    for sent in sent.collect::<Vec<_>>() {
        match sent.await.expect("runs") {
            Ok(_) => made += 1,
            Err(Failure::Problem(problem)) => {
                assert_eq!(
                    (problem.status, problem.code()),
                    (409, ProblemCode::Conflict.as_str()),
                    "{problem:?}"
                );
                assert_eq!(problem.errors[0].code, "duplicate_existing");
            }
            Err(failure) => panic!("{failure:?}"),
        }
    }
    made
}

#[tokio::test]
async fn id_06_of_fifty_at_once_with_one_name_one_is_made() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let names = [
        "Café Acme",
        "CAFÉ ACME",
        "café  acme",
        " Cafe\u{301} Acme ",
        "CAFE\u{301}\u{200b} ACME",
    ];
    let bodies = (0..50).map(|number| {
        new_record(
            names[number % names.len()],
            &format!("pat{number}@acme.example"),
        )
    });
    assert_eq!(race(&owner.api, bodies.collect()).await, 1);
    for table in [
        "clients",
        "contacts",
        "sites",
        "client_hours",
        "onboardings",
    ] {
        assert_eq!(world.rows(table).await, 1, "{table}");
    }
}

#[tokio::test]
async fn id_06_of_fifty_at_once_with_one_contact_one_is_made() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let emails = [
        "pat@bücher.example",
        "PAT@BÜCHER.example",
        " pat@bu\u{308}cher.example ",
        "Pat@xn--bcher-kva.example",
    ];
    let bodies =
        (0..50).map(|number| new_record(&format!("Acme {number}"), emails[number % emails.len()]));
    assert_eq!(race(&owner.api, bodies.collect()).await, 1);
    assert_eq!(
        (world.rows("clients").await, world.rows("contacts").await),
        (1, 1)
    );
}

#[tokio::test]
async fn id_06_a_domain_is_one_client_s_and_another_partner_knows_nothing_of_it() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let mut body = new_record("Acme", "pat@acme.example");
    body.email_domains = vec!["acme.example".to_owned()];
    owner
        .api
        .create_client_record(&body, &key())
        .await
        .expect("one");
    other
        .api
        .create_client_record(&body, &key())
        .await
        .expect("two");
    body.name = "Bee".to_owned();
    body.primary_contact.email = "bee@bee.example".to_owned();
    body.email_domains = vec!["bee.example".to_owned(), "Acme.example".to_owned()];
    let answer = owner.api.create_client_record(&body, &key()).await;
    taken(answer, "/email_domains/1");
}

#[tokio::test]
async fn id_06_what_another_client_has_cannot_be_changed_to() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    written(&owner, "Acme", "pat@acme.example").await;
    let bee = written(&owner, "Bee", "bee@bee.example").await;
    let name = UpdateClientRecord {
        name: Some("ACME".to_owned()),
        ..UpdateClientRecord::default()
    };
    taken(change(&owner, bee.id, &name).await, "/name");
    let mut contact = bee.primary_contact.clone().expect("a contact");
    contact.email = "PAT@acme.example".to_owned();
    let contact = UpdateClientRecord {
        primary_contact: Some(contact),
        ..UpdateClientRecord::default()
    };
    taken(
        change(&owner, bee.id, &contact).await,
        "/primary_contact/email",
    );
    // Its own name in another case is its own.
    let name = UpdateClientRecord {
        name: Some("BEE".to_owned()),
        ..UpdateClientRecord::default()
    };
    let changed = change(&owner, bee.id, &name).await.expect("changes");
    assert_eq!(changed.value.name.as_deref(), Some("BEE"));
}
