//! What the columns of a partner's lists with one header are read as.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// What the columns of a partner's lists with one header are read as.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "client_import_matches")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub header_digest: String,
    pub columns: Json,
    pub matched_by: Uuid,
    pub matched_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
