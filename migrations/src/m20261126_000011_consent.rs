//! Consent to be texted: the ledger, its wordings, what a client sets about texting, quick replies.

use crate::sql::run;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

const POSTGRES: &str = include_str!("m20261126_000011_consent.postgres.sql");
const SQLITE: &str = include_str!("m20261126_000011_consent.sqlite.sql");
const POSTGRES_DOWN: &str = "drop function refuse_consent_change;\n";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, include_str!("m20261126_000011_consent.up.sql")).await?;
        if on_postgres(manager) {
            // Sent as a whole: its blocks have semicolons inside.
            let db = manager.get_connection();
            return db.execute_unprepared(POSTGRES).await.map(|_| ());
        }
        run(manager, SQLITE).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, include_str!("m20261126_000011_consent.down.sql")).await?;
        if on_postgres(manager) {
            run(manager, POSTGRES_DOWN).await?;
        }
        Ok(())
    }
}

fn on_postgres(manager: &SchemaManager<'_>) -> bool {
    manager.get_database_backend() == DatabaseBackend::Postgres
}
