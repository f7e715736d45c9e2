//! DB-01: what durability and integrity hang on is in force on every connection.

use crate::support::World;
use gangway::db::pragma_value;

#[tokio::test]
async fn db_01_every_connection_has_the_pragmas() {
    let world = World::start_with(&[("GANGWAY_DATABASE_CONNECTIONS", "6")]).await;
    let db = &world.context().db;
    if db.is_postgres() {
        return;
    }
    // Held at the same time, so that each is another connection.
    let mut asked = Vec::new();
    for _ in 0..6 {
        for (pragma, wanted) in [
            ("journal_mode", "wal"),
            ("synchronous", "2"),
            ("foreign_keys", "1"),
            ("query_only", "1"),
        ] {
            let reader = db.reader().clone();
            asked.push(tokio::spawn(async move {
                (
                    pragma,
                    wanted,
                    pragma_value(&reader, pragma).await.expect("a value"),
                )
            }));
        }
    }
    for answer in asked {
        let (pragma, wanted, found) = answer.await.expect("no panic");
        assert_eq!(found, wanted, "{pragma}");
    }
    let patience: u64 = pragma_value(db.reader(), "busy_timeout")
        .await
        .expect("a value")
        .parse()
        .expect("a number");
    assert!(patience >= 5_000, "{patience} ms");
}

#[tokio::test]
async fn db_01_the_writer_is_alone_and_begins_at_once() {
    use sea_orm::{ConnectionTrait as _, Statement};
    let world = World::start().await;
    let db = &world.context().db;
    if db.is_postgres() {
        return;
    }
    let tx = db.begin().await.expect("begins");
    for (pragma, wanted) in [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
    ] {
        let asked = Statement::from_string(tx.get_database_backend(), format!("pragma {pragma}"));
        let row = tx
            .query_one_raw(asked)
            .await
            .expect("answers")
            .expect("a row");
        let found = row.try_get_by_index::<String>(0);
        let found = found.or_else(|_| row.try_get_by_index::<i64>(0).map(|n| n.to_string()));
        assert_eq!(found.expect("a value"), wanted, "{pragma}");
    }
    // A second writer waits for the first one's end instead of failing in its middle.
    let second = db.clone();
    let waiting = tokio::spawn(async move { second.begin().await.map(|_| ()) });
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    assert!(!waiting.is_finished());
    tx.commit().await.expect("commits");
    waiting.await.expect("no panic").expect("begins");
}

#[tokio::test]
async fn db_01_a_reader_cannot_write() {
    use sea_orm::ConnectionTrait as _;
    let world = World::start().await;
    if world.context().db.is_postgres() {
        return;
    }
    let refused = world
        .context()
        .db
        .reader()
        .execute_unprepared("delete from heartbeats")
        .await;
    assert!(refused.is_err());
}
