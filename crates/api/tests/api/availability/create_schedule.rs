use super::{acme, closed_on, made, office_hours, open};
use crate::support::{World, key, refused, refused_field};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{SaveSchedule, Schedule};
use serde_json::{Value, json};

#[tokio::test]
async fn b29_a_schedule_is_made_with_its_week_and_holidays_in_order() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let mut body = office_hours("  Office   hours ");
    body.week.saturday = vec![open("14:00", "24:00"), open("09:00", "12:00")];
    body.holidays = vec![
        closed_on("Christmas", "2026-12-25"),
        closed_on("Thanksgiving", "2026-11-26"),
    ];
    let made = made(&jane, &body).await;
    assert_eq!(made.name, "Office   hours");
    let saturday = [open("09:00", "12:00"), open("14:00", "24:00")];
    assert_eq!(made.week.saturday, saturday);
    assert_eq!(made.week.sunday, []);
    let names: Vec<&str> = made.holidays.iter().map(|day| day.name.as_str()).collect();
    assert_eq!(names, ["Thanksgiving", "Christmas"]);
    assert_eq!(made.used_by, []);
    let read = jane.api.read_schedule(jane.client, made.id).await;
    assert_eq!(read.expect("reads").value, made);
    assert_eq!(world.events("schedule.created").await, 1);
}

#[tokio::test]
async fn b29_a_request_sent_twice_makes_one_schedule() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let (key, body) = (key(), office_hours("Office"));
    let first = jane.api.create_schedule(jane.client, &body, &key).await;
    let second = jane.api.create_schedule(jane.client, &body, &key).await;
    assert_eq!(first.expect("makes"), second.expect("answers again"));
    assert_eq!(world.rows("schedules").await, 1);
    let other = office_hours("Another");
    let answer = jane.api.create_schedule(jane.client, &other, &key).await;
    assert!(answer.is_err(), "the key stands for another request");
}

#[tokio::test]
async fn b29_what_is_wrong_is_named_where_it_stands_and_nothing_is_stored() {
    let world = World::start().await;
    let jane = acme(&world).await;
    made(&jane, &office_hours("Office")).await;
    let before = world.tables().await;
    let with = |change: fn(&mut SaveSchedule)| {
        let mut body = office_hours("New");
        change(&mut body);
        body
    };
    for (pointer, code, body) in [
        ("/name", "required", office_hours(" ")),
        ("/name", "duplicate_existing", office_hours("OFFICE")),
        (
            "/week/monday/0/from",
            "invalid_time",
            with(|new| new.week.monday[0].from = "9".into()),
        ),
        (
            "/week/monday/0/until",
            "invalid_time",
            with(|new| new.week.monday[0].until = "24:30".into()),
        ),
        (
            "/week/monday/0",
            "ends_before_start",
            with(|new| new.week.monday[0].until = "09:00".into()),
        ),
        (
            "/week/monday",
            "hours_overlap",
            with(|new| new.week.monday.push(open("16:00", "18:00"))),
        ),
        (
            "/week/sunday",
            "too_many",
            with(|new| {
                new.week.sunday = (0..9)
                    .map(|hour| open(&format!("0{hour}:00"), &format!("0{hour}:30")))
                    .collect();
            }),
        ),
        (
            "/holidays/0/name",
            "required",
            with(|new| new.holidays = vec![closed_on("", "2026-12-25")]),
        ),
        (
            "/holidays/0/on",
            "invalid_date",
            with(|new| new.holidays = vec![closed_on("Then", "1999-12-25")]),
        ),
        (
            "/holidays/1/hours/0",
            "ends_before_start",
            with(|new| {
                new.holidays = vec![closed_on("A", "2026-12-24"), closed_on("B", "2026-12-25")];
                new.holidays[1].hours = vec![open("12:00", "08:00")];
            }),
        ),
        (
            "/holidays",
            "duplicate",
            with(|new| {
                new.holidays = vec![closed_on("A", "2026-12-25"), closed_on("B", "2026-12-25")];
            }),
        ),
        (
            "/holidays",
            "too_many",
            with(|new| {
                let day = |number: u32| closed_on("Day", &format!("{}-01-01", 2000 + number));
                new.holidays = (0..101).map(day).collect();
            }),
        ),
    ] {
        let answer = jane.api.create_schedule(jane.client, &body, &key()).await;
        refused_field(answer, pointer, code);
    }
    assert_eq!(world.tables().await, before);
}

#[tokio::test]
async fn b29_unknown_days_and_fields_are_refused() {
    let world = World::start().await;
    let jane = acme(&world).await;
    for change in [
        json!({"funday": []}),
        json!({"monday": [["09:00", "17:00"]]}),
    ] {
        let mut body: Value = serde_json::to_value(office_hours("Office")).expect("JSON");
        body["week"] = change;
        let call = Call::post("create_schedule", "/api/v1/clients/{id}/schedules");
        let answer = jane.api.send(call.with(jane.client).json(&body)).await;
        refused(answer, ProblemCode::UnreadableBody);
    }
}

#[tokio::test]
async fn b29_a_company_has_at_most_a_hundred_schedules() {
    let world = World::start().await;
    let jane = acme(&world).await;
    for number in 0..100 {
        made(&jane, &office_hours(&format!("Number {number}"))).await;
    }
    let one_more = office_hours("One more");
    let answer = jane
        .api
        .create_schedule(jane.client, &one_more, &key())
        .await;
    refused::<Schedule>(answer, ProblemCode::Conflict);
    assert_eq!(world.rows("schedules").await, 100);
}
