//! A client's business hours.

use sea_orm::entity::prelude::*;

/// A client's business hours.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "client_hours")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub client_id: Uuid,
    pub partner_id: Uuid,
    #[sea_orm(column_type = "JsonBinary")]
    pub week: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub holidays: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
