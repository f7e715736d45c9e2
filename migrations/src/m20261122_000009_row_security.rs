//! PostgreSQL shows a connection the rows of the partner it names, and no others (ADR 0015). SQLite has nothing
//! like it.

use crate::sql::run_on_postgres;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: &str = include_str!("m20261122_000009_row_security.postgres.sql");
const DOWN: &str = include_str!("m20261122_000009_row_security.postgres_down.sql");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run_on_postgres(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run_on_postgres(manager, DOWN).await
    }
}
