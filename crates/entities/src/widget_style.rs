//! How the application of a client looks.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// How the application of a client looks.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "widget_styles")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub client_id: Uuid,
    pub partner_id: Uuid,
    pub enabled: bool,
    #[sea_orm(column_type = "Text")]
    pub color: String,
    #[sea_orm(column_type = "Text")]
    pub position: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub button_label: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub greeting: Option<String>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
