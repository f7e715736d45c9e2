//! Who of the partner's staff a client is in the hands of.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// Who of the partner's staff a client is in the hands of.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "client_staff")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub client_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub part: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub place_id: Uuid,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
