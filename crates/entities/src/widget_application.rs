//! What visitors of a client's web site are offered.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// What visitors of a client's web site are offered.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "widget_applications")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partner_id: Uuid,
    pub client_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    pub enabled: bool,
    pub schedule_id: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub phone_number: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
