//! What is not taken, and from whom.

use super::{HEADER, assert_true, imported, list, long, now, row, uploaded};
use crate::support::{Staff, World, key, refused};
use gangway_api_client::List;
use gangway_domain::ids::ImportId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ClientImport, ImportState, MOST_IMPORT_BYTES};
use std::time::Duration;

#[tokio::test]
async fn d8_a_file_that_cannot_be_read_is_refused_whole_and_not_kept_unless_its_columns_can_be_matched()
 {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for (file, code) in [
        (&b""[..], "empty_file"),
        (b"\x89PNG\r\n\x1a\n", "file_type"),
        (b"ClientName|Color\r\nAcme|red\r\n", "header"),
        (b"ClientName,Color\r\nAcme,red\r\n", "header"),
    ] {
        let import = uploaded(&owner, file.to_vec()).await;
        assert_eq!(import.state, ImportState::Refused, "{code}");
        assert_eq!(import.faults[0].code.as_str(), code);
        let of_another_layout = file.contains(&b',');
        assert_eq!(import.can_be_matched, of_another_layout, "{code}");
        refused(
            owner.api.confirm_import(import.id).await,
            ProblemCode::Conflict,
        );
        refused(
            owner.api.cancel_import(import.id).await,
            ProblemCode::Conflict,
        );
    }
    world.run_jobs().await;
    let kept = world.context().objects.files().await.expect("lists");
    assert_eq!(kept.len(), 1, "the one whose columns can be matched");
    assert_eq!(world.events("client_import.refused").await, 4);
}

#[tokio::test]
async fn up_01_a_zero_character_refuses_its_row_and_a_mark_shows_where_it_stood() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, list(&["Acme", "Be\0ta"])).await;
    assert_eq!((import.good, import.faulty), (1, 1), "{import:?}");
    assert_eq!(import.preview[1].cells[0], "Be\u{fffd}ta");
    let rows = owner.api.list_import_rows(import.id, List::first()).await;
    let row = &rows.expect("lists").data[0];
    assert_eq!(row.cells[0], "Be\u{fffd}ta");
    assert_eq!(row.faults[0].code.as_str(), "invalid_text");
    assert_eq!(row.faults[0].value, "Be\u{fffd}ta");
    let import = uploaded(
        &owner,
        b"Client\0Name,Mail\r\nAcme,a@acme.example\r\n".to_vec(),
    )
    .await;
    assert_eq!(import.state, ImportState::Refused, "{import:?}");
}

#[tokio::test]
async fn id_07_a_file_that_is_too_large_is_refused_and_leaves_nothing() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let file = vec![b'a'; MOST_IMPORT_BYTES + 1];
    let answer = owner.api.upload_import("a.csv", file, false, &key()).await;
    refused(answer, ProblemCode::TooLarge);
    assert_eq!(world.rows("client_imports").await, 0);
    assert!(
        world
            .context()
            .objects
            .files()
            .await
            .expect("lists")
            .is_empty()
    );
}

#[tokio::test]
async fn up_08_a_partner_has_so_many_open_imports_and_no_more() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let mut last = None;
    for number in 0..20 {
        last = Some(
            uploaded(&owner, list(&[&format!("Client {number}")]))
                .await
                .id,
        );
    }
    let more = async || {
        owner
            .api
            .upload_import("a.csv", list(&["More"]), false, &key())
            .await
    };
    refused(more().await, ProblemCode::QuotaReached);
    let kept = world.context().objects.files().await.expect("lists");
    assert_eq!(kept.len(), 20);
    owner
        .api
        .cancel_import(last.expect("one"))
        .await
        .expect("cancels");
    more().await.expect("there is room again");
}

#[tokio::test]
async fn a12_a_sales_rep_sees_their_own_lists_and_a_technician_none() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harborit.example")
        .await;
    let tech = world
        .staff(&owner, StaffRole::Technician, "tech@harborit.example")
        .await;
    let (ours, theirs) = (
        uploaded(&owner, list(&["Acme"])).await,
        uploaded(&rep, list(&["Beta"])).await,
    );
    let seen = rep
        .api
        .list_imports(List::first())
        .await
        .expect("lists")
        .data;
    assert_eq!(seen, std::slice::from_ref(&theirs));
    refused(rep.api.read_import(ours.id).await, ProblemCode::NotFound);
    refused(rep.api.confirm_import(ours.id).await, ProblemCode::NotFound);
    refused(rep.api.undo_import(theirs.id).await, ProblemCode::Forbidden);
    let all = owner
        .api
        .list_imports(List::first())
        .await
        .expect("lists")
        .data;
    assert_eq!(all, [theirs, ours]);
    refused(
        tech.api.list_imports(List::first()).await,
        ProblemCode::Forbidden,
    );
    let upload = tech
        .api
        .upload_import("a.csv", list(&["Gamma"]), false, &key())
        .await;
    refused(upload, ProblemCode::Forbidden);
}

/// Works until something of it is done, deactivates who asked for it, and tells how much was done by then.
async fn deactivated_at_work(
    world: &World,
    owner: &Staff,
    asker: &Staff,
    import: ImportId,
    done: impl Fn(ClientImport) -> u32,
) -> u32 {
    let leave = async {
        while done(now(owner, import).await) == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let gone = owner.api.deactivate_user(asker.place()).await;
        gone.expect("deactivates");
        done(now(owner, import).await)
    };
    tokio::join!(world.run_jobs(), leave).1
}

#[tokio::test]
async fn tn_08_an_import_ends_at_once_when_whoever_asked_for_it_is_deactivated() {
    const CLIENTS: usize = 3_000;
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harborit.example")
        .await;
    let import = uploaded(&rep, long(CLIENTS)).await.id;
    world.run_jobs().await;
    rep.api.confirm_import(import).await.expect("confirms");
    let created = |import: ClientImport| import.created;
    let created = deactivated_at_work(&world, &owner, &rep, import, created).await;
    let after = now(&owner, import).await;
    assert_eq!(after.state, ImportState::Cancelled);
    // A batch may have been on its way.
    assert!(after.created <= created + 500, "{after:?}");
    assert!((after.created as usize) < CLIENTS, "{after:?}");
    assert_true(&world, &after).await;
}

#[tokio::test]
async fn tn_08_undoing_ends_at_once_when_whoever_asked_for_it_is_deactivated() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let admin = world
        .staff(&owner, StaffRole::Administrator, "admin@harborit.example")
        .await;
    let import = uploaded(&owner, long(1_500)).await.id;
    world.run_jobs().await;
    assert_eq!(imported(&world, &owner, import).await.created, 1_500);
    admin.api.undo_import(import).await.expect("undoes");
    let undone = |import: ClientImport| import.undone;
    let undone = deactivated_at_work(&world, &owner, &admin, import, undone).await;
    let after = now(&owner, import).await;
    assert_eq!(after.state, ImportState::Cancelled);
    // A batch may have been on its way.
    assert!(after.undone <= undone + 100, "{after:?}");
    assert!(after.undone < 1_500, "{after:?}");
    let counted = List {
        count: true,
        ..List::first()
    };
    let left = owner.api.list_clients(counted).await.expect("lists").total;
    assert_eq!(left, Some(u64::from(after.created - after.undone)));
    // Whoever may finishes it.
    owner.api.undo_import(import).await.expect("undoes");
    world.run_jobs().await;
    let after = now(&owner, import).await;
    assert_eq!((after.state, after.undone), (ImportState::Undone, 1_500));
}

#[tokio::test]
async fn tn_08_a_check_ends_at_once_when_whoever_asked_for_it_is_deactivated() {
    const ROWS: u32 = 20_000;
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harborit.example")
        .await;
    let mut text = format!("{HEADER}\r\n");
    for number in 0..ROWS {
        text += &row(&format!("Client {number}")).replacen("US,America", "US,Atlantis", 1);
    }
    let import = uploaded(&rep, text.into_bytes()).await;
    assert_eq!(import.state, ImportState::Checking);
    deactivated_at_work(&world, &owner, &rep, import.id, |import| import.faulty).await;
    let after = now(&owner, import.id).await;
    assert_eq!(after.state, ImportState::Cancelled);
    assert!(after.faulty < ROWS, "{after:?}");
}
