//! The unread conversations of an inbox are counted without looking at those that were read.

use crate::sql::run;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(
            manager,
            "create index conversations_unread on conversations
                 (partner_id, client_id, unread, last_message_at, id) where archived_at is null;",
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, "drop index conversations_unread;").await
    }
}
