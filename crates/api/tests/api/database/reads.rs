//! Reads share connections: what a request reads is read with one, and what is cut short gives it back.

use crate::api_keys::{made, of, program};
use crate::support::World;
use gangway::db::pragma_value;
use gangway_api_client::List;
use sea_orm::{ConnectionTrait as _, Statement};
use std::time::Duration;

/// Takes a second or two.
const SLOW: &str = "with recursive n(x) as (select 1 union all select x + 1 from n where x < 3000000) \
    select count(*) from n";

#[tokio::test]
async fn db_05_one_connection_serves_everybody_in_turn() {
    let world = World::start_with(&[("GANGWAY_DATABASE_CONNECTIONS", "1")]).await;
    let owner = world.partner("Harbor IT").await;
    let (_, key) = made(&owner, &of(&["clients:read", "clients:create"])).await;
    let key = program(&world, &key);
    let mut asked = Vec::new();
    for turn in 0..40 {
        let api = if turn % 2 == 0 {
            owner.api.clone()
        } else {
            key.clone()
        };
        asked.push(tokio::spawn(async move {
            api.list_clients(List::default()).await.is_ok()
        }));
    }
    for answer in asked {
        assert!(
            answer.await.expect("no panic"),
            "nobody waits for another in vain"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn db_05_a_read_that_is_cut_short_gives_its_connection_back() {
    let world = World::start_with(&[("GANGWAY_DATABASE_CONNECTIONS", "2")]).await;
    let db = world.context().db.reader();
    for _ in 0..3 {
        let asked = Statement::from_string(db.get_database_backend(), SLOW);
        let cut = tokio::time::timeout(Duration::from_millis(50), db.query_one_raw(asked)).await;
        assert!(cut.is_err(), "it takes longer than that");
    }
    let asked = Statement::from_string(db.get_database_backend(), "select 1 + 1");
    let row = db
        .query_one_raw(asked)
        .await
        .expect("reads")
        .expect("a row");
    assert_eq!(row.try_get_by_index::<i32>(0).expect("a number"), 2);
}

#[tokio::test]
async fn db_01_what_reads_cannot_write() {
    let world = World::start().await;
    let db = world.context().db.reader();
    assert!(db.execute_unprepared("delete from jobs").await.is_err());
    let asked = Statement::from_string(db.get_database_backend(), "delete from jobs");
    assert!(db.execute_raw(asked).await.is_err());
    if !world.context().db.is_postgres() {
        assert_eq!(pragma_value(db, "query_only").await.expect("a value"), "1");
    }
}
