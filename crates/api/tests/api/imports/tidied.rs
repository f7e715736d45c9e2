//! What is kept of a list goes when it is no longer needed.

use super::{imported, list, now, uploaded};
use crate::jobs::rows::open_job;
use crate::support::{Staff, World, refused};
use chrono::Duration;
use gangway::jobs;
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{ImportState, MatchColumns};

/// So many days later, signed in again.
async fn later(world: &World, days: i64) -> Staff {
    world.advance(Duration::days(days));
    world.run_jobs().await;
    let owner = world.sign_in("owner@harborit.example").await;
    owner.expect("signs in")
}

async fn files(world: &World) -> usize {
    world.context().objects.files().await.expect("lists").len()
}

#[tokio::test]
async fn up_08_rows_of_an_import_that_is_over_go_after_a_while_and_its_counts_stay() {
    let world = World::start_with(&[("GANGWAY_IMPORTS_DAYS", "10")]).await;
    let owner = world.partner("Harbor IT").await;
    let text = String::from_utf8(list(&["Acme", "", ""])).expect("text");
    let file = text.replace("pat@acme", "PAT@acme").into_bytes();
    let import = uploaded(&owner, file).await.id;
    let done = imported(&world, &owner, import).await;
    assert_eq!((done.created, done.faulty, done.changes.len()), (1, 2, 1));
    let owner = later(&world, 9).await;
    assert_eq!(now(&owner, import).await, done, "not yet");
    assert_eq!(world.rows("client_import_rows").await, 2);
    let owner = later(&world, 2).await;
    assert_eq!(world.rows("client_import_rows").await, 0);
    let tidied = now(&owner, import).await;
    assert_eq!(tidied.state, ImportState::Done);
    assert_eq!((tidied.rows, tidied.created, tidied.faulty), (3, 1, 2));
    assert!(tidied.preview.is_empty() && tidied.changes.is_empty());
    let errors = owner.api.download_import_errors(import).await;
    let errors = String::from_utf8(errors.expect("downloads")).expect("text");
    assert_eq!(errors.lines().count(), 1, "{errors}");
    later(&world, 30).await;
    assert_eq!(world.events("client_import.tidied").await, 1, "once");
    // What it made is known still.
    let owner = later(&world, 0).await;
    owner.api.undo_import(import).await.expect("undoes");
    world.run_jobs().await;
    assert_eq!(now(&owner, import).await.undone, 1);
}

#[tokio::test]
async fn up_08_a_list_that_nobody_confirms_is_dropped_with_its_file() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, list(&["Acme", ""])).await.id;
    let owner = later(&world, 29).await;
    assert_eq!(now(&owner, import).await.state, ImportState::Ready);
    let owner = later(&world, 2).await;
    assert_eq!(now(&owner, import).await.state, ImportState::Cancelled);
    assert_eq!(files(&world).await, 0);
    assert_eq!(world.events("client_import.cancelled").await, 1);
    refused(
        owner.api.confirm_import(import).await,
        ProblemCode::Conflict,
    );
    let rows = owner.api.list_import_rows(import, List::first()).await;
    assert_eq!(rows.expect("lists").data.len(), 1, "to be downloaded still");
    let owner = later(&world, 31).await;
    let rows = owner.api.list_import_rows(import, List::first()).await;
    assert!(rows.expect("lists").data.is_empty());
    assert_eq!(now(&owner, import).await.preview, []);
}

#[tokio::test]
async fn up_08_a_list_that_nobody_matches_loses_its_file() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(
        &owner,
        b"Company,Mail\r\nAcme,pat@acme.example\r\n".to_vec(),
    )
    .await;
    assert!(import.can_be_matched);
    assert_eq!(files(&world).await, 1);
    let owner = later(&world, 31).await;
    assert_eq!(files(&world).await, 0);
    let later = now(&owner, import.id).await;
    assert_eq!(later.state, ImportState::Refused);
    assert!(!later.can_be_matched);
    let columns = vec![Some("ClientName".to_owned()), None];
    let body = MatchColumns { columns };
    refused(
        owner.api.match_import_columns(import.id, &body).await,
        ProblemCode::Conflict,
    );
}

#[tokio::test]
async fn jq_04_an_import_whose_job_was_taken_out_of_the_queue_goes_on_within_two_hours() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, list(&["Acme"])).await.id;
    owner.api.confirm_import(import).await.expect("confirms");
    let job = open_job(&world, "import_advanced").await.id;
    assert!(jobs::cancel(world.context(), job).await.expect("cancels"));
    world.run_jobs().await;
    assert_eq!(now(&owner, import).await.state, ImportState::Importing);
    world.advance(Duration::hours(1));
    world.run_jobs().await;
    let owner = later(&world, 0).await;
    let done = now(&owner, import).await;
    assert_eq!((done.state, done.created), (ImportState::Done, 1));
}

#[tokio::test]
async fn jq_04_to_look_whether_a_list_is_to_be_tidied_up_is_no_try() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, list(&["Acme", ""])).await.id;
    imported(&world, &owner, import).await;
    let before = open_job(&world, "import_tidied").await;
    world.advance(Duration::hours(1));
    world.run_jobs().await;
    let after = open_job(&world, "import_tidied").await;
    assert!(after.run_at > before.run_at, "it has looked");
    assert_eq!(after.attempts, 0);
}
