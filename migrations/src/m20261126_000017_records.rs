//! Client records: contacts, sites, hours, domains, who of the staff has them, groups, own fields.

use crate::sql::run;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{DatabaseBackend, Statement};

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: &str = include_str!("m20261126_000017_records.up.sql");
const DOWN: &str = include_str!("m20261126_000017_records.down.sql");
const POSTGRES: &str = include_str!("m20261126_000017_records.postgres.sql");
const POSTGRES_DOWN: &str = include_str!("m20261126_000017_records.postgres_down.sql");
const SQLITE: &str = include_str!("m20261126_000017_records.sqlite.sql");
const SQLITE_DOWN: &str = include_str!("m20261126_000017_records.sqlite_down.sql");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await?;
        of_database(manager, POSTGRES, SQLITE).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        refuse_while_any_is_deleted(manager).await?;
        of_database(manager, POSTGRES_DOWN, SQLITE_DOWN).await?;
        run(manager, DOWN).await
    }
}

/// The schema before knows no deleted clients: they would be there again, and what was to be forgotten with
/// them.
async fn refuse_while_any_is_deleted(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    let sql = "select 1 from clients where deleted_at is not null limit 1";
    let asked = Statement::from_string(db.get_database_backend(), sql);
    match db.query_one_raw(asked).await? {
        None => Ok(()),
        Some(_) => Err(DbErr::Migration(
            "some clients are deleted and not removed yet: restore them, or wait until they are removed"
                .to_owned(),
        )),
    }
}

/// Runs what only one of the databases has.
async fn of_database(
    manager: &SchemaManager<'_>,
    postgres: &str,
    sqlite: &str,
) -> Result<(), DbErr> {
    if manager.get_database_backend() == DatabaseBackend::Postgres {
        // Sent as a whole: its blocks have semicolons inside.
        let db = manager.get_connection();
        return db.execute_unprepared(postgres).await.map(|_| ());
    }
    run(manager, sqlite).await
}
