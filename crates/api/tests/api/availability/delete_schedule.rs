use super::{acme, call_us, made, office_hours, save, version};
use crate::support::{World, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::ApplicationKind;

#[tokio::test]
async fn b29_a_schedule_that_nothing_follows_is_deleted() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let id = made(&jane, &office_hours("Office")).await.id;
    let etag = version(&jane, id).await;
    let deleted = jane.api.delete_schedule(jane.client, id, &etag).await;
    deleted.expect("deletes");
    let read = jane.api.read_schedule(jane.client, id).await;
    refused(read, ProblemCode::NotFound);
    let again = jane.api.delete_schedule(jane.client, id, &etag).await;
    refused(again, ProblemCode::NotFound);
    assert_eq!(world.events("schedule.deleted").await, 1);
    made(&jane, &office_hours("Office")).await;
}

#[tokio::test]
async fn b29_a_schedule_that_is_followed_stays_and_says_by_what() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let id = made(&jane, &office_hours("Office")).await.id;
    save(&jane, ApplicationKind::CallUsNow, &call_us(Some(id))).await;
    let read = jane
        .api
        .read_schedule(jane.client, id)
        .await
        .expect("reads");
    assert_eq!(read.value.used_by, [ApplicationKind::CallUsNow]);
    let before = world.tables().await;
    let answer = jane.api.delete_schedule(jane.client, id, &read.etag).await;
    let problem = refused(answer, ProblemCode::Conflict);
    assert!(
        problem.detail.starts_with("Call Us Now still uses"),
        "{}",
        problem.detail
    );
    assert_eq!(world.tables().await, before);
}
