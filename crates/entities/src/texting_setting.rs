//! What a client sets about texting.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// What a client sets about texting; without a row the defaults hold.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "texting_settings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub client_id: Uuid,
    pub partner_id: Uuid,
    pub quiet_from_minute: i32,
    pub quiet_until_minute: i32,
    #[sea_orm(column_type = "Text", nullable)]
    pub help_text: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub privacy_url: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub terms_url: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub brand_name: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
