//! Two who edit the same thing at the same time.

use super::{acme, call_us, made, office_hours, version};
use crate::support::{World, refused};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{ApplicationKind, SaveApplication, SaveSchedule};
use reqwest::Method;

const SCHEDULE: &str = "/api/v1/clients/{id}/schedules/{schedule_id}";

#[tokio::test]
async fn b29_a_schedule_that_changed_meanwhile_is_neither_changed_nor_deleted() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let id = made(&jane, &office_hours("Office")).await.id;
    let etag = version(&jane, id).await;
    let body = office_hours("Shop");
    let update =
        async |body: &SaveSchedule| jane.api.update_schedule(jane.client, id, body, &etag).await;
    update(&body).await.expect("changes");
    refused(update(&office_hours("Late")).await, ProblemCode::Stale);
    let late = jane.api.delete_schedule(jane.client, id, &etag).await;
    refused(late, ProblemCode::Stale);
    let call = |operation, method| {
        let call = Call::new(operation, method, SCHEDULE);
        call.with(jane.client).with(id)
    };
    let put = call("update_schedule", Method::PUT).json(&body);
    refused(jane.api.send(put).await, ProblemCode::IfMatchNeeded);
    let delete = call("delete_schedule", Method::DELETE);
    refused(jane.api.send(delete).await, ProblemCode::IfMatchNeeded);
    let read = jane.api.read_schedule(jane.client, id).await;
    assert_eq!(read.expect("reads").value.name, "Shop");
}

#[tokio::test]
async fn id_04_of_ten_who_set_an_application_first_one_counts() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let kind = ApplicationKind::CallUsNow;
    let read = jane.api.read_widget_application(jane.client, kind).await;
    let etag = read.expect("reads").etag;
    let saves = (0..10).map(|number| {
        let (api, client, etag) = (jane.api.clone(), jane.client, etag.clone());
        let body = SaveApplication {
            phone_number: Some(format!("+1207555010{number}")),
            ..call_us(None)
        };
        tokio::spawn(async move {
            api.save_widget_application(client, kind, &body, &etag)
                .await
        })
    });
    let mut counted = Vec::new();
    for save in saves.collect::<Vec<_>>() {
        match save.await.expect("runs") {
            Ok(one) => counted.push(one),
            late => {
                refused(late, ProblemCode::Stale);
            }
        }
    }
    let now = jane.api.read_widget_application(jane.client, kind).await;
    assert_eq!(counted, [now.expect("reads")]);
    assert_eq!(world.events("widget_application.changed").await, 1);
}

#[tokio::test]
async fn b29_a_schedule_deleted_while_it_is_chosen_leaves_nothing_that_follows_nothing() {
    let world = World::start().await;
    let jane = acme(&world).await;
    let kind = ApplicationKind::TextUs;
    for round in 0..5 {
        let id = made(&jane, &office_hours(&format!("Office {round}")))
            .await
            .id;
        let etag = version(&jane, id).await;
        let read = jane.api.read_widget_application(jane.client, kind).await;
        let read = read.expect("reads");
        let body = SaveApplication {
            enabled: true,
            schedule_id: Some(id),
            phone_number: None,
        };
        let (saved, deleted) = tokio::join!(
            jane.api
                .save_widget_application(jane.client, kind, &body, &read.etag),
            jane.api.delete_schedule(jane.client, id, &etag),
        );
        assert!(saved.is_ok() != deleted.is_ok(), "{saved:?} {deleted:?}");
        let now = jane.api.read_widget_application(jane.client, kind).await;
        let follows = now.expect("reads").value.schedule_id == Some(id);
        assert_eq!(follows, saved.is_ok());
    }
}
