//! The table of which row of which import made which client.

use crate::db::insert_all;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_entities::client_import;
use gangway_entities::client_import_client::{ActiveModel, Column, Entity, Model};
use gangway_entities::finders::OfPartner as _;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseTransaction, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, QueryTrait as _,
};

/// Notes which rows made which clients.
pub async fn link(
    tx: &DatabaseTransaction,
    import: &client_import::Model,
    made: &[(u32, ClientId)],
) -> Result<(), Refusal> {
    let rows = made.iter().map(|(row, client)| {
        Ok(ActiveModel {
            partner_id: Set(import.partner_id),
            import_id: Set(import.id),
            row_number: Set(i32::try_from(*row).map_err(Refusal::internal)?),
            client_id: Set(client.0),
        })
    });
    let rows = rows.collect::<Result<Vec<_>, Refusal>>()?;
    Ok(insert_all(tx, rows).await?)
}

/// What an import made, from a row on.
pub async fn made(
    db: &impl ConnectionTrait,
    import: &client_import::Model,
    after: i32,
    most: u64,
) -> Result<Vec<Model>, Refusal> {
    let rows = Entity::one_of(PartnerId(import.partner_id), import.id)
        .filter(Column::RowNumber.gt(after))
        .order_by_asc(Column::RowNumber)
        .limit(most);
    Ok(rows.all(db).await?)
}

/// The clients that an import made, for a question about them.
pub fn clients_of(import: &client_import::Model) -> SelectStatement {
    Entity::one_of(PartnerId(import.partner_id), import.id)
        .select_only()
        .column(Column::ClientId)
        .into_query()
}
