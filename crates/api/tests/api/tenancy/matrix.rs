//! TN-01, TN-02 and TN-04: every operation as every identity.

use super::cells::cell;
use super::scene::{MARKER, Scene};
use super::table::{Expected, Table, table};
use crate::support::{Operation, operations};
use gangway_domain::roles::Permission;
use std::collections::BTreeSet;

#[tokio::test]
async fn tn_01_every_operation_does_for_every_identity_what_the_table_says() {
    let table = table();
    let scene = Scene::build().await;
    let names: Vec<&str> = scene
        .identities
        .iter()
        .map(|identity| identity.name)
        .collect();
    assert_eq!(
        names, table.identities,
        "an identity is absent from the table"
    );
    let mut wrong = Vec::new();
    for operation in operations() {
        denied(&scene, &table, operation, &mut wrong).await;
        allowed(&scene, &table, operation, &mut wrong).await;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!(
        "TN-01: {} cells",
        table.cells.len() * table.identities.len()
    );
}

/// The denied cells of an operation together, between two looks at the whole database (TN-02).
async fn denied(scene: &Scene, table: &Table, operation: Operation, wrong: &mut Vec<String>) {
    let mut cells = Vec::new();
    for identity in &scene.identities {
        let expected = table.cells[operation.id][identity.name];
        if expected != Expected::Allow {
            cells.push((identity, expected, cell(scene, operation, identity).await));
        }
    }
    scene.world.run_jobs().await;
    let before = scene.world.tables().await;
    for (identity, expected, cell) in cells {
        let (status, body) = cell.send(identity.token()).await;
        if !expected.fits(status) {
            wrong.push(line(operation, identity.name, expected, status, &body));
        }
    }
    let after = scene.world.tables().await;
    for (name, rows) in before {
        if after[&name] != rows {
            wrong.push(format!("{}: a denied request changed {name}", operation.id));
        }
    }
}

/// The allowed cells one by one, each on fresh things; none shows the other partner's (TN-04).
async fn allowed(scene: &Scene, table: &Table, operation: Operation, wrong: &mut Vec<String>) {
    for identity in &scene.identities {
        let expected = table.cells[operation.id][identity.name];
        if expected != Expected::Allow {
            continue;
        }
        let cell = cell(scene, operation, identity).await;
        let (status, body) = cell.send(identity.token()).await;
        if !expected.fits(status) {
            wrong.push(line(operation, identity.name, expected, status, &body));
        }
        if body.to_uppercase().contains(MARKER) && !identity.is_foreign() {
            wrong.push(format!(
                "{} shows {} what is not theirs",
                operation.id, identity.name
            ));
        }
    }
}

fn line(operation: Operation, who: &str, expected: Expected, status: u16, body: &str) -> String {
    format!(
        "{} as {who}: {expected:?} expected, but {status} {body}",
        operation.id
    )
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
                "anonymous" | "deactivated" => continue,
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
