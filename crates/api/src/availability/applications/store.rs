//! The table of applications. One that nobody has set yet has no row: Text Us is offered at all hours,
//! Call Us Now is not offered, for want of a number to call.

use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId, ScheduleId};
use gangway_domain::wire::{ApplicationKind, WidgetApplication};
use gangway_entities::finders::OfPartner as _;
use gangway_entities::widget_application::{Column, Entity, Model};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};

/// Every application of a client.
pub async fn of_client(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Vec<WidgetApplication>, Refusal> {
    let rows = Entity::of(partner).filter(Column::ClientId.eq(client.0));
    let rows = rows.all(db).await?;
    let row = |kind: ApplicationKind| rows.iter().find(|row| row.kind == kind.as_str());
    let every = ApplicationKind::ALL.into_iter();
    Ok(every.map(|kind| show(kind, row(kind).cloned())).collect())
}

/// An application as it travels.
pub fn show(kind: ApplicationKind, row: Option<Model>) -> WidgetApplication {
    let Some(row) = row else {
        return WidgetApplication {
            kind,
            enabled: kind == ApplicationKind::TextUs,
            schedule_id: None,
            phone_number: None,
            updated_at: None,
        };
    };
    let Model {
        id: _,
        partner_id: _,
        client_id: _,
        kind: _,
        enabled,
        schedule_id,
        phone_number,
        created_at: _,
        updated_at,
        version: _,
    } = row;
    WidgetApplication {
        kind,
        enabled,
        schedule_id: schedule_id.map(ScheduleId),
        phone_number,
        updated_at: Some(updated_at),
    }
}
