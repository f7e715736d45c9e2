//! OB-01: the database itself refuses to change or remove an event.

use crate::support::{World, operations};
use sea_orm::ConnectionTrait as _;

#[tokio::test]
async fn ob_01_no_event_is_changed_or_removed() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let before = world.tables().await["events"].clone();
    assert!(before.len() > 1);
    let postgres = world.context().db.is_postgres();
    for sql in [
        "update events set kind = 'x.y'",
        "update events set hash = null",
        "update events set sequence = sequence + 1",
        "delete from events",
        "delete from events where kind = 'session.opened'",
        "truncate events",
    ] {
        if sql.starts_with("truncate") && !postgres {
            continue;
        }
        let tx = world.context().db.begin().await.expect("begins");
        let refused = tx.execute_unprepared(sql).await.expect_err(sql);
        assert!(
            refused.to_string().contains("events are never"),
            "{refused}"
        );
        tx.rollback().await.expect("rolls back");
    }
    assert_eq!(world.tables().await["events"], before);
}

#[test]
fn ob_01_no_operation_changes_or_removes_events() {
    let of_events: Vec<_> = operations()
        .into_iter()
        .filter(|operation| operation.path.contains("/events"))
        .map(|operation| operation.method)
        .collect();
    assert!(of_events.len() >= 2);
    assert!(
        of_events.iter().all(|method| *method == "get"),
        "{of_events:?}"
    );
}
