//! A key that seals the secrets of one owner, sealed by the master key.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A key that seals the secrets of one owner, sealed by the master key.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "data_keys")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub owner_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub master_key_id: String,
    #[sea_orm(column_type = "Text")]
    pub wrapped: String,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
