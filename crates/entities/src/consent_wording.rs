//! A version of the words that a client's customers agree to.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A version of the words that a client's customers agree to; never changed, never removed.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "consent_wordings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partner_id: Uuid,
    pub client_id: Uuid,
    pub version: i64,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub made_by: Option<Uuid>,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
