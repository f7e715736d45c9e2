//! Lists of another layout, matched column by column.

use super::{HEADER, assert_true, imported, list, now, uploaded};
use crate::support::{Staff, World, key, refused, refused_field};
use gangway_api_client::Failure;
use gangway_domain::ids::{CustomFieldId, ImportId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{
    ClientImport, CorrectImportRow, CustomFieldKind, ImportState, MatchColumns, NewCustomField,
    UpdateCustomField,
};
use gangway_entities::client_import_row;
use gangway_entities::finders::OfPartner as _;
use sea_orm::PaginatorTrait as _;

/// Names of columns as another program has them.
const THEIRS: &str = "Company;First name;Last name;E-Mail;Notes;Site;Time Zone";
/// What Gangway reads them as.
const OURS: [Option<&str>; 7] = [
    Some("ClientName"),
    Some("PrimaryContactFirstName"),
    Some("PrimaryContactLastName"),
    Some("PrimaryContactEmail"),
    None,
    Some("SiteName"),
    Some("Timezone"),
];

/// A list of another program's.
fn theirs(names: &[&str]) -> Vec<u8> {
    let rows = names.iter().map(|name| {
        let plain = name.to_lowercase();
        format!("{name};Pat;Doe;pat@{plain}.example;\"a, b\";Head office;America/New_York\r\n")
    });
    format!("{THEIRS}\r\n{}", rows.collect::<String>()).into_bytes()
}

fn body(columns: &[Option<&str>]) -> MatchColumns {
    let columns = columns.iter().map(|column| column.map(str::to_owned));
    MatchColumns {
        columns: columns.collect(),
    }
}

async fn matching(
    by: &Staff,
    id: ImportId,
    columns: &[Option<&str>],
) -> Result<ClientImport, Failure> {
    by.api.match_import_columns(id, &body(columns)).await
}

/// Matches as is expected, and checks.
async fn matched(world: &World, by: &Staff, id: ImportId) -> ClientImport {
    let import = matching(by, id, &OURS).await.expect("matches");
    assert_eq!(import.state, ImportState::Checking);
    world.run_jobs().await;
    now(by, id).await
}

fn read_as(import: &ClientImport) -> Vec<Option<&str>> {
    let columns = import.header.iter();
    columns.map(|column| column.column.as_deref()).collect()
}

async fn files(world: &World) -> usize {
    world.context().objects.files().await.expect("lists").len()
}

#[tokio::test]
async fn d21_a_list_of_another_layout_is_matched_column_by_column_and_imported() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, theirs(&["Acme", "Beta", ""])).await;
    assert_eq!(import.state, ImportState::Refused);
    assert!(
        import
            .faults
            .iter()
            .all(|fault| fault.code.as_str() == "header")
    );
    assert!(import.can_be_matched && !import.is_matched);
    let names: Vec<_> = import.header.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names.join(";"), THEIRS);
    assert_eq!(read_as(&import), OURS, "what is proposed");
    let ready = matched(&world, &owner, import.id).await;
    assert_eq!(ready.state, ImportState::Ready);
    assert_eq!((ready.rows, ready.good, ready.faulty), (3, 2, 1));
    assert!(ready.is_matched && !ready.can_be_matched);
    assert_eq!((read_as(&ready), ready.faults.len()), (OURS.to_vec(), 0));
    let columns: Vec<_> = OURS.iter().flatten().copied().collect();
    assert_eq!(ready.columns, columns);
    assert_eq!(world.rows("clients").await, 0);
    let done = imported(&world, &owner, import.id).await;
    assert_eq!((done.state, done.created), (ImportState::Done, 2));
    assert_true(&world, &done).await;
    assert_eq!(files(&world).await, 0);
    assert_eq!(world.events("client_import.matched").await, 1);
}

#[tokio::test]
async fn d21_rows_of_a_matched_list_are_corrected_and_downloaded_as_those_of_any() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let mut file = theirs(&["Acme", "", ""]);
    file.extend(b"\"Be\"ta;Pat;Doe;pat@beta.example;;Head office;UTC\r\n");
    let import = uploaded(&owner, file).await.id;
    let ready = matched(&world, &owner, import).await;
    assert_eq!((ready.good, ready.faulty), (1, 3));
    let quoted = owner.api.read_import_row(import, 5).await.expect("reads");
    let column = quoted.value.faults[0].column.as_deref();
    assert_eq!(column, Some("ClientName"), "not the name in the file");
    let read = owner.api.read_import_row(import, 3).await.expect("reads");
    let mut cells = read.value.cells;
    assert_eq!(cells.len(), 6, "without what is left out");
    "Gamma".clone_into(&mut cells[0]);
    "pat@gamma.example".clone_into(&mut cells[3]);
    let body = CorrectImportRow { cells };
    let right = owner
        .api
        .correct_import_row(import, 3, &body, &read.etag)
        .await;
    assert_eq!(right.expect("corrects").value.faults, []);
    assert_eq!(imported(&world, &owner, import).await.created, 2);
    let errors = owner.api.download_import_errors(import).await;
    let errors = String::from_utf8(errors.expect("downloads")).expect("text");
    let lines: Vec<&str> = errors.trim_start_matches('\u{feff}').lines().collect();
    let columns: Vec<_> = OURS.iter().flatten().copied().collect();
    assert_eq!(lines[0], format!("{},Error", columns.join(",")));
    assert!(
        lines[1].starts_with(",Pat,Doe,pat@.example,Head office,"),
        "{errors}"
    );
    // In the sample's own names: it needs no match.
    let corrected = format!("{}\r\nDelta{}", lines[0], lines[1].replace("@.", "@delta."));
    let again = uploaded(&owner, corrected.into_bytes()).await;
    assert_eq!((again.good, again.faulty, again.is_matched), (1, 0, false));
}

#[tokio::test]
async fn d21_a_match_is_remembered_for_the_partner_s_next_file_with_that_header() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let first = uploaded(&owner, theirs(&["Acme"])).await;
    matched(&world, &owner, first.id).await;
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harborit.example")
        .await;
    let next = uploaded(&rep, theirs(&["Beta", "Gamma"])).await;
    assert_eq!((next.state, next.good), (ImportState::Ready, 2));
    assert!(next.is_matched);
    assert_eq!(read_as(&next), OURS);
    assert_eq!(imported(&world, &rep, next.id).await.created, 2);
    // A large file is checked by a job.
    let names: Vec<String> = (0..4_000).map(|number| format!("N{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let large = uploaded(&owner, theirs(&names)).await;
    assert_eq!(large.state, ImportState::Checking);
    world.run_jobs().await;
    let large = now(&owner, large.id).await;
    assert_eq!((large.state, large.good), (ImportState::Ready, 4_000));
    assert!(large.is_matched);
    // Other names, another partner, and the sample's names are read as before.
    let other = String::from_utf8(theirs(&["Delta"])).expect("text");
    let other = other.replacen("Notes", "Remarks", 1).into_bytes();
    assert!(uploaded(&owner, other).await.can_be_matched);
    let elsewhere = world.partner("Other IT").await;
    assert!(uploaded(&elsewhere, theirs(&["Beta"])).await.can_be_matched);
    let sample = uploaded(&owner, list(&["Epsilon"])).await;
    assert_eq!(
        (sample.state, sample.is_matched),
        (ImportState::Ready, false)
    );
    let header: Vec<_> = HEADER.split(',').map(Some).collect();
    assert_eq!(read_as(&sample), header);
}

#[tokio::test]
async fn d21_every_column_that_is_matched_wrongly_is_named_and_nothing_is_checked() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, theirs(&["Acme"])).await;
    let with = |at: usize, column: Option<&'static str>| {
        let mut columns = OURS;
        columns[at] = column;
        columns
    };
    let few = matching(&owner, import.id, &OURS[..6]).await;
    let words = refused_field(few, "/columns", "columns_count");
    assert!(words.contains('7'), "{words}");
    let none = matching(&owner, import.id, &[]).await;
    refused_field(none, "/columns", "columns_count");
    for (columns, pointer, code) in [
        (with(4, Some("Color")), "/columns/4", "unknown_column"),
        (with(4, Some("Error")), "/columns/4", "unknown_column"),
        (with(4, Some("clientname")), "/columns/4", "unknown_column"),
        (with(4, Some("ClientName")), "/columns/4", "repeated_column"),
        (with(6, None), "/columns", "missing_column"),
    ] {
        refused_field(matching(&owner, import.id, &columns).await, pointer, code);
    }
    let all = matching(&owner, import.id, &[None; 7]).await;
    let problem = refused(all, ProblemCode::InvalidFields);
    assert_eq!(problem.errors.len(), 6, "every column that must be there");
    assert_eq!(now(&owner, import.id).await, import);
    assert_eq!(world.rows("client_import_matches").await, 0);
    assert_eq!(world.events("client_import.matched").await, 0);
}

#[tokio::test]
async fn d21_what_can_be_read_already_or_not_at_all_is_not_matched() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let conflict = async |id: ImportId, columns: &[Option<&str>]| {
        refused(matching(&owner, id, columns).await, ProblemCode::Conflict)
    };
    let picture = uploaded(&owner, b"\x89PNG\r\n\x1a\n".to_vec()).await;
    let piped = String::from_utf8(theirs(&["Acme"])).expect("text");
    let piped = uploaded(&owner, piped.replace(';', "|").into_bytes()).await;
    for import in [&picture, &piped] {
        assert!(
            !import.can_be_matched && import.header.is_empty(),
            "{import:?}"
        );
        conflict(import.id, &OURS).await;
    }
    world.run_jobs().await;
    assert_eq!(files(&world).await, 0);
    let sample = uploaded(&owner, list(&["Acme"])).await;
    let columns: Vec<_> = HEADER.split(',').map(Some).collect();
    conflict(sample.id, &columns).await;
    let import = uploaded(&owner, theirs(&["Beta"])).await.id;
    matched(&world, &owner, import).await;
    imported(&world, &owner, import).await;
    conflict(import, &OURS).await;
    // The letters of its rows are looked at once its columns are known.
    let mut latin = theirs(&["Gamma"]);
    latin.extend(b"Caf\xe9;Pat;Doe;pat@cafe.example;;Head office;UTC\r\n");
    let latin = uploaded(&owner, latin).await;
    assert_eq!(latin.faults[0].code.as_str(), "encoding");
    assert!(!latin.can_be_matched);
    conflict(latin.id, &OURS).await;
}

#[tokio::test]
async fn d21_the_same_match_again_changes_nothing_and_another_one_is_checked_again() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, theirs(&["Acme", ""])).await.id;
    let first = matching(&owner, import, &OURS).await.expect("matches");
    let again = matching(&owner, import, &OURS).await.expect("the same");
    assert_eq!(again, first);
    world.run_jobs().await;
    let ready = now(&owner, import).await;
    let again = matching(&owner, import, &OURS).await.expect("the same");
    assert_eq!(again, ready);
    assert_eq!(world.events("client_import.matched").await, 1);
    // The notes are the site after all.
    let mut otherwise = OURS;
    otherwise.swap(4, 5);
    let other = matching(&owner, import, &otherwise).await.expect("matches");
    assert_eq!((other.state, other.rows), (ImportState::Checking, 0));
    world.run_jobs().await;
    let ready = now(&owner, import).await;
    assert_eq!((ready.good, ready.faulty), (1, 1));
    assert_eq!(ready.preview[0].cells[4], "a, b");
    assert_true(&world, &ready).await;
    assert_eq!(world.rows("client_import_matches").await, 1);
    let next = uploaded(&owner, theirs(&["Beta"])).await;
    assert_eq!(read_as(&next), otherwise, "the newer one is remembered");
}

#[tokio::test]
async fn d21_a_match_that_names_a_field_which_is_gone_is_asked_for_again() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let field = NewCustomField {
        name: "Notes".to_owned(),
        kind: CustomFieldKind::Text,
        choices: Vec::new(),
        is_mandatory: false,
    };
    let field = owner.api.create_custom_field(&field, &key()).await;
    let field = field.expect("makes");
    let columns = owner.api.list_import_columns().await.expect("lists").data;
    assert_eq!(columns.len(), 19);
    assert!(columns[0].is_required && !columns[4].is_required);
    assert_eq!(columns[18].name, "Custom:Notes");
    let import = uploaded(&owner, theirs(&["Acme"])).await;
    let mut ours = OURS;
    ours[4] = Some("Custom:Notes");
    assert_eq!(read_as(&import), ours, "its own name is enough");
    matching(&owner, import.id, &ours).await.expect("matches");
    world.run_jobs().await;
    assert_eq!(now(&owner, import.id).await.good, 1);
    archive(&owner, field.id).await;
    let next = uploaded(&owner, theirs(&["Beta"])).await;
    assert!(next.can_be_matched && !next.is_matched);
    assert_eq!(read_as(&next), OURS);
    let ready = matched(&world, &owner, next.id).await;
    assert_eq!((ready.state, ready.good), (ImportState::Ready, 1));
    // The one that was checked before is not read in another way than its preview shows.
    let stopped = imported(&world, &owner, import.id).await;
    assert_eq!((stopped.state, stopped.created), (ImportState::Refused, 0));
}

async fn archive(by: &Staff, field: CustomFieldId) {
    let read = by.api.read_custom_field(field).await.expect("reads");
    let body = UpdateCustomField {
        is_archived: Some(true),
        ..UpdateCustomField::default()
    };
    let archived = by.api.update_custom_field(field, &body, &read.etag).await;
    archived.expect("archives");
}

#[tokio::test]
async fn a12_only_who_sees_a_list_matches_it() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let other = world.partner("Other IT").await;
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harborit.example")
        .await;
    let tech = world
        .staff(&owner, StaffRole::Technician, "tech@harborit.example")
        .await;
    let import = uploaded(&owner, theirs(&["Acme"])).await;
    for (by, code) in [
        (&other, ProblemCode::NotFound),
        (&rep, ProblemCode::NotFound),
        (&tech, ProblemCode::Forbidden),
    ] {
        refused(matching(by, import.id, &OURS).await, code);
    }
    refused(tech.api.list_import_columns().await, ProblemCode::Forbidden);
    assert_eq!(now(&owner, import.id).await, import);
}

#[tokio::test]
async fn up_08_a_list_that_waits_to_be_matched_gives_way_to_a_new_one() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let oldest = uploaded(&owner, theirs(&["Client0"])).await;
    for number in 1..20 {
        uploaded(&owner, theirs(&[&format!("Client{number}")])).await;
    }
    assert!(now(&owner, oldest.id).await.can_be_matched);
    uploaded(&owner, list(&["Acme"])).await;
    world.run_jobs().await;
    assert_eq!(files(&world).await, 20);
    assert!(!now(&owner, oldest.id).await.can_be_matched);
    refused(
        matching(&owner, oldest.id, &OURS).await,
        ProblemCode::Conflict,
    );
}

#[tokio::test]
async fn id_04_a_row_read_before_its_columns_were_matched_otherwise_is_not_corrected() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, theirs(&["Acme", ""])).await.id;
    matched(&world, &owner, import).await;
    let read = owner.api.read_import_row(import, 3).await.expect("reads");
    let mut otherwise = OURS;
    otherwise.swap(4, 5);
    matching(&owner, import, &otherwise).await.expect("matches");
    world.run_jobs().await;
    let mut cells = read.value.cells;
    "Beta".clone_into(&mut cells[0]);
    let body = CorrectImportRow { cells };
    let late = owner.api.correct_import_row(import, 3, &body, &read.etag);
    refused(late.await, ProblemCode::Stale);
    let row = owner.api.read_import_row(import, 3).await.expect("reads");
    assert_eq!(row.value.cells[4], "a, b", "as it was matched last");
    let right = owner.api.correct_import_row(import, 3, &body, &row.etag);
    assert_eq!(
        right.await.expect("corrects").value.faults.len(),
        1,
        "its address"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jq_11_rows_of_an_earlier_check_go_some_at_a_time_and_others_write_in_between() {
    const ROWS: u64 = 3_000;
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, theirs(&[""; 3_000])).await.id;
    assert_eq!(matched(&world, &owner, import).await.faulty, 3_000);
    let mut otherwise = OURS;
    otherwise.swap(4, 5);
    matching(&owner, import, &otherwise).await.expect("matches");
    let (mut checking, mut kept) = (Box::pin(world.run_jobs()), vec![ROWS]);
    loop {
        let rows = client_import_row::Entity::one_of(owner.partner(), import);
        tokio::select! {
            _ = &mut checking => break,
            rows = rows.count(world.context().db.reader()) => kept.push(rows.expect("counts")),
        }
    }
    kept.dedup();
    let falls = kept.windows(2).filter(|two| two[0] > two[1]);
    assert!(falls.count() > 1, "{kept:?}");
    assert_eq!(now(&owner, import).await.faulty, 3_000);
}
