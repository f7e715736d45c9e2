//! DB-01: fifty writers, no lost update, nobody told "locked".

use crate::support::World;
use gangway::db::Database;
use sea_orm::{ConnectionTrait as _, DbErr, Statement};

const WRITERS: i64 = 50;
const TIMES: i64 = 200;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn db_01_fifty_writers_of_two_hundred_increments_each_lose_none() {
    let world = World::start().await;
    let db = world.context().db.clone();
    run(&db, "create table tally (n bigint not null)")
        .await
        .expect("creates");
    run(&db, "insert into tally values (0)")
        .await
        .expect("inserts");
    let mut writers = Vec::new();
    for _ in 0..WRITERS {
        let db = db.clone();
        writers.push(tokio::spawn(async move {
            for _ in 0..TIMES {
                increment(&db).await?;
            }
            Ok::<(), DbErr>(())
        }));
    }
    for writer in writers {
        writer
            .await
            .expect("no panic")
            .expect("nobody is told that it is locked");
    }
    let tx = db.begin().await.expect("begins");
    let read = Statement::from_string(tx.get_database_backend(), "select n from tally");
    let row = tx.query_one_raw(read).await.expect("reads").expect("a row");
    assert_eq!(
        row.try_get_by_index::<i64>(0).expect("a number"),
        WRITERS * TIMES
    );
}

async fn run(db: &Database, sql: &str) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    tx.execute_unprepared(sql).await?;
    tx.commit().await
}

/// Reads, thinks, writes: what loses updates where two do it at once.
async fn increment(db: &Database) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    let held = if db.is_postgres() {
        "select n from tally for update"
    } else {
        "select n from tally"
    };
    let read = Statement::from_string(tx.get_database_backend(), held);
    let row = tx
        .query_one_raw(read)
        .await?
        .ok_or(DbErr::Custom("no row".to_owned()))?;
    let n: i64 = row.try_get_by_index(0)?;
    tx.execute_unprepared(&format!("update tally set n = {}", n + 1))
        .await?;
    tx.commit().await
}
