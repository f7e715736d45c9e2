//! A client of a partner.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A client of a partner.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "clients")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partner_id: Uuid,
    #[sea_orm(column_type = "Text", nullable)]
    pub name: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub name_key: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub contact_email: Option<String>,
    pub created_by: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub address_line1: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub address_line2: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub city: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub region: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub postal_code: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub country: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub time_zone: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub reply_to: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub website: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub application_key: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
    #[sea_orm(column_type = "Text", nullable)]
    pub email: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub phone: Option<String>,
    pub is_test: bool,
    pub deleted_at: Option<DateTime<Utc>>,
    /// When its removal began: from then on it can no longer be restored.
    pub removing_at: Option<DateTime<Utc>>,
    /// What it is sorted by: the folded name, or the invited address while there is none.
    #[sea_orm(column_type = "Text")]
    pub sort_name: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

/// The look of a client's application, where it has one of its own.
impl Related<super::widget_style::Entity> for Entity {
    fn to() -> RelationDef {
        Entity::belongs_to(super::widget_style::Entity)
            .from(Column::Id)
            .to(super::widget_style::Column::ClientId)
            .into()
    }
}

impl ActiveModelBehavior for ActiveModel {}
