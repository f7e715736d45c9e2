//! Rows that are corrected before the import.

use super::{HEADER, assert_true, imported, list, now, row, uploaded};
use crate::support::{Staff, World, refused, refused_field};
use gangway_api_client::{List, Tagged};
use gangway_domain::ids::ImportId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{CorrectImportRow, ImportRow};

async fn named(by: &Staff, id: ImportId, row: u32, name: &str) -> Tagged<ImportRow> {
    let read = by.api.read_import_row(id, row).await.expect("reads");
    let mut cells = read.value.cells;
    name.clone_into(&mut cells[0]);
    let body = CorrectImportRow { cells };
    let corrected = by.api.correct_import_row(id, row, &body, &read.etag).await;
    corrected.expect("corrects")
}

#[tokio::test]
async fn d21_a_corrected_row_is_checked_again_and_imported() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let text = format!(
        "{HEADER}\r\n{}{}",
        row("Acme"),
        row("Beta").replacen("Beta", "", 1)
    );
    let import = uploaded(&owner, text.into_bytes()).await;
    assert_eq!((import.good, import.faulty), (1, 1));
    let still = named(&owner, import.id, 3, " ACME").await;
    assert_eq!(still.value.faults[0].code.as_str(), "duplicate_in_file");
    assert!(still.value.faults[0].reason.contains("Row 2"), "{still:?}");
    assert_eq!(now(&owner, import.id).await.faulty, 1);
    let right = named(&owner, import.id, 3, "Beta").await;
    assert_eq!(right.value.faults, []);
    let ready = now(&owner, import.id).await;
    assert_eq!((ready.good, ready.faulty), (2, 0));
    let done = imported(&world, &owner, import.id).await;
    assert_eq!(done.created, 2);
    assert_true(&world, &done).await;
    assert_eq!(world.events("client_import.row_corrected").await, 2);
}

#[tokio::test]
async fn d21_what_was_corrected_is_counted_and_shown_as_it_is_stored() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let nameless = |name: &str| row(name).replacen(name, "", 1);
    let text = format!(
        "{HEADER}\r\n{}{}{}",
        row("Acme"),
        nameless("Beta"),
        nameless("Gamma")
    );
    let import = uploaded(&owner, text.into_bytes()).await;
    let first = named(&owner, import.id, 3, " Beta ").await.value;
    let told = first.changes.first().expect("it is stored trimmed");
    assert_eq!(
        (told.column.as_str(), told.from.as_str(), told.to.as_str()),
        ("ClientName", " Beta ", "Beta")
    );
    let ready = now(&owner, import.id).await;
    assert_eq!((ready.good, ready.faulty, ready.corrected), (2, 1, 1));
    let shown = &ready.preview[1];
    assert_eq!(shown.cells[0], " Beta ");
    assert_eq!(
        (&shown.faults[..], &shown.changes),
        (&[][..], &first.changes)
    );
    assert_eq!(ready.preview[2].faults.len(), 1);

    let wrong = named(&owner, import.id, 3, "Acme").await.value;
    assert_eq!(wrong.changes, []);
    let ready = now(&owner, import.id).await;
    assert_eq!((ready.good, ready.faulty, ready.corrected), (1, 2, 0));
    assert_eq!(ready.preview[1].faults, wrong.faults);

    for (row, name) in [(3, "Beta"), (4, "Gamma")] {
        named(&owner, import.id, row, name).await;
    }
    let ready = now(&owner, import.id).await;
    assert_eq!((ready.good, ready.faulty, ready.corrected), (3, 0, 2));
    let done = imported(&world, &owner, import.id).await;
    assert_eq!((done.created, done.corrected), (3, 2));
}

#[tokio::test]
async fn d21_two_who_correct_the_same_row_do_not_lose_each_other_s_work() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, list(&["Acme", ""])).await;
    let read = owner
        .api
        .read_import_row(import.id, 3)
        .await
        .expect("reads");
    named(&owner, import.id, 3, "Beta").await;
    let body = CorrectImportRow {
        cells: read.value.cells.clone(),
    };
    let late = owner
        .api
        .correct_import_row(import.id, 3, &body, &read.etag)
        .await;
    refused(late, ProblemCode::Stale);
    let etag = owner
        .api
        .read_import_row(import.id, 3)
        .await
        .expect("reads")
        .etag;
    let few = CorrectImportRow {
        cells: vec!["Beta".to_owned()],
    };
    let answer = owner
        .api
        .correct_import_row(import.id, 3, &few, &etag)
        .await;
    refused_field(answer, "/cells", "cells_count");
    let good = owner.api.read_import_row(import.id, 2).await;
    refused(good, ProblemCode::NotFound);
    imported(&world, &owner, import.id).await;
    let corrected = List {
        filters: vec![("faulty", "false".to_owned())],
        ..List::first()
    };
    let rows = owner
        .api
        .list_import_rows(import.id, corrected)
        .await
        .expect("lists");
    assert!(rows.data.is_empty(), "it is a client by now");
}

#[tokio::test]
async fn d21_those_who_correct_different_rows_at_once_are_not_in_each_other_s_way() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, list(&["", "", "", "", "", ""])).await.id;
    let api = &owner.api;
    let names = ["Acme", "Beta", "Gamma", "Delta", "Eta", "Zeta"];
    let all = (2..).zip(names).map(async |(number, name)| {
        named(&owner, import, number, name).await;
    });
    futures_util::future::join_all(all).await;
    let rows = api.list_import_rows(import, List::first()).await;
    let rows = rows.expect("lists").data;
    let kept: Vec<_> = rows.iter().map(|row| row.cells[0].as_str()).collect();
    assert_eq!(kept, names);
}

#[tokio::test]
async fn d21_a_corrected_row_is_told_all_that_clients_have_by_then() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, list(&[""])).await;
    let other = uploaded(&owner, list(&["Acme", "Beta"])).await;
    imported(&world, &owner, other.id).await;
    let read = owner.api.read_import_row(import.id, 2).await;
    let read = read.expect("reads");
    let cells: Vec<String> = row("Acme")
        .trim_end()
        .split(',')
        .map(str::to_owned)
        .collect();
    let mut cells = cells;
    cells[13] = "ACME.example, free.example, beta.example".to_owned();
    let body = CorrectImportRow { cells };
    let still = owner
        .api
        .correct_import_row(import.id, 2, &body, &read.etag);
    let still = still.await.expect("corrects").value;
    let told = still.faults.iter().map(|fault| {
        let column = fault.column.as_deref().unwrap_or_default();
        (column, fault.code.as_str(), fault.reason.as_str())
    });
    let taken = "duplicate_existing";
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            (
                "ClientName",
                taken,
                "A client with this name is there already."
            ),
            (
                "PrimaryContactEmail",
                taken,
                "The contact of another client has this address."
            ),
            (
                "EmailDomains",
                taken,
                "Another client has the domain acme.example."
            ),
            (
                "EmailDomains",
                taken,
                "Another client has the domain beta.example."
            ),
        ]
    );
}

#[tokio::test]
async fn up_08_rows_are_corrected_no_more_at_once_than_files_are_taken_in() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, list(&[""])).await.id;
    let read = owner.api.read_import_row(import, 2).await.expect("reads");
    let body = CorrectImportRow {
        cells: read.value.cells,
    };
    let intake = &world.context().intake;
    let places: Vec<_> = std::iter::from_fn(|| intake.enter(owner.partner()).ok()).collect();
    let full = owner.api.correct_import_row(import, 2, &body, &read.etag);
    refused(full.await, ProblemCode::Unavailable);
    drop(places);
    let taken = owner.api.correct_import_row(import, 2, &body, &read.etag);
    taken.await.expect("corrects");
}

#[tokio::test]
async fn d21_a_row_that_was_corrected_and_not_imported_is_in_the_file_of_errors() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let beta = row("Beta").replacen("Beta", "", 1);
    let file = format!(
        "{HEADER}
{}{beta}",
        row("Acme")
    );
    let import = uploaded(&owner, file.into_bytes()).await.id;
    named(&owner, import, 3, "Beta").await;
    let errors = async || {
        let errors = owner.api.download_import_errors(import).await;
        String::from_utf8(errors.expect("downloads")).expect("text")
    };
    assert_eq!(errors().await.lines().count(), 1, "it will be imported");
    owner.api.cancel_import(import).await.expect("cancels");
    let errors = errors().await;
    let lines: Vec<&str> = errors.lines().collect();
    assert_eq!(lines.len(), 2, "{errors}");
    assert!(lines[1].starts_with("Beta,Pat,Doe,"), "{errors}");
    assert!(
        lines[1].ends_with(','),
        "nothing is wrong with it: {errors}"
    );
}
