//! Conversations and their texts, and where the provider brings what comes in.

use crate::sql::run;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// PostgreSQL shows a connection the rows of the partner it names, as in migration 9.
const ROW_SECURITY: &str = "alter table conversations enable row level security;\n\
     alter table conversations force row level security;\n\
     create policy of_partner on conversations using (may_see(partner_id));\n\
     alter table messages enable row level security;\n\
     alter table messages force row level security;\n\
     create policy of_partner on messages using (may_see(partner_id));\n";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, include_str!("m20261126_000010_texts.up.sql")).await?;
        if manager.get_database_backend() == DatabaseBackend::Postgres {
            run(manager, ROW_SECURITY).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, include_str!("m20261126_000010_texts.down.sql")).await
    }
}
