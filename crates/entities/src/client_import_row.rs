//! A row of a list that something is wrong with, or was until somebody corrected it.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A row of a list that something is wrong with, or was until somebody corrected it.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "client_import_rows")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub import_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub row_number: i32,
    pub cells: Json,
    pub faults: Json,
    pub changes: Json,
    pub corrected: bool,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
