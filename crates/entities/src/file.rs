//! A file that somebody uploaded; its bytes are objects elsewhere, named by its partner and id.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A file that somebody uploaded.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "files")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub client_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub media_type: String,
    pub width: i32,
    pub height: i32,
    #[sea_orm(column_type = "Text")]
    pub sizes: String,
    pub bytes: i32,
    #[sea_orm(column_type = "Text")]
    pub digest: String,
    pub created_by: Uuid,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
