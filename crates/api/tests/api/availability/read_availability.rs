use super::{acme, call_us, closed_on, made, office_hours, open, save};
use crate::support::{ClientUser, World, company_info, key, refused};
use chrono::{DateTime, Utc};
use gangway::availability::{OpenApplication, open_applications};
use gangway_domain::ids::PartnerId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{
    ApplicationAvailability, ApplicationKind, AvailabilityReason as Reason, SaveApplication,
};
use gangway_entities::client;
use gangway_entities::finders::OfPartner as _;

fn time(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

/// What visitors see of one application.
async fn seen(user: &ClientUser, kind: ApplicationKind, at: &str) -> ApplicationAvailability {
    let seen = user.api.read_availability(user.client, Some(at)).await;
    let mut all = seen.expect("reads").applications.into_iter();
    all.find(|one| one.kind == kind).expect("every application")
}

/// What the application on the web site is told.
async fn told(world: &World, user: &ClientUser, at: &str) -> Vec<OpenApplication> {
    let db = world.context().db.reader();
    let partner = user.me.place().expect("a place").partner.id;
    let row = client::Entity::one_of(partner, user.client).one(db).await;
    let row = row.expect("finds").expect("a client");
    let open = open_applications(db, partner, &row, time(at)).await;
    let stranger = PartnerId::from_parts(0, [0; 10]);
    let none = open_applications(db, stranger, &row, time(at)).await;
    assert_eq!(none.expect("answers"), []);
    open.expect("answers")
}

async fn with_number(world: &World, user: &ClientUser) -> String {
    let ordered = user.api.order_sms_number(user.client, &key()).await;
    ordered.expect("orders");
    world.run_jobs().await;
    let number = user.api.read_sms_number(user.client).await;
    number.expect("reads").number.expect("a number")
}

#[tokio::test]
async fn b29_outside_its_schedule_an_application_is_not_shown() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let mut body = office_hours("Office");
    body.holidays = vec![closed_on("Thanksgiving", "2026-11-26")];
    let id = made(&jane, &body).await.id;
    save(&jane, ApplicationKind::CallUsNow, &call_us(Some(id))).await;
    // 9 to 5 in New York, which is on winter time: 14:00 to 22:00 UTC.
    for (at, reason, holiday, changes_at) in [
        (
            "2026-11-25T13:59:59Z",
            Reason::Closed,
            None,
            "2026-11-25T14:00:00Z",
        ),
        (
            "2026-11-25T14:00:00Z",
            Reason::Open,
            None,
            "2026-11-25T22:00:00Z",
        ),
        (
            "2026-11-25T22:00:00Z",
            Reason::Closed,
            None,
            "2026-11-27T14:00:00Z",
        ),
        (
            "2026-11-26T15:00:00Z",
            Reason::Closed,
            Some("Thanksgiving"),
            "2026-11-27T14:00:00Z",
        ),
        (
            "2026-11-28T15:00:00Z",
            Reason::Closed,
            None,
            "2026-11-30T14:00:00Z",
        ),
        // On summer time it opens an hour earlier by UTC.
        (
            "2027-07-01T13:00:00Z",
            Reason::Open,
            None,
            "2027-07-01T21:00:00Z",
        ),
    ] {
        let wanted = ApplicationAvailability {
            kind: ApplicationKind::CallUsNow,
            shown: reason == Reason::Open,
            reason,
            schedule: Some("Office".to_owned()),
            holiday: holiday.map(str::to_owned),
            changes_at: Some(time(changes_at)),
        };
        assert_eq!(
            seen(&jane, ApplicationKind::CallUsNow, at).await,
            wanted,
            "{at}"
        );
        let told = told(&world, &jane, at).await;
        assert_eq!(told.len(), usize::from(wanted.shown), "{at}");
    }
    let open = told(&world, &jane, "2026-11-25T15:00:00Z").await;
    let wanted = OpenApplication {
        kind: ApplicationKind::CallUsNow,
        phone_number: "+12075550100".to_owned(),
        changes_at: Some(time("2026-11-25T22:00:00Z")),
    };
    assert_eq!(open, [wanted]);
}

#[tokio::test]
async fn b15_text_us_is_never_shown_without_a_number() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let at = "2026-11-25T15:00:00Z";
    let text_us = seen(&jane, ApplicationKind::TextUs, at).await;
    assert_eq!((text_us.shown, text_us.reason), (false, Reason::NoNumber));
    assert_eq!(told(&world, &jane, at).await, []);
    let number = with_number(&world, &jane).await;
    let text_us = seen(&jane, ApplicationKind::TextUs, at).await;
    assert_eq!((text_us.shown, text_us.reason), (true, Reason::Always));
    let open = told(&world, &jane, at).await;
    let wanted = OpenApplication {
        kind: ApplicationKind::TextUs,
        phone_number: number,
        changes_at: None,
    };
    assert_eq!(open, [wanted]);
}

#[tokio::test]
async fn b29_what_is_switched_off_stays_hidden_in_open_hours() {
    let world = World::start().await;
    let jane = acme(&world).await;
    with_number(&world, &jane).await;
    let id = made(&jane, &office_hours("Office")).await.id;
    let off = SaveApplication {
        enabled: false,
        schedule_id: Some(id),
        phone_number: None,
    };
    save(&jane, ApplicationKind::TextUs, &off).await;
    let at = "2026-11-25T15:00:00Z";
    let text_us = seen(&jane, ApplicationKind::TextUs, at).await;
    assert_eq!(
        (text_us.shown, text_us.reason),
        (false, Reason::SwitchedOff)
    );
    assert_eq!(text_us.changes_at, None);
    assert_eq!(told(&world, &jane, at).await, []);
}

#[tokio::test]
async fn b29_hours_follow_the_company_to_another_time_zone() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let id = made(&jane, &office_hours("Office")).await.id;
    save(&jane, ApplicationKind::CallUsNow, &call_us(Some(id))).await;
    let at = "2026-11-25T15:00:00Z";
    assert!(seen(&jane, ApplicationKind::CallUsNow, at).await.shown);
    let read = jane.api.read_client(jane.client).await.expect("reads");
    let moved = gangway_domain::wire::CompanyInfo {
        time_zone: "Pacific/Honolulu".to_owned(),
        ..company_info("Acme")
    };
    let moved = jane
        .api
        .update_client(jane.client, &moved, &read.etag)
        .await;
    moved.expect("moves");
    assert!(!seen(&jane, ApplicationKind::CallUsNow, at).await.shown);
}

#[tokio::test]
async fn b29_the_preview_takes_a_time_of_the_company_s_clock_too() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let seen = async |at: Option<&str>| {
        let seen = jane
            .api
            .read_availability(jane.client, at)
            .await
            .expect("reads");
        (seen.at, seen.local, seen.time_zone)
    };
    let (at, local, zone) = seen(Some("2026-12-24T12:00")).await;
    assert_eq!(at, time("2026-12-24T17:00:00Z"));
    assert_eq!(
        (local.as_str(), zone.as_str()),
        ("2026-12-24T12:00", "America/New_York")
    );
    // A time that the clock skips is the first after it; one that it shows twice is the first.
    let (_, local, _) = seen(Some("2027-03-14T02:30")).await;
    assert_eq!(local, "2027-03-14T03:00");
    let (at, _, _) = seen(Some("2027-11-07T01:30")).await;
    assert_eq!(at, time("2027-11-07T05:30:00Z"));
    let (at, _, _) = seen(Some("2026-12-24T12:00:00-08:00")).await;
    assert_eq!(at, time("2026-12-24T20:00:00Z"));
    let before = world.context().now();
    let now = seen(None).await.0;
    assert!((before..=world.context().now()).contains(&now), "{now}");
    for at in [
        "tomorrow",
        "2026-13-01T00:00",
        "1999-12-31T12:00",
        "+262143-12-31T23:59",
        "2026-12-24",
    ] {
        let answer = jane.api.read_availability(jane.client, Some(at)).await;
        refused(answer, ProblemCode::BadParameter);
    }
}

#[tokio::test]
async fn b29_hours_past_midnight_are_two_spans_and_one_stretch() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let mut body = office_hours("Bar");
    body.week.friday = vec![open("20:00", "24:00")];
    body.week.saturday = vec![open("00:00", "02:00")];
    let id = made(&jane, &body).await.id;
    save(&jane, ApplicationKind::CallUsNow, &call_us(Some(id))).await;
    let late = seen(&jane, ApplicationKind::CallUsNow, "2026-11-27T23:59").await;
    assert!(late.shown);
    assert_eq!(late.changes_at, Some(time("2026-11-28T07:00:00Z")));
}
