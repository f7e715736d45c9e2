//! A client's newest invitation is found at once, instead of among all of its partner's.

use crate::sql::run;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(
            manager,
            "create index invites_by_age on invites (partner_id, client_id, kind, created_at);
             drop index invites_of_client;",
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(
            manager,
            "create index invites_of_client on invites (partner_id, client_id);
             drop index invites_by_age;",
        )
        .await
    }
}
