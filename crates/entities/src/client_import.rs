//! A list of clients that somebody uploaded; its bytes are an object elsewhere, named by its partner and id.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A list of clients that somebody uploaded.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "client_imports")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    #[sea_orm(column_type = "Text")]
    pub file_name: String,
    pub file_bytes: i64,
    pub file_kept: bool,
    #[sea_orm(column_type = "Text")]
    pub digest: String,
    pub columns: Json,
    pub faults: Json,
    pub changes: Json,
    pub preview: Json,
    pub header: Json,
    #[sea_orm(column_type = "Text")]
    pub header_digest: String,
    pub is_matched: bool,
    pub rows_read: i32,
    pub good: i32,
    pub faulty: i32,
    pub corrected: i32,
    pub created: i32,
    pub undone: i32,
    pub cursor: i32,
    pub created_by: Uuid,
    pub api_key_id: Option<Uuid>,
    pub acting_place: Option<Uuid>,
    pub acting_key: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    pub checked_at: Option<DateTime<Utc>>,
    pub confirmed_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
