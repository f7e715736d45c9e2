//! OB-01, generated from the matrix: whatever changes something is on record, in the same transaction.

use crate::support::{Operation, operations};
use crate::tenancy::{Expected, Scene, cell, table};
use sea_orm::ConnectionTrait as _;
use std::collections::BTreeMap;

/// Tables that are no change of anything by themselves: the queue, the kept answers, signs of life.
const MACHINERY: [&str; 4] = ["heartbeats", "idempotency_keys", "jobs", "seaql_migrations"];

/// A cookie is replaced every few minutes; nobody may more or less by it. A visit is stored nowhere, it only
/// counts towards its limit.
const NO_CHANGE: [&str; 2] = ["refresh_session", "begin_visit"];

fn writing() -> Vec<Operation> {
    operations()
        .into_iter()
        .filter(|operation| !matches!(operation.method, "get" | "options"))
        .filter(|operation| !NO_CHANGE.contains(&operation.id))
        .collect()
}

async fn look(scene: &Scene) -> BTreeMap<String, Vec<String>> {
    let mut tables = scene.world.tables().await;
    tables.retain(|name, _| !MACHINERY.contains(&name.as_str()));
    tables
}

#[tokio::test]
async fn ob_01_every_allowed_change_adds_an_event() {
    let (table, scene) = (table(), Scene::build().await);
    let (mut wrong, mut changes) = (Vec::new(), 0);
    for operation in writing() {
        for identity in &scene.identities {
            if table.cells[operation.id][identity.name] != Expected::Allow {
                continue;
            }
            let cell = cell(&scene, operation, identity).await;
            scene.world.run_jobs().await;
            let before = look(&scene).await;
            let (status, body) = cell.send(identity.token()).await;
            let after = look(&scene).await;
            let who = format!("{} as {}", operation.id, identity.name);
            if !(200..300).contains(&status) {
                wrong.push(format!("{who}: {status} {body}"));
            }
            if before == after {
                continue;
            }
            changes += 1;
            if after["events"].len() <= before["events"].len() {
                let of = |name: &&String| before[*name] != after[*name];
                let tables: Vec<_> = before.keys().filter(of).collect();
                wrong.push(format!("{who} changed {tables:?} and is not on record"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(changes > 100, "{changes}");
    let checked = gangway::events::verify(scene.world.context()).await;
    assert_eq!(checked.expect("verifies").broken, None);
    println!("OB-01: {changes} changes");
}

#[tokio::test]
async fn ob_01_what_cannot_be_recorded_does_not_happen() {
    let (table, scene) = (table(), Scene::build().await);
    let (mut wrong, mut refused) = (Vec::new(), 0);
    for operation in writing() {
        let row = &table.cells[operation.id];
        if row.values().all(|expected| *expected != Expected::Allow) {
            // Closed once there is a partner; `first_set_up` looks at it.
            assert_eq!(operation.id, "make_first_partner");
            continue;
        }
        let allowed = |name: &str| row[name] == Expected::Allow;
        let identity = scene
            .identities
            .iter()
            .find(|identity| {
                allowed(identity.name)
                    && (identity.name != "anonymous" || operation.roles().is_none())
            })
            .expect("somebody may");
        let cell = cell(&scene, operation, identity).await;
        scene.world.run_jobs().await;
        refuse_events(&scene, true).await;
        let before = look(&scene).await;
        let (status, _) = cell.send(identity.token()).await;
        let after = look(&scene).await;
        refuse_events(&scene, false).await;
        refused += usize::from(status == 500);
        for (name, rows) in before {
            if after[&name] != rows {
                wrong.push(format!("{} changed {name} without its event", operation.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(refused > 25, "{refused}");
}

/// Makes the database refuse events, or take them again.
async fn refuse_events(scene: &Scene, refuse: bool) {
    let db = &scene.world.context().db;
    let statements: &[&str] = match (db.is_postgres(), refuse) {
        (true, true) => &[
            "create function refuse_event() returns trigger language plpgsql as $$ begin raise exception 'no events today'; end; $$",
            "create trigger no_events before insert on events for each row execute function refuse_event()",
        ],
        (true, false) => &[
            "drop trigger no_events on events",
            "drop function refuse_event",
        ],
        (false, true) => &[
            "create trigger no_events before insert on events begin select raise(abort, 'no events today'); end",
        ],
        (false, false) => &["drop trigger no_events"],
    };
    let tx = db.begin().await.expect("begins");
    for sql in statements {
        tx.execute_unprepared(sql).await.expect("runs");
    }
    tx.commit().await.expect("commits");
}
