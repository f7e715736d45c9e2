//! A list from its upload to its clients.

use super::{HEADER, assert_true, imported, list, long, now, row, uploaded};
use crate::support::{World, key, refused};
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::ImportState;

#[tokio::test]
async fn d21_nothing_is_written_until_the_preview_is_confirmed() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, list(&["Acme", "Beta", ""])).await;
    assert_eq!(import.state, ImportState::Ready);
    assert_eq!((import.rows, import.good, import.faulty), (3, 2, 1));
    assert_eq!(import.preview.len(), 3);
    assert_eq!(import.preview[2].faults[0].code.as_str(), "required");
    assert_eq!(import.columns[0], "ClientName");
    assert_eq!(world.rows("clients").await, 0);
    world.run_jobs().await;
    assert_eq!(world.rows("clients").await, 0, "still");
    let done = imported(&world, &owner, import.id).await;
    assert_eq!((done.state, done.created), (ImportState::Done, 2));
    assert_true(&world, &done).await;
    let clients = owner.api.list_clients(List::first()).await.expect("lists");
    let named = clients
        .data
        .iter()
        .find(|client| client.name.as_deref() == Some("Acme"));
    let record = owner.api.read_client_record(named.expect("Acme").id).await;
    let record = record.expect("reads").value;
    assert_eq!(
        record.primary_contact.expect("one").email,
        "pat@acme-mail.example"
    );
    assert_eq!(record.email_domains, ["acme.example"]);
    let site = &record.sites[0];
    assert!(site.is_headquarters);
    assert_eq!(site.region.as_deref(), Some("NY"));
    assert!(
        world
            .context()
            .objects
            .files()
            .await
            .expect("lists")
            .is_empty()
    );
    for kind in ["uploaded", "checked", "confirmed", "finished"] {
        assert_eq!(
            world.events(&format!("client_import.{kind}")).await,
            1,
            "{kind}"
        );
    }
}

#[tokio::test]
async fn d21_what_is_stored_otherwise_is_counted_and_the_first_of_it_shown() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let text = list(&["Acme", "Beta", "Gamma"]);
    let text = String::from_utf8(text)
        .expect("text")
        .replace("Pat,Doe,pat@", "Pat,Doe,PAT@");
    let import = uploaded(&owner, text.into_bytes()).await;
    let [change] = import.changes.as_slice() else {
        panic!("{:?}", import.changes)
    };
    assert_eq!(change.column, "PrimaryContactEmail");
    assert_eq!((change.rows, change.first_row), (3, 2));
    assert_eq!(change.from, "PAT@acme-mail.example");
    assert_eq!(change.to, "pat@acme-mail.example");
}

#[tokio::test]
async fn up_02_the_same_file_again_is_the_same_import_and_adds_nothing() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let file = list(&["Acme", "Beta"]);
    let first = uploaded(&owner, file.clone()).await;
    assert_eq!(uploaded(&owner, file.clone()).await, first);
    imported(&world, &owner, first.id).await;
    // A double click, and once more when it is done.
    let again = imported(&world, &owner, first.id).await;
    assert_eq!((again.state, again.created), (ImportState::Done, 2));
    assert_eq!(uploaded(&owner, file.clone()).await.id, first.id);
    let forced = owner
        .api
        .upload_import("b.csv", file.clone(), true, &key())
        .await;
    let forced = forced.expect("uploads");
    assert_eq!((forced.good, forced.faulty), (0, 2), "everything is there");
    refused(
        owner.api.confirm_import(forced.id).await,
        ProblemCode::Conflict,
    );
    assert_eq!(world.rows("clients").await, 2);
    // The same data at another partner is no duplicate, and not told.
    let other = world.partner("Other IT").await;
    let theirs = uploaded(&other, file).await;
    assert_eq!((theirs.good, theirs.faulty), (2, 0));
    assert_eq!(imported(&world, &other, theirs.id).await.created, 2);
}

#[tokio::test]
async fn id_03_an_upload_is_taken_once_per_key() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (again, file) = (key(), list(&["Acme"]));
    let upload = async |file: Vec<u8>| owner.api.upload_import("a.csv", file, true, &again).await;
    let first = upload(file.clone()).await.expect("uploads");
    assert_eq!(upload(file).await.expect("the same"), first);
    refused(
        upload(list(&["Beta"])).await,
        ProblemCode::IdempotencyKeyReused,
    );
    assert_eq!(world.rows("client_imports").await, 1);
    let kept = world.context().objects.files().await.expect("lists");
    assert_eq!(kept.len(), 1, "what was not taken has left nothing");
}

#[tokio::test]
async fn up_04_a_long_list_is_checked_by_a_job_and_imported_in_batches() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let mut file = long(2_500);
    file.extend(row("client 000007").into_bytes());
    file.extend(
        row("Client 9 & last")
            .replace("America/New_York", "EST")
            .into_bytes(),
    );
    assert!(file.len() > 256 * 1024, "{}", file.len());
    let import = uploaded(&owner, file).await;
    assert_eq!(import.state, ImportState::Checking);
    refused(
        owner.api.confirm_import(import.id).await,
        ProblemCode::Conflict,
    );
    world.run_jobs().await;
    let ready = now(&owner, import.id).await;
    assert_eq!(ready.state, ImportState::Ready);
    assert_eq!((ready.rows, ready.good, ready.faulty), (2_502, 2_500, 2));
    let faulty = owner
        .api
        .list_import_rows(import.id, List::first())
        .await
        .expect("lists");
    let told: Vec<_> = faulty
        .data
        .iter()
        .map(|row| (row.row, row.faults.len()))
        .collect();
    assert_eq!(
        told,
        [(2_502, 3), (2_503, 1)],
        "name, address and domain; the zone"
    );
    let begun = std::time::Instant::now();
    let done = imported(&world, &owner, import.id).await;
    println!("UP-04: {} clients in {:?}", done.created, begun.elapsed());
    assert_eq!((done.state, done.created), (ImportState::Done, 2_500));
    assert_true(&world, &done).await;
    assert_eq!(world.rows("clients").await, 2_500);
    assert_eq!(world.rows("sites").await, 2_500, "each whole");
}

/// By itself it finds out a minute later, and reads every contact for each row of a list until then.
#[tokio::test]
async fn l_08_postgres_knows_how_its_tables_are_filled_while_a_list_is_imported() {
    let world = World::start().await;
    if !world.is_on_postgres() {
        println!("SQLite is left without figures about its tables");
        return;
    }
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, long(600)).await;
    assert_eq!(imported(&world, &owner, import.id).await.created, 600);
    let sql = "select relname::text from pg_class where reltuples >= 250
        and relname in ('clients', 'contacts', 'onboardings', 'sites') order by 1";
    let known = world.texts(sql).await;
    assert_eq!(known, ["clients", "contacts", "onboardings", "sites"]);
}

#[tokio::test]
async fn up_05_two_imports_of_overlapping_names_at_once_are_both_true() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let names = |from: usize| (from..from + 200).map(|n| format!("Client {n}"));
    let file = |from| {
        let names: Vec<String> = names(from).collect();
        list(&names.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let (one, two) = (
        uploaded(&owner, file(0)).await,
        uploaded(&owner, file(100)).await,
    );
    for import in [&one, &two] {
        assert_eq!(import.good, 200, "neither knows of the other");
        owner.api.confirm_import(import.id).await.expect("confirms");
    }
    let (ctx, partner) = (world.context(), owner.partner());
    tokio::join!(
        gangway::imports::advance(ctx, partner, one.id),
        gangway::imports::advance(ctx, partner, two.id),
    );
    world.run_jobs().await;
    let (one, two) = (now(&owner, one.id).await, now(&owner, two.id).await);
    assert_eq!(world.rows("clients").await, 300);
    assert_eq!(one.created + two.created, 300);
    assert_eq!(one.faulty + two.faulty, 100);
    for import in [&one, &two] {
        assert_eq!(import.state, ImportState::Done);
        assert_true(&world, import).await;
        let rows = owner
            .api
            .list_import_rows(import.id, List::first())
            .await
            .expect("lists");
        let codes = rows.data.iter().flat_map(|row| &row.faults);
        assert!(
            codes
                .into_iter()
                .all(|fault| fault.code.as_str() == "duplicate_existing")
        );
    }
}

#[tokio::test]
async fn up_04_a_cancelled_import_makes_nothing_more() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, list(&["Acme"])).await;
    owner.api.confirm_import(import.id).await.expect("confirms");
    let cancelled = owner.api.cancel_import(import.id).await.expect("cancels");
    assert_eq!(cancelled.state, ImportState::Cancelled);
    let again = owner.api.cancel_import(import.id).await.expect("the same");
    assert_eq!(again, cancelled);
    world.run_jobs().await;
    assert_eq!(world.rows("clients").await, 0);
    refused(
        owner.api.confirm_import(import.id).await,
        ProblemCode::Conflict,
    );
    assert!(
        world
            .context()
            .objects
            .files()
            .await
            .expect("lists")
            .is_empty()
    );
    assert_eq!(world.events("client_import.cancelled").await, 1);
}

#[tokio::test]
async fn a12_who_lost_their_place_imports_nothing_more() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harborit.example")
        .await;
    let import = uploaded(&rep, list(&["Acme"])).await;
    rep.api.confirm_import(import.id).await.expect("confirms");
    owner
        .api
        .deactivate_user(rep.place())
        .await
        .expect("deactivates");
    world.run_jobs().await;
    assert_eq!(now(&owner, import.id).await.state, ImportState::Cancelled);
    assert_eq!(world.rows("clients").await, 0);
}

#[tokio::test]
async fn up_03_two_workers_at_one_import_do_nothing_twice() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let names: Vec<String> = (0..300).map(|number| format!("Client {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let import = uploaded(&owner, list(&names)).await;
    owner.api.confirm_import(import.id).await.expect("confirms");
    let (ctx, partner) = (world.context(), owner.partner());
    // As after a lease that ran out under a worker which is still at it.
    tokio::join!(
        gangway::imports::advance(ctx, partner, import.id),
        gangway::imports::advance(ctx, partner, import.id),
        gangway::imports::advance(ctx, partner, import.id),
    );
    world.run_jobs().await;
    let done = now(&owner, import.id).await;
    assert_eq!(
        (done.state, done.created, done.faulty),
        (ImportState::Done, 300, 0)
    );
    assert_eq!(world.rows("clients").await, 300);
    assert_true(&world, &done).await;
    assert_eq!(world.events("client.created").await, 300);
}

#[tokio::test]
async fn id_07_a_file_of_several_parts_is_kept_as_it_was_sent() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    // No list, so that nobody reads it to its end.
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    file.extend((0..12_000_000_u32).map(|at| u8::try_from(at % 251).expect("a byte")));
    let import = uploaded(&owner, file.clone()).await;
    assert_eq!(import.state, ImportState::Checking);
    assert_eq!(import.file_bytes, 12_000_008);
    let id = gangway_domain::ids::FileId(import.id.0);
    let kept = world
        .context()
        .objects
        .get(owner.partner(), id, 0)
        .await
        .expect("reads");
    assert!(kept == file, "another file");
    world.run_jobs().await;
    let refused = now(&owner, import.id).await;
    assert_eq!(refused.state, ImportState::Refused);
    assert_eq!(refused.faults[0].code.as_str(), "file_type");
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
async fn up_02_the_same_file_uploaded_twice_at_once_is_one_import() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let upload = |name: String| {
        let owner = &owner;
        async move { uploaded(owner, list(&[&name])).await.id }
    };
    for number in 0..5 {
        let name = format!("Client {number}");
        let ids = [(); 4].map(|()| upload(name.clone()));
        let mut ids = futures_util::future::join_all(ids).await;
        ids.dedup();
        assert_eq!(ids.len(), 1, "{ids:?}");
    }
    assert_eq!(world.rows("client_imports").await, 5);
}

#[tokio::test]
async fn d17_domains_taken_since_the_check_are_told_once_for_their_row() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let both = row("Gamma").replace(",gamma.example", ",\"acme.example,beta.example\"");
    let file = format!("{HEADER}\r\n{}{both}", row("Delta"));
    let import = uploaded(&owner, file.into_bytes()).await;
    assert_eq!((import.good, import.faulty), (2, 0), "{import:?}");
    let other = uploaded(&owner, list(&["Acme", "Beta"])).await;
    imported(&world, &owner, other.id).await;
    assert_eq!(imported(&world, &owner, import.id).await.created, 1);
    let rows = owner.api.list_import_rows(import.id, List::first()).await;
    let faults = &rows.expect("lists").data[0].faults;
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(faults[0].code.as_str(), "duplicate_existing");
}
