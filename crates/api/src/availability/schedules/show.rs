//! Schedules as they travel.

use super::store::hours;
use crate::availability::applications;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId, ScheduleId};
use gangway_domain::wire::{ApplicationKind, Schedule, WidgetApplication};
use gangway_entities::schedule::Model;
use sea_orm::ConnectionTrait;

/// Schedules of one client with the applications that follow them.
pub async fn show_all(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
    rows: Vec<Model>,
) -> Result<Vec<Schedule>, Refusal> {
    let applications = applications::of_client(db, partner, client).await?;
    let rows = rows.into_iter();
    rows.map(|row| show(row, &applications)).collect()
}

/// One schedule as it travels.
pub async fn show_one(db: &impl ConnectionTrait, row: Model) -> Result<Schedule, Refusal> {
    let (partner, client) = (PartnerId(row.partner_id), ClientId(row.client_id));
    let applications = applications::of_client(db, partner, client).await?;
    show(row, &applications)
}

/// The applications that follow a schedule.
pub fn used_by(id: ScheduleId, applications: &[WidgetApplication]) -> Vec<ApplicationKind> {
    let follow = applications.iter();
    let follow = follow.filter(|application| application.schedule_id == Some(id));
    follow.map(|application| application.kind).collect()
}

fn show(row: Model, applications: &[WidgetApplication]) -> Result<Schedule, Refusal> {
    let (week, holidays) = hours(&row)?;
    let Model {
        id,
        partner_id: _,
        client_id,
        name,
        name_key: _,
        week: _,
        holidays: _,
        created_at,
        updated_at,
        version: _,
    } = row;
    Ok(Schedule {
        id: ScheduleId(id),
        client_id: ClientId(client_id),
        name,
        week,
        holidays,
        used_by: used_by(ScheduleId(id), applications),
        created_at,
        updated_at,
    })
}
