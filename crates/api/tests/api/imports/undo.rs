//! An import that is undone.

use super::{imported, list, now, uploaded};
use crate::support::{World, refused};
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{ImportState, UpdateClientRecord};

#[tokio::test]
async fn d21_an_import_is_undone_while_nobody_has_changed_its_clients() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, list(&["Acme", "Beta"])).await;
    refused(
        owner.api.undo_import(import.id).await,
        ProblemCode::Conflict,
    );
    imported(&world, &owner, import.id).await;
    let undoing = owner.api.undo_import(import.id).await.expect("undoes");
    assert_eq!(undoing.state, ImportState::Undoing);
    world.run_jobs().await;
    let undone = now(&owner, import.id).await;
    assert_eq!((undone.state, undone.undone), (ImportState::Undone, 2));
    let left = owner.api.list_clients(List::first()).await.expect("lists");
    assert!(left.data.is_empty());
    assert_eq!(world.events("client.deleted").await, 2);
    // The names are free again, and the file can be imported once more.
    let again = uploaded(&owner, list(&["Acme", "Beta"])).await;
    assert_ne!(again.id, import.id);
    assert_eq!(imported(&world, &owner, again.id).await.created, 2);
}

#[tokio::test]
async fn d21_what_was_changed_is_named_and_nothing_is_deleted() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, list(&["Acme", "Beta"])).await;
    imported(&world, &owner, import.id).await;
    let clients = owner
        .api
        .list_clients(List::first())
        .await
        .expect("lists")
        .data;
    let acme = clients
        .iter()
        .find(|client| client.name.as_deref() == Some("Acme"));
    let acme = acme.expect("Acme").id;
    let read = owner.api.read_client_record(acme).await.expect("reads");
    let body = UpdateClientRecord {
        email: Some("office@acme.example".to_owned()),
        ..UpdateClientRecord::default()
    };
    let changed = owner
        .api
        .update_client_record(acme, &body, &read.etag)
        .await;
    let changed = changed.expect("changes");
    let problem = refused(
        owner.api.undo_import(import.id).await,
        ProblemCode::Conflict,
    );
    let [named] = problem.errors.as_slice() else {
        panic!("{problem:?}")
    };
    assert_eq!(named.code, "changed");
    assert!(named.message.starts_with("Acme "), "{named:?}");
    world.run_jobs().await;
    let left = owner.api.list_clients(List::first()).await.expect("lists");
    assert_eq!(left.data.len(), 2);
    // One that is deleted already is not in the way.
    owner
        .api
        .delete_client(acme, &changed.etag)
        .await
        .expect("deletes");
    owner.api.undo_import(import.id).await.expect("undoes");
    world.run_jobs().await;
    assert_eq!(now(&owner, import.id).await.undone, 1);
}
