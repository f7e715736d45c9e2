//! How far a client's set-up is.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// How far a client's set-up is.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "onboardings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub client_id: Uuid,
    pub partner_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub credentials: String,
    #[sea_orm(column_type = "Text")]
    pub company_info: String,
    #[sea_orm(column_type = "Text")]
    pub enable_sms: String,
    #[sea_orm(column_type = "Text")]
    pub enable_application: String,
    #[sea_orm(column_type = "Text")]
    pub invite_team: String,
    #[sea_orm(column_type = "Text")]
    pub draft: String,
    pub draft_saved_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
