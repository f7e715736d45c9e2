//! Migrations go up and down, on both databases.

use crate::support::World;
use gangway_migrations::{Migrator, MigratorTrait as _};
use sea_orm::{ConnectionTrait as _, Database, DatabaseBackend, DatabaseConnection, Statement};

/// A connection of its own to the world's database.
async fn connection(world: &World) -> DatabaseConnection {
    let named = |(name, _): &&(String, String)| name == "DATABASE_URL";
    let url = &world.settings().iter().find(named).expect("a database").1;
    Database::connect(url.as_str()).await.expect("connects")
}

/// What the schema is made of, in words of the database itself.
async fn schema(db: &DatabaseConnection) -> Vec<String> {
    let sql = if db.get_database_backend() == DatabaseBackend::Postgres {
        "select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
           from information_schema.columns where table_schema = 'public'
             and table_name <> 'seaql_migrations'
         union all select indexdef from pg_indexes where schemaname = 'public'
             and tablename <> 'seaql_migrations'
         union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid)
           from pg_constraint where connamespace = 'public'::regnamespace
             and conrelid::regclass::text <> 'seaql_migrations'
         order by 1"
    } else {
        "select sql from sqlite_master where sql is not null
            and name not like 'sqlite_%' and tbl_name <> 'seaql_migrations' order by 1"
    };
    let rows = db
        .query_all_raw(Statement::from_string(db.get_database_backend(), sql))
        .await;
    rows.expect("reads")
        .iter()
        .map(|row| row.try_get_by_index(0).expect("text"))
        .collect()
}

#[tokio::test]
async fn migrations_go_down_to_nothing_and_up_to_the_same_schema() {
    let mut world = World::start().await;
    world.partner("Harbor IT").await;
    world.pause().await;
    let db = connection(&world).await;
    let full = schema(&db).await;
    assert!(full.len() > 20, "{full:?}");
    Migrator::down(&db, None).await.expect("goes down");
    assert_eq!(
        schema(&db).await,
        Vec::<String>::new(),
        "nothing is left behind"
    );
    Migrator::up(&db, None).await.expect("goes up");
    assert_eq!(schema(&db).await, full);
    db.close().await.expect("closes");
    world.resume().await;
    world.partner("Harbor IT").await;
}

#[tokio::test]
async fn two_processes_may_migrate_at_once() {
    let mut world = World::start().await;
    world.pause().await;
    let db = connection(&world).await;
    Migrator::down(&db, None).await.expect("goes down");
    db.close().await.expect("closes");
    let settings: Vec<(&str, &str)> = world
        .settings()
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let both: Vec<_> = (0..2)
        .map(|_| crate::support::process::gangway(&["migrate"], &settings))
        .collect();
    for child in both {
        let (status, said) = crate::support::process::ended(child);
        assert!(status.success(), "{said}");
    }
    world.resume().await;
    world.partner("Harbor IT").await;
}
