//! The table of schedules.

use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::wire::{Holiday, WeekHours};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::schedule::{Column, Entity, Model};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};

/// The schedules of a client.
pub async fn of_client(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Vec<Model>, Refusal> {
    Ok(Entity::of(partner)
        .filter(Column::ClientId.eq(client.0))
        .all(db)
        .await?)
}

/// The hours of a schedule: its week, and the days that differ.
pub fn hours(row: &Model) -> Result<(WeekHours, Vec<Holiday>), Refusal> {
    let week = serde_json::from_value(row.week.clone()).map_err(Refusal::internal)?;
    let holidays = serde_json::from_value(row.holidays.clone()).map_err(Refusal::internal)?;
    Ok((week, holidays))
}
