//! An import that is undone.

use super::{imported, list, now, uploaded};
use crate::logo::any_png;
use crate::support::{Staff, World, key, refused};
use gangway_api_client::List;
use gangway_domain::ids::ClientId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{
    CompanyInfoDraft, Draft, ImportState, InviteTeam, TeamMember, UpdateClientRecord,
    UpdateWidgetStyle, WidgetPosition,
};

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

/// What somebody does with a client without writing in its record.
#[derive(Clone, Copy, Debug)]
enum Done {
    Invited,
    Accepted,
    Typed,
    Logo,
    Style,
}

async fn does(world: &World, owner: &Staff, client: ClientId, done: Done) {
    match done {
        Done::Invited | Done::Accepted => {
            let members = vec![TeamMember {
                email: "jane@client.example".to_owned(),
            }];
            let invited = owner
                .api
                .invite_client_users(client, &InviteTeam { members }, &key())
                .await;
            invited.expect("invites");
            if matches!(done, Done::Accepted) {
                world.accept("jane@client.example").await;
            }
        }
        Done::Typed => {
            let draft = Draft {
                company_info: Some(CompanyInfoDraft {
                    city: Some("Portland".to_owned()),
                    ..CompanyInfoDraft::default()
                }),
                ..Draft::default()
            };
            owner.api.save_draft(client, &draft).await.expect("saves");
        }
        Done::Logo => {
            let kept = owner.api.put_logo(client, "a.png", any_png()).await;
            kept.expect("keeps");
        }
        Done::Style => {
            let read = owner.api.read_widget_style(client).await.expect("reads");
            let look = UpdateWidgetStyle {
                enabled: true,
                color: "#fde047".to_owned(),
                position: WidgetPosition::BottomLeft,
                button_label: None,
                greeting: None,
            };
            let saved = owner
                .api
                .update_widget_style(client, &look, &read.etag)
                .await;
            saved.expect("saves");
        }
    }
}

#[tokio::test]
async fn d21_a_client_that_somebody_sets_up_is_not_deleted_though_its_record_is_as_imported() {
    for done in [
        Done::Invited,
        Done::Accepted,
        Done::Typed,
        Done::Logo,
        Done::Style,
    ] {
        let world = World::start().await;
        let owner = world.partner("Harbor IT").await;
        let import = uploaded(&owner, list(&["Acme", "Beta"])).await;
        imported(&world, &owner, import.id).await;
        let clients = owner.api.list_clients(List::first()).await.expect("lists");
        let acme = clients.data[0].id;
        does(&world, &owner, acme, done).await;
        let problem = refused(
            owner.api.undo_import(import.id).await,
            ProblemCode::Conflict,
        );
        let named: Vec<&str> = problem
            .errors
            .iter()
            .map(|error| error.pointer.as_str())
            .collect();
        assert_eq!(named, [format!("/clients/{acme}")], "{done:?}");
    }
}

#[tokio::test]
async fn d21_a_client_that_somebody_sets_up_while_it_is_undone_stays() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, list(&["Acme", "Beta"])).await;
    imported(&world, &owner, import.id).await;
    let clients = owner.api.list_clients(List::first()).await.expect("lists");
    let acme = clients.data[0].id;
    owner.api.undo_import(import.id).await.expect("undoes");
    does(&world, &owner, acme, Done::Invited).await;
    world.run_jobs().await;
    assert_eq!(now(&owner, import.id).await.undone, 1);
    owner.api.read_client(acme).await.expect("is still there");
}
