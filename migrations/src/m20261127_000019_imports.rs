//! Lists of clients that people upload, their rows and what became of them.

use crate::sql::run;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: &str = include_str!("m20261127_000019_imports.up.sql");
const ROW_SECURITY: &str = include_str!("m20261127_000019_imports.postgres.sql");
const DOWN: &str = include_str!("m20261127_000019_imports.down.sql");

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
