//! Events become an audit log that is only ever added to.

use crate::sql::run;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Undoing the triggers, which differ between the databases.
const SQLITE_DOWN: &str = "drop trigger events_stay;\ndrop trigger events_stay_as_they_are;\n";
const POSTGRES_DOWN: &str = "drop trigger events_stay_together on events;\n\
     drop trigger events_stay on events;\n\
     drop trigger events_stay_as_they_are on events;\n\
     drop function refuse_event_change;\n";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, include_str!("m20261122_000003_audit.up.sql")).await?;
        let triggers = if manager.get_database_backend() == DatabaseBackend::Postgres {
            include_str!("m20261122_000003_audit.postgres.sql")
        } else {
            include_str!("m20261122_000003_audit.sqlite.sql")
        };
        run(manager, triggers).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let triggers = if manager.get_database_backend() == DatabaseBackend::Postgres {
            POSTGRES_DOWN
        } else {
            SQLITE_DOWN
        };
        run(manager, triggers).await?;
        run(manager, include_str!("m20261122_000003_audit.down.sql")).await
    }
}
