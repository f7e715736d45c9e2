//! Valid requests of operations on imports.

use super::scene::{Identity, Scene};
use crate::imports::list;
use crate::support::{Staff, key};
use gangway_api_client::{Call, List};
use gangway_domain::client_rows::Column;
use gangway_domain::wire::{ClientImport, ImportState, MatchColumns};
use serde_json::{Value, json};

/// Imports that are left open: a partner may have 20, and cells wait for theirs.
const LEFT_OPEN: usize = 18;

/// A request about a fresh import of the first partner; the sales rep's own for it.
pub async fn cell(
    scene: &Scene,
    id: &str,
    identity: &Identity,
    call: Call,
) -> (Call, Option<Value>) {
    let by = match identity.name {
        "sales_rep_own" => &scene.sales_rep,
        _ => &scene.owner,
    };
    match id {
        "list_imports" | "list_import_columns" | "download_import_sample" => (call, None),
        "match_import_columns" => {
            make_room(scene, &scene.owner).await;
            let import = unmatched(by, &scene.fresh()).await;
            (call.with(import.id), Some(json!(columns(&import))))
        }
        "upload_import" => {
            let whose = if identity.is_foreign() {
                &scene.other
            } else {
                &scene.owner
            };
            make_room(scene, whose).await;
            let file = list(&[&scene.fresh()]);
            (call.file(file).header("content-type", "text/csv"), None)
        }
        "read_import_row" => (call.with(fresh(scene, by).await.id).with(3), None),
        "correct_import_row" => {
            let import = fresh(scene, by).await;
            let row = by.api.read_import_row(import.id, 3).await.expect("reads");
            let mut cells = row.value.cells;
            cells[0] = scene.fresh();
            let call = call.with(import.id).with(3).if_match(&row.etag);
            (call, Some(json!({ "cells": cells })))
        }
        "undo_import" => {
            let import = fresh(scene, by).await.id;
            by.api.confirm_import(import).await.expect("confirms");
            scene.world.run_jobs().await;
            (call.with(import), None)
        }
        _ => (call.with(fresh(scene, by).await.id), None),
    }
}

/// A list with a good row and, as its third, one without a name.
async fn fresh(scene: &Scene, by: &Staff) -> ClientImport {
    make_room(scene, &scene.owner).await;
    let file = list(&[&scene.fresh(), ""]);
    let made = by
        .api
        .upload_import("clients.csv", file, false, &key())
        .await;
    made.expect("uploads")
}

/// A list of a layout that nobody has matched yet, with a good row.
pub async fn unmatched(by: &Staff, name: &str) -> ClientImport {
    let text = format!(
        "Company {name},First,Last,Email,Site,Zone\r\n{name},Pat,Doe,pat@{name}.example,HQ,UTC\r\n"
    );
    let made = by
        .api
        .upload_import("clients.csv", text.into_bytes(), false, &key())
        .await;
    let made = made.expect("uploads");
    assert!(made.can_be_matched, "{made:?}");
    made
}

/// What its columns are: those that every list must have.
pub fn columns(import: &ClientImport) -> MatchColumns {
    let required = Column::ALL.iter().filter(|column| column.is_mandatory());
    let columns = required.map(|column| Some(column.name().to_owned()));
    let columns: Vec<_> = columns.collect();
    assert_eq!(columns.len(), import.header.len());
    MatchColumns { columns }
}

/// By who sees all of the partner's.
async fn make_room(scene: &Scene, by: &Staff) {
    let all = List {
        limit: Some(100),
        ..List::first()
    };
    let there = by.api.list_imports(all).await.expect("lists");
    let is_at_work = |import: &ClientImport| import.state.is_at_work();
    if there.data.iter().any(is_at_work) {
        scene.world.run_jobs().await;
    }
    let open = there
        .data
        .iter()
        .filter(|import| import.state == ImportState::Ready);
    // Those that cells still wait for are the newest.
    for import in open.skip(LEFT_OPEN) {
        by.api.cancel_import(import.id).await.expect("cancels");
    }
}
