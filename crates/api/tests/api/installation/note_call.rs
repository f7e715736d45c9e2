use super::{call_from, installation};
use crate::support::{World, company_info};
use crate::texting::ready;
use chrono::Duration;
use gangway_domain::wire::CompanyInfo;

const OWN: &str = "https://www.client.example";

#[tokio::test]
async fn b35_the_first_call_of_the_application_is_noted_and_on_record() {
    let world = World::start().await;
    let jane = ready(&world).await;
    assert_eq!(installation(&jane).await.calls, []);
    assert_eq!(call_from(&world, &jane.api, jane.client, OWN).await, 200);
    let calls = installation(&jane).await.calls;
    let [call] = calls.as_slice() else {
        panic!("{calls:?}")
    };
    assert_eq!(call.origin, OWN);
    assert_eq!(call.first_at, call.last_at);
    let seen = "select kind from events where kind = 'installation.first_called'";
    assert_eq!(world.texts(seen).await.len(), 1);
}

#[tokio::test]
async fn b35_calls_are_noted_once_a_minute_and_recorded_once() {
    let world = World::start().await;
    let jane = ready(&world).await;
    call_from(&world, &jane.api, jane.client, OWN).await;
    let first = installation(&jane).await.calls.remove(0);
    world.advance(Duration::seconds(20));
    call_from(&world, &jane.api, jane.client, OWN).await;
    assert_eq!(installation(&jane).await.calls, [first.clone()]);
    world.advance(Duration::seconds(41));
    call_from(&world, &jane.api, jane.client, OWN).await;
    let later = installation(&jane).await.calls.remove(0);
    assert_eq!(later.first_at, first.first_at);
    assert!(later.last_at >= first.last_at + Duration::seconds(60));
    let seen = "select kind from events where kind = 'installation.first_called'";
    assert_eq!(world.texts(seen).await.len(), 1);
}

#[tokio::test]
async fn b35_many_first_visitors_at_once_are_one_first_call() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let calls = (0..8).map(|_| call_from(&world, &jane.api, jane.client, OWN));
    let answers = futures_util::future::join_all(calls).await;
    assert_eq!(answers, [200; 8]);
    assert_eq!(installation(&jane).await.calls.len(), 1);
    let seen = "select kind from events where kind = 'installation.first_called'";
    assert_eq!(world.texts(seen).await.len(), 1);
}

#[tokio::test]
async fn b35_foreign_pages_leave_no_trace() {
    let world = World::start().await;
    let jane = ready(&world).await;
    for origin in [
        "https://evil.example",
        "null",
        "https://www.client.example:8443",
    ] {
        assert_eq!(call_from(&world, &jane.api, jane.client, origin).await, 404);
    }
    assert_eq!(installation(&jane).await.calls, []);
}

#[tokio::test]
async fn b35_an_origin_is_noted_in_its_one_form_and_its_sibling_apart() {
    let world = World::start().await;
    let jane = ready(&world).await;
    for origin in [
        OWN,
        "https://WWW.CLIENT.EXAMPLE",
        "https://www.client.example:443",
    ] {
        call_from(&world, &jane.api, jane.client, origin).await;
    }
    world.advance(Duration::minutes(2));
    call_from(&world, &jane.api, jane.client, "https://client.example").await;
    let origins: Vec<_> = installation(&jane)
        .await
        .calls
        .into_iter()
        .map(|call| call.origin)
        .collect();
    assert_eq!(origins, ["https://client.example", OWN], "the newest first");
}

#[tokio::test]
async fn b35_calls_from_a_site_that_was_left_are_not_shown() {
    let world = World::start().await;
    let jane = ready(&world).await;
    call_from(&world, &jane.api, jane.client, OWN).await;
    let etag = jane.api.read_client(jane.client).await.expect("reads").etag;
    let info = CompanyInfo {
        website: "https://new.example".to_owned(),
        ..company_info("Acme")
    };
    jane.api
        .update_client(jane.client, &info, &etag)
        .await
        .expect("changes");
    assert_eq!(installation(&jane).await.calls, []);
}
