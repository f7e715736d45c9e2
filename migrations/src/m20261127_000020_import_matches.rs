//! What the columns of lists are read as that have another layout.

use crate::sql::run;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: &str = include_str!("m20261127_000020_import_matches.up.sql");
const ROW_SECURITY: &str = include_str!("m20261127_000020_import_matches.postgres.sql");
const DOWN: &str = include_str!("m20261127_000020_import_matches.down.sql");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await?;
        if manager.get_database_backend() == DatabaseBackend::Postgres {
            run(manager, ROW_SECURITY).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
