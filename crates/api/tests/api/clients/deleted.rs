//! Deleted, and restored.

use super::records::{change, written};
use crate::support::{World, company_info, key, refused, taken};
use crate::tenancy::fill;
use chrono::Duration;
use gangway_api_client::List;
use gangway_domain::ids::ClientId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{DeleteClients, UpdateClientRecord};
use sea_orm::ConnectionTrait as _;
use std::collections::BTreeMap;

fn deleted() -> List {
    List {
        filters: vec![("deleted", "true".to_owned())],
        count: true,
        ..List::default()
    }
}

#[tokio::test]
async fn a34_a_deleted_client_is_gone_for_everybody_until_it_is_restored() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    jane.api
        .submit_company_info(jane.client, &company_info("Acme"), &key())
        .await
        .expect("submits");
    let read = owner.api.read_client(jane.client).await.expect("reads");
    owner
        .api
        .delete_client(jane.client, &read.etag)
        .await
        .expect("deletes");
    refused(
        owner.api.read_client(jane.client).await,
        ProblemCode::NotFound,
    );
    refused(
        owner.api.read_client_record(jane.client).await,
        ProblemCode::NotFound,
    );
    refused(
        owner.api.read_onboarding(jane.client).await,
        ProblemCode::NotFound,
    );
    refused(
        jane.api.read_client(jane.client).await,
        ProblemCode::NotSignedIn,
    );
    assert!(
        owner
            .api
            .list_clients(List::default())
            .await
            .expect("lists")
            .data
            .is_empty()
    );
    let page = owner.api.list_clients(deleted()).await.expect("lists");
    assert_eq!(page.total, Some(1));
    assert!(page.data[0].deleted_at.is_some());
    let etag = read.etag;
    refused(
        owner.api.delete_client(jane.client, &etag).await,
        ProblemCode::NotFound,
    );

    let restored = owner
        .api
        .restore_client(jane.client)
        .await
        .expect("restores");
    assert_eq!(restored.value.name.as_deref(), Some("Acme"));
    refused(
        owner.api.restore_client(jane.client).await,
        ProblemCode::NotFound,
    );
    let seen = jane
        .api
        .read_client(jane.client)
        .await
        .expect("reads again");
    assert_eq!(seen.value.deleted_at, None);
    assert_eq!(
        (
            world.events("client.deleted").await,
            world.events("client.restored").await
        ),
        (1, 1)
    );
}

#[tokio::test]
async fn a34_what_a_deleted_client_had_is_free_and_restoring_says_who_has_it_now() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let acme = written(&owner, "Acme", "pat@acme.example").await;
    let domains = UpdateClientRecord {
        email_domains: Some(vec!["acme.example".to_owned()]),
        ..UpdateClientRecord::default()
    };
    let etag = change(&owner, acme.id, &domains)
        .await
        .expect("changes")
        .etag;
    owner
        .api
        .delete_client(acme.id, &etag)
        .await
        .expect("deletes");
    let new = written(&owner, "ACME", "pat@acme.example").await;
    change(&owner, new.id, &domains)
        .await
        .expect("takes the domain");
    taken(owner.api.restore_client(acme.id).await, "/name");
    let name = UpdateClientRecord {
        name: Some("Acme Two".to_owned()),
        ..UpdateClientRecord::default()
    };
    change(&owner, new.id, &name).await.expect("renames");
    taken(
        owner.api.restore_client(acme.id).await,
        "/primary_contact/email",
    );
    let mut contact = new.primary_contact.expect("a contact");
    contact.email = "two@acme.example".to_owned();
    let contact = UpdateClientRecord {
        primary_contact: Some(contact),
        ..UpdateClientRecord::default()
    };
    change(&owner, new.id, &contact).await.expect("changes");
    taken(owner.api.restore_client(acme.id).await, "/email_domains");
    let none = UpdateClientRecord {
        email_domains: Some(Vec::new()),
        ..UpdateClientRecord::default()
    };
    change(&owner, new.id, &none).await.expect("changes");
    owner.api.restore_client(acme.id).await.expect("restores");
    let record = owner
        .api
        .read_client_record(acme.id)
        .await
        .expect("reads")
        .value;
    assert_eq!(record.email_domains, ["acme.example"]);
}

#[tokio::test]
async fn a34_several_are_deleted_together_or_none_of_them() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let mut ids: Vec<ClientId> = Vec::new();
    for number in 0..3 {
        let email = format!("pat{number}@acme.example");
        ids.push(written(&owner, &format!("Acme {number}"), &email).await.id);
    }
    let foreign = written(&other, "Foreign", "pat@foreign.example").await.id;
    let body = DeleteClients {
        ids: vec![ids[0], foreign],
    };
    let before = world.tables().await;
    refused(
        owner.api.delete_clients(&body, &key()).await,
        ProblemCode::NotFound,
    );
    assert_eq!(world.tables().await, before);
    let body = DeleteClients {
        ids: vec![ids[0], ids[1], ids[0]],
    };
    let again = key();
    let answer = owner
        .api
        .delete_clients(&body, &again)
        .await
        .expect("deletes");
    assert_eq!(answer.deleted, 2);
    let replayed = owner
        .api
        .delete_clients(&body, &again)
        .await
        .expect("the same");
    assert_eq!(replayed, answer);
    let left = owner
        .api
        .list_clients(List::default())
        .await
        .expect("lists")
        .data;
    assert_eq!(
        left.iter().map(|client| client.id).collect::<Vec<_>>(),
        [ids[2]]
    );
    refused(
        owner
            .api
            .delete_clients(&DeleteClients { ids: vec![] }, &key())
            .await,
        ProblemCode::InvalidFields,
    );
    let many = DeleteClients {
        ids: vec![ids[2]; 101],
    };
    refused(
        owner.api.delete_clients(&many, &key()).await,
        ProblemCode::InvalidFields,
    );
}

#[tokio::test]
async fn a34_a_client_is_restorable_for_the_days_that_are_set() {
    let world = World::start_with(&[("GANGWAY_DELETED_CLIENTS_DAYS", "2")]).await;
    let owner = world.partner("Harbor IT").await;
    let acme = written(&owner, "Acme", "pat@acme.example").await;
    let body = DeleteClients { ids: vec![acme.id] };
    let answer = owner
        .api
        .delete_clients(&body, &key())
        .await
        .expect("deletes");
    let left = answer.restorable_until - world.context().now();
    assert!(
        left <= Duration::days(2) && left > Duration::hours(47),
        "{left}"
    );
    world.advance(Duration::days(2));
    let owner = world.sign_in(&owner.email).await.expect("signs in");
    refused(
        owner.api.restore_client(acme.id).await,
        ProblemCode::NotFound,
    );
}

#[tokio::test]
async fn tn_11_after_its_days_nothing_is_left_of_a_client_and_its_number_is_given_back() {
    let world = World::start_with(&[("GANGWAY_DELETED_CLIENTS_DAYS", "2")]).await;
    crate::texting::talk::to_noon(&world);
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    // One of everything, and a neighbour.
    let gone = fill(&world, &owner).await;
    let stays = written(&other, "Neighbour", "pat@neighbour.example")
        .await
        .id;
    world.run_jobs().await;
    assert_eq!(world.sandbox().twilio().numbers().len(), 1);
    let etag = owner.api.read_client(gone).await.expect("reads").etag;
    owner.api.delete_client(gone, &etag).await.expect("deletes");
    let neighbour = of_client(&world, stays).await;
    world.advance(Duration::hours(47));
    world.run_jobs().await;
    assert!(
        of_client(&world, gone).await.len() > 20,
        "it can still be restored"
    );
    world.advance(Duration::hours(1));
    world.run_jobs().await;
    let left = of_client(&world, gone).await;
    let left: Vec<_> = left.keys().filter(|table| *table != "events").collect();
    assert_eq!(left, Vec::<&String>::new());
    assert!(world.sandbox().twilio().numbers().is_empty());
    assert_eq!(world.events("client.removed").await, 1);
    let checked = gangway::events::verify(world.context()).await;
    assert_eq!(checked.expect("verifies").broken, None);
    assert_eq!(of_client(&world, stays).await, neighbour);
}

/// How many rows of each table name a client.
pub async fn of_client(world: &World, client: ClientId) -> BTreeMap<String, usize> {
    let (plain, bare) = (client.to_string(), client.0.simple().to_string());
    let names = |row: &&String| {
        let row = row.to_lowercase();
        row.contains(&plain) || row.contains(&bare)
    };
    let tables = world.tables().await.into_iter();
    let counted = tables.map(|(table, rows)| (table, rows.iter().filter(names).count()));
    // A finished job names what it did; it goes with the other finished ones.
    counted
        .filter(|(table, rows)| *rows > 0 && !matches!(table.as_str(), "jobs" | "idempotency_keys"))
        .collect()
}

#[tokio::test]
async fn tn_11_a_client_that_was_restored_stays_and_the_ledger_of_others_is_never_removed() {
    let world = World::start_with(&[("GANGWAY_DELETED_CLIENTS_DAYS", "1")]).await;
    crate::texting::talk::to_noon(&world);
    let owner = world.partner("Harbor IT").await;
    let client = fill(&world, &owner).await;
    world.run_jobs().await;
    let etag = owner.api.read_client(client).await.expect("reads").etag;
    owner
        .api
        .delete_client(client, &etag)
        .await
        .expect("deletes");
    owner.api.restore_client(client).await.expect("restores");
    let before = of_client(&world, client).await;
    world.advance(Duration::days(3));
    world.run_jobs().await;
    assert_eq!(of_client(&world, client).await, before);
    let tx = world.context().db.begin().await.expect("begins");
    let removed = tx.execute_unprepared("delete from consents").await;
    assert!(removed.is_err(), "the ledger of a client that is there");
}

#[tokio::test]
async fn a11_whoever_only_makes_clients_deletes_none_and_sees_no_deleted_ones() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harbor.example")
        .await;
    let own = written(&rep, "Own", "pat@own.example").await;
    let etag = rep.api.read_client(own.id).await.expect("reads").etag;
    refused(
        rep.api.delete_client(own.id, &etag).await,
        ProblemCode::Forbidden,
    );
    refused(
        rep.api.list_clients(deleted()).await,
        ProblemCode::Forbidden,
    );
}
