//! A text, in or out.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A text, in or out.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "messages")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partner_id: Uuid,
    pub client_id: Uuid,
    pub conversation_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub direction: String,
    #[sea_orm(column_type = "Text")]
    pub source: String,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    pub sent_by: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub detail: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub provider_sid: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub provider_status: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub unknown_status: Option<String>,
    pub error_code: Option<i32>,
    pub segments: i32,
    pub media: i32,
    pub attempted_at: Option<DateTime<Utc>>,
    pub resent_as: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
    pub delivered_at: Option<DateTime<Utc>>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
