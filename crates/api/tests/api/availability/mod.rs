//! When a client can be reached: schedules, the applications that follow them, and what visitors see.

mod applications;
mod create_schedule;
mod delete_schedule;
mod edited_at_once;
mod list_schedules;
mod out_of_reach;
mod read_availability;
mod update_schedule;

use crate::support::{ClientUser, World, company_info, key};
use gangway_api_client::Etag;
use gangway_domain::ids::ScheduleId;
use gangway_domain::wire::{
    ApplicationKind, Holiday, OpenHours, SaveApplication, SaveSchedule, Schedule, WeekHours,
    WidgetApplication,
};

/// From one time to another.
pub fn open(from: &str, until: &str) -> OpenHours {
    OpenHours {
        from: from.to_owned(),
        until: until.to_owned(),
    }
}

/// Monday to Friday, nine to five.
pub fn office_hours(name: &str) -> SaveSchedule {
    let day = || vec![open("09:00", "17:00")];
    SaveSchedule {
        name: name.to_owned(),
        week: WeekHours {
            monday: day(),
            tuesday: day(),
            wednesday: day(),
            thursday: day(),
            friday: day(),
            ..WeekHours::default()
        },
        holidays: vec![],
    }
}

/// Closed on a day.
pub fn closed_on(name: &str, on: &str) -> Holiday {
    Holiday {
        name: name.to_owned(),
        on: on.parse().expect("a day"),
        every_year: false,
        hours: vec![],
    }
}

/// An owner's client in New York.
pub async fn acme(world: &World) -> ClientUser {
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let info = company_info("Acme");
    assert_eq!(info.time_zone, "America/New_York");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    jane
}

/// Makes a schedule.
pub async fn made(user: &ClientUser, body: &SaveSchedule) -> Schedule {
    let made = user.api.create_schedule(user.client, body, &key()).await;
    made.expect("makes")
}

/// The version of a schedule.
pub async fn version(user: &ClientUser, id: ScheduleId) -> Etag {
    let read = user.api.read_schedule(user.client, id).await;
    read.expect("reads").etag
}

/// Says how an application is to be.
pub async fn save(
    user: &ClientUser,
    kind: ApplicationKind,
    body: &SaveApplication,
) -> WidgetApplication {
    let api = &user.api;
    let read = api.read_widget_application(user.client, kind).await;
    let etag = read.expect("reads").etag;
    let saved = api.save_widget_application(user.client, kind, body, &etag);
    saved.await.expect("saves").value
}

/// Call Us Now at a number, by a schedule.
pub fn call_us(schedule_id: Option<ScheduleId>) -> SaveApplication {
    SaveApplication {
        enabled: true,
        schedule_id,
        phone_number: Some("+1 (207) 555-0100".to_owned()),
    }
}
