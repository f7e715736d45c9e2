//! Looks at clients' web sites, and the calls of the application there.

use crate::sql::run;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

const ROW_SECURITY: &str = include_str!("m20261126_000014_installation.postgres.sql");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(
            manager,
            include_str!("m20261126_000014_installation.up.sql"),
        )
        .await?;
        if manager.get_database_backend() == DatabaseBackend::Postgres {
            let connection = manager.get_connection();
            connection.execute_unprepared(ROW_SECURITY).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(
            manager,
            include_str!("m20261126_000014_installation.down.sql"),
        )
        .await
    }
}
