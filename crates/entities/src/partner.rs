//! A partner: the tenant.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A partner: the tenant.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "partners")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub it_glue_address: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub support_name: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub support_email: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub support_phone: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub reply_to: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub clients_word: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub services_note: Option<String>,
    pub email_checked_at: Option<DateTime<Utc>>,
    pub suspended_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
