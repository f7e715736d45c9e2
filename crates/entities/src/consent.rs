//! An entry of the consent ledger.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// An entry of the consent ledger; never changed, never removed.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "consents")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partner_id: Uuid,
    pub client_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub company_number: String,
    #[sea_orm(column_type = "Text")]
    pub customer_number: String,
    pub sequence: i64,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub source: String,
    #[sea_orm(column_type = "Text")]
    pub standing: String,
    pub standing_since: DateTime<Utc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub wording: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub wording_version: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub page: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub address: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub user_agent: Option<String>,
    pub message_id: Option<Uuid>,
    pub recorded_by: Option<Uuid>,
    pub at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
