//! TN-01, TN-02 and TN-04: every operation as every identity.

use super::cells::cell;
use super::marked::{MARKER, require_all_marked};
use super::scene::{Identity, Scene};
use super::table::{Expected, Table, table};
use crate::support::{Operation, operation, operations};
use gangway_api_client::{Client, List};
use gangway_domain::roles::Permission;
use serde_json::Value;
use std::collections::BTreeSet;

/// The denied cells of an operation go together, between two looks at the whole database.
#[tokio::test]
async fn tn_01_tn_02_what_the_table_denies_is_refused_and_changes_nothing() {
    let (table, scene) = (table(), Scene::build().await);
    require_everyone(&scene, &table);
    let (mut wrong, mut tried) = (Vec::new(), 0);
    for operation in operations() {
        let mut cells = Vec::new();
        for (identity, expected) in row(&scene, &table, operation) {
            if expected != Expected::Allow {
                cells.push((identity, expected, cell(&scene, operation, identity).await));
            }
        }
        scene.world.run_jobs().await;
        let before = scene.world.tables().await;
        tried += cells.len();
        for (identity, expected, cell) in cells {
            let (status, body) = cell.send(identity.token()).await;
            judge(operation, identity, expected, status, &body, &mut wrong);
        }
        let after = scene.world.tables().await;
        for (name, rows) in before {
            if after[&name] != rows {
                wrong.push(format!("{}: a denied request changed {name}", operation.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("TN-02: {tried} denied cells");
}

/// The allowed cells one by one, each on fresh things.
#[tokio::test]
async fn tn_01_tn_04_what_the_table_allows_works_and_shows_nothing_of_the_other_partner() {
    let (table, scene) = (table(), Scene::build().await);
    require_everyone(&scene, &table);
    require_all_marked(&scene.world, scene.other.partner()).await;
    let (mut wrong, mut tried) = (Vec::new(), 0);
    for operation in operations() {
        for (identity, expected) in row(&scene, &table, operation) {
            if expected != Expected::Allow {
                continue;
            }
            let cell = cell(&scene, operation, identity).await;
            let (status, body) = cell.send(identity.token()).await;
            judge(operation, identity, expected, status, &body, &mut wrong);
            tried += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("TN-04: {tried} allowed cells");
}

/// What is searched for is found among one's own only, and one's own is found.
#[tokio::test]
async fn tn_04_a_search_for_the_other_partner_s_finds_nothing() {
    let scene = Scene::build().await;
    for id in ["list_clients", "list_invites", "list_users", "list_events"] {
        let found = async |by: &Client| {
            let asked = List {
                q: Some(MARKER.to_owned()),
                count: true,
                ..List::default()
            };
            let call = operation(id).call().list(asked);
            let answer = by.exchange(&call, by.access_token().as_deref()).await;
            let body: Value =
                serde_json::from_slice(&answer.expect("an answer").body).expect("JSON");
            (body["data"].as_array().expect("a list").len(), body)
        };
        let (count, body) = found(&scene.owner.api).await;
        assert_eq!(count, 0, "{id}: {body}");
        assert!(!body.to_string().to_uppercase().contains(MARKER));
        let (count, body) = found(&scene.other.api).await;
        assert!(count > 0, "{id}: {body}");
    }
}

fn require_everyone(scene: &Scene, table: &Table) {
    let names: Vec<&str> = scene.identities.iter().map(|one| one.name).collect();
    assert_eq!(
        names, table.identities,
        "an identity is absent from the table"
    );
}

/// Everyone, with what the table says they get from an operation.
fn row<'a>(
    scene: &'a Scene,
    table: &'a Table,
    operation: Operation,
) -> impl Iterator<Item = (&'a Identity, Expected)> {
    let row = &table.cells[operation.id];
    scene.identities.iter().map(|one| (one, row[one.name]))
}

/// Notes an answer that is not what the table says, or that shows what is the other partner's.
fn judge(
    operation: Operation,
    identity: &Identity,
    expected: Expected,
    status: u16,
    body: &str,
    wrong: &mut Vec<String>,
) {
    let (id, who) = (operation.id, identity.name);
    if !expected.fits(status) {
        wrong.push(format!(
            "{id} as {who}: {expected:?} expected, but {status} {body}"
        ));
    }
    if body.to_uppercase().contains(MARKER) && !identity.is_foreign() {
        wrong.push(format!("{id} shows {who} what is not theirs: {body}"));
    }
}

#[test]
fn tn_01_the_table_names_every_operation_and_nothing_else() {
    let table = table();
    let known: BTreeSet<&str> = operations().iter().map(|operation| operation.id).collect();
    let listed: BTreeSet<&str> = table.cells.keys().copied().collect();
    assert_eq!(known, listed);
}

#[test]
fn ak_02_the_table_agrees_with_the_scopes_of_the_contract() {
    let table = table();
    for operation in operations() {
        let Some(scope) = operation.about["x-scope"].as_str() else {
            continue;
        };
        let row = &table.cells[operation.id];
        let open = Permission::of_key_scope(scope).is_some();
        assert_eq!(row["key_revoked"], Expected::Deny401, "{}", operation.id);
        for (identity, holds) in [
            ("key_read", open && scope.ends_with(":read")),
            ("key_write", open && !scope.ends_with(":read")),
            ("key_mails_only", scope == "mails:write"),
            ("key_other", open),
        ] {
            let refused = row[identity] == Expected::Deny403;
            assert_eq!(refused, !holds, "{} as {identity}", operation.id);
        }
    }
}

#[test]
fn tn_01_the_table_agrees_with_the_roles_of_the_contract() {
    let table = table();
    for operation in operations() {
        let row = &table.cells[operation.id];
        let Some(roles) = operation.roles() else {
            continue;
        };
        assert_eq!(row["anonymous"], Expected::Deny401, "{}", operation.id);
        for (identity, expected) in row {
            let role = match *identity {
                "other_owner" => "owner",
                "other_company_administrator" => "company_administrator",
                "sales_rep_own" => "sales_rep",
                "anonymous" | "deactivated" | "suspended_owner" => continue,
                key if key.starts_with("key_") => continue,
                role => role,
            };
            let refused = *expected == Expected::Deny403;
            assert_eq!(
                refused,
                !roles.contains(&role),
                "{} as {identity}",
                operation.id
            );
        }
    }
}
