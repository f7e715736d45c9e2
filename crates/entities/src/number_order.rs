//! A client's order for a phone number.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A client's order for a phone number.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "number_orders")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partner_id: Uuid,
    pub client_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub phone_number: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub phone_number_sid: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub detail: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub reference: Option<String>,
    pub ordered_at: DateTime<Utc>,
    pub assigned_at: Option<DateTime<Utc>>,
    pub updated_at: DateTime<Utc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub hook_base: Option<String>,
    pub caught_up_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
