use super::{acme, closed_on, made, office_hours, version};
use crate::support::{World, refused_field};

#[tokio::test]
async fn b29_a_schedule_is_replaced_as_a_whole_and_the_log_tells_what_changed() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let mut body = office_hours("Office");
    body.holidays = vec![closed_on("Christmas", "2026-12-25")];
    let id = made(&jane, &body).await.id;
    let etag = version(&jane, id).await;
    let mut body = office_hours("Office");
    body.week.friday = vec![];
    let changed = jane
        .api
        .update_schedule(jane.client, id, &body, &etag)
        .await;
    let changed = changed.expect("changes");
    assert_ne!(changed.etag, etag);
    assert_eq!(changed.value.holidays, []);
    assert_eq!(changed.value.week.friday, []);
    let told = world
        .texts("select cast(changes as text) from events where kind = 'schedule.changed'")
        .await;
    assert_eq!(told.len(), 1);
    for part in ["Christmas 2026-12-25 closed", "friday", "09:00 to 17:00"] {
        assert!(told[0].contains(part), "{}", told[0]);
    }
    assert!(!told[0].contains("monday"), "{}", told[0]);
}

#[tokio::test]
async fn b29_saving_what_is_there_already_changes_nothing() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let body = office_hours("Office");
    let id = made(&jane, &body).await.id;
    let etag = version(&jane, id).await;
    let same = jane
        .api
        .update_schedule(jane.client, id, &body, &etag)
        .await;
    assert_eq!(same.expect("is content").etag, etag);
    assert_eq!(world.events("schedule.changed").await, 0);
}

#[tokio::test]
async fn b29_a_new_name_is_not_another_schedule_s() {
    let world = World::start().await;
    let jane = acme(&world).await;
    made(&jane, &office_hours("Office")).await;
    let id = made(&jane, &office_hours("Shop")).await.id;
    let etag = version(&jane, id).await;
    let body = office_hours("office");
    let answer = jane
        .api
        .update_schedule(jane.client, id, &body, &etag)
        .await;
    refused_field(answer, "/name", "duplicate_existing");
}
