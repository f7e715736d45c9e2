//! Whether an application is there for visitors, and why.

use super::calendar::Calendar;
use super::{applications, schedules};
use crate::refusal::Refusal;
use crate::texting;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::wire::{
    ApplicationAvailability, ApplicationKind, AvailabilityReason, Holiday, WidgetApplication,
};
use gangway_entities::{client, schedule};
use sea_orm::ConnectionTrait;

/// How one application stands at a moment.
pub struct Standing {
    /// As it travels.
    pub shown: ApplicationAvailability,
    /// The number to call or to text.
    pub phone_number: Option<String>,
}

/// How each application of a client stands at a moment.
pub async fn standings(
    db: &impl ConnectionTrait,
    client: &client::Model,
    now: DateTime<Utc>,
) -> Result<Vec<Standing>, Refusal> {
    let (partner, id) = (PartnerId(client.partner_id), ClientId(client.id));
    let texting_number = texting::number(db, partner, id).await?;
    let applications = applications::of_client(db, partner, id).await?;
    let schedules = if applications.iter().any(|one| one.schedule_id.is_some()) {
        schedules::of_client(db, partner, id).await?
    } else {
        Vec::new()
    };
    let stand = |application: WidgetApplication| {
        let followed = application.schedule_id;
        let followed = schedules
            .iter()
            .find(|row| Some(row.id) == followed.map(|id| id.0));
        let phone_number = match application.kind {
            ApplicationKind::CallUsNow => application.phone_number.clone(),
            ApplicationKind::TextUs => texting_number.clone(),
        };
        let hours = followed.map(|row| Ok::<_, Refusal>((row, calendar(client, row)?)));
        let shown = stand(
            &application,
            hours.transpose()?,
            phone_number.as_deref(),
            now,
        );
        Ok(Standing {
            shown,
            phone_number,
        })
    };
    applications.into_iter().map(stand).collect()
}

/// The time zone of a client; UTC until Company Info says it.
pub fn zone(client: &client::Model) -> Tz {
    let named = client.time_zone.as_deref().map(str::parse);
    named.and_then(Result::ok).unwrap_or(Tz::UTC)
}

fn calendar(client: &client::Model, row: &schedule::Model) -> Result<Calendar, Refusal> {
    let (week, holidays) = schedules::hours(row)?;
    Ok(Calendar::new(zone(client), week, holidays))
}

fn stand(
    application: &WidgetApplication,
    followed: Option<(&schedule::Model, Calendar)>,
    phone_number: Option<&str>,
    now: DateTime<Utc>,
) -> ApplicationAvailability {
    let hour = followed.as_ref().map(|(_, calendar)| calendar.at(now));
    let reason = match hour {
        _ if !application.enabled => AvailabilityReason::SwitchedOff,
        _ if phone_number.is_none() => AvailabilityReason::NoNumber,
        None => AvailabilityReason::Always,
        Some(hour) if hour.open => AvailabilityReason::Open,
        Some(_) => AvailabilityReason::Closed,
    };
    let by_schedule = matches!(
        reason,
        AvailabilityReason::Open | AvailabilityReason::Closed
    );
    let holiday = followed
        .as_ref()
        .and_then(|(_, calendar)| calendar.holiday(now));
    let holiday = holiday.filter(|_| by_schedule);
    ApplicationAvailability {
        kind: application.kind,
        shown: matches!(
            reason,
            AvailabilityReason::Open | AvailabilityReason::Always
        ),
        reason,
        schedule: followed.as_ref().map(|(row, _)| row.name.clone()),
        holiday: holiday.map(|Holiday { name, .. }| name.clone()),
        changes_at: hour
            .filter(|_| by_schedule)
            .and_then(|hour| hour.changes_at),
    }
}
