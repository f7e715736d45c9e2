//! The newest look at a client's web site.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// The newest look at a client's web site.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "installation_checks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub client_id: Uuid,
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub page: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub finding: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub detail: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub directives: String,
    pub has_tag_manager: bool,
    pub asked_at: DateTime<Utc>,
    pub checked_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
