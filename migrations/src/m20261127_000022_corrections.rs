//! How many rows of a list were corrected, and what of each is stored otherwise than it was typed.

use crate::sql::run;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: &str = "
alter table client_import_rows add column changes $json not null default '[]';
alter table client_imports add column corrected integer not null default 0;
update client_imports set corrected = (
    select count(*) from client_import_rows it
    where it.partner_id = client_imports.partner_id and it.import_id = client_imports.id and it.corrected
);";
const DOWN: &str = "
alter table client_imports drop column corrected;
alter table client_import_rows drop column changes;";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
