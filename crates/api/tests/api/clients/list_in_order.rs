//! Lists by name and by change, and by who has a client in hand.

use super::by_hand;
use super::records::{change, group, new_record, written};
use crate::support::{Staff, World, key, refused};
use gangway_api_client::List;
use gangway_domain::ids::ClientId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{Client, UpdateClientRecord};
use std::collections::BTreeSet;

fn filter(name: &'static str, value: impl ToString) -> List {
    List {
        filters: vec![(name, value.to_string())],
        ..List::default()
    }
}

async fn names(by: &Staff, list: List) -> Vec<String> {
    let page = by.api.list_clients(list).await.expect("lists");
    page.data
        .into_iter()
        .filter_map(|client| client.name)
        .collect()
}

#[tokio::test]
async fn a34_clients_are_found_by_who_has_them_in_hand() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let manager = world
        .staff(&owner, StaffRole::Manager, "manager@harbor.example")
        .await;
    let desk = group(&owner, "Service Desk").await;
    let acme = written(&owner, "Acme", "pat@acme.example").await;
    let bee = written(&owner, "Bee", "bee@bee.example").await;
    written(&manager, "Cee", "cee@cee.example").await;
    owner
        .api
        .create_client(&by_hand("Dee", "dee@dee.example"), &key())
        .await
        .expect("creates");
    let body = UpdateClientRecord {
        account_manager: Some(Some(manager.place())),
        tech_groups: Some(vec![desk]),
        ..UpdateClientRecord::default()
    };
    change(&owner, acme.id, &body).await.expect("changes");
    owner
        .api
        .assign_engineer(bee.id, manager.place())
        .await
        .expect("assigns");
    assert_eq!(
        names(&owner, filter("account_manager", manager.place())).await,
        ["Acme"]
    );
    assert_eq!(
        names(&owner, filter("engineer", manager.place())).await,
        ["Bee"]
    );
    assert_eq!(names(&owner, filter("group", desk)).await, ["Acme"]);
    let mine: BTreeSet<_> = names(&manager, filter("mine", true))
        .await
        .into_iter()
        .collect();
    assert_eq!(mine, ["Acme", "Bee", "Cee"].map(str::to_owned).into());
    let found: BTreeSet<_> = names(&owner, filter("state", "not_invited"))
        .await
        .into_iter()
        .collect();
    assert_eq!(found, ["Acme", "Bee", "Cee"].map(str::to_owned).into());
    assert_eq!(names(&owner, filter("state", "invited")).await, ["Dee"]);
    let search = List {
        q: Some("PAT@".to_owned()),
        ..List::default()
    };
    assert_eq!(names(&owner, search).await, ["Acme"]);
    for wrong in [filter("engineer", "me"), filter("mine", "maybe")] {
        refused(
            owner.api.list_clients(wrong).await,
            ProblemCode::BadParameter,
        );
    }
    let sort = List {
        sort: Some("city".to_owned()),
        ..List::default()
    };
    refused(
        owner.api.list_clients(sort).await,
        ProblemCode::BadParameter,
    );
}

/// The key by which a client stands in an order.
fn place(sort: &str, client: &Client) -> (String, ClientId) {
    let key = match sort.trim_start_matches('-') {
        "name" => client.name.clone().unwrap_or_default().to_lowercase(),
        "created_at" => client.created_at.to_rfc3339(),
        _ => client.updated_at.to_rfc3339(),
    };
    (key, client.id)
}

#[tokio::test]
async fn id_05_in_every_order_none_is_twice_or_missing_while_others_come_and_go() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let make = async |name: String| {
        let body = new_record(&name, &format!("{}@acme.example", name.replace(' ', "")));
        owner
            .api
            .create_client_record(&body, &key())
            .await
            .expect("makes")
            .id
    };
    let (mut there, mut leaving) = (BTreeSet::new(), Vec::new());
    for number in 0..60 {
        if number % 7 == 0 {
            world.advance(chrono::Duration::milliseconds(1));
        }
        let id = make(format!("Client {}", number * 37 % 60)).await;
        if number % 10 == 3 {
            leaving.push(id);
        } else {
            there.insert(id);
        }
    }
    let mut number = 60;
    for sort in [
        "name",
        "-name",
        "created_at",
        "-created_at",
        "updated_at",
        "-updated_at",
    ] {
        let (mut seen, mut cursor) = (Vec::new(), None);
        loop {
            let list = List {
                limit: Some(7),
                cursor: cursor.take(),
                sort: Some(sort.to_owned()),
                ..List::default()
            };
            let page = owner.api.list_clients(list).await.expect("a page");
            let mut places: Vec<_> = page.data.iter().map(|client| place(sort, client)).collect();
            let given = places.clone();
            places.sort();
            if sort.starts_with('-') {
                places.reverse();
            }
            assert_eq!(given, places, "{sort}");
            seen.extend(page.data.iter().map(|client| client.id));
            make(format!("Newcomer {number}")).await;
            number += 1;
            if let Some(id) = leaving.pop() {
                let etag = owner.api.read_client(id).await.expect("reads").etag;
                owner.api.delete_client(id, &etag).await.expect("deletes");
            }
            match page.next {
                Some(next) => cursor = Some(next),
                None => break,
            }
        }
        let once: BTreeSet<_> = seen.iter().copied().collect();
        assert_eq!(once.len(), seen.len(), "{sort}: none twice");
        assert!(there.is_subset(&once), "{sort}: none is missing");
    }
    let first = List {
        limit: Some(1),
        sort: Some("name".to_owned()),
        ..List::default()
    };
    let next = owner.api.list_clients(first).await.expect("a page").next;
    let other = List {
        cursor: next,
        sort: Some("-name".to_owned()),
        ..List::default()
    };
    refused(
        owner.api.list_clients(other).await,
        ProblemCode::BadParameter,
    );
}

#[tokio::test]
async fn a34_clients_are_found_by_parts_of_their_contacts_names_however_they_are_spelt() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let mut body = new_record("Acme", "office@acme.example");
    body.primary_contact.first_name = "Jordan".to_owned();
    body.primary_contact.last_name = "McReed".to_owned();
    let made = owner.api.create_client_record(&body, &key()).await;
    made.expect("writes down");
    written(&owner, "Bee", "bee@bee.example").await;
    for q in ["reed", "REED", "mcreed", "jordan", "JORD"] {
        let list = List {
            q: Some(q.to_owned()),
            ..List::default()
        };
        assert_eq!(names(&owner, list).await, ["Acme"], "{q}");
    }
}
