//! Texts that go out, and what stands against them.

use super::talk::{CUSTOMER, Talk, to_number, to_time};
use crate::api_keys::{made, of, program};
use crate::support::{key, refused, refused_field};
use chrono::Duration;
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{MessageDirection, MessageSource, MessageState, SendMessage};

#[tokio::test]
async fn b18_a_text_to_a_customer_who_agreed_is_queued_and_delivered() {
    let talk = Talk::begin().await;
    talk.text_in("Are you open?").await;
    let queued = talk.send("Yes, until five.").await.expect("queues");
    assert_eq!(
        (queued.direction, queued.source, queued.state),
        (
            MessageDirection::Out,
            MessageSource::Dashboard,
            MessageState::Queued
        )
    );
    assert_eq!(queued.sent_by_name.as_deref(), Some("Casey Comer"));
    assert!(talk.sent().is_empty(), "a job sends it");
    talk.world.run_jobs().await;
    assert_eq!(talk.sent(), ["Yes, until five."]);
    let request = talk
        .world
        .sandbox()
        .twilio()
        .requests_to("POST", "Messages");
    let field = |wanted: &str| {
        let found = request[0].form.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.clone()).expect("a field")
    };
    assert_eq!(
        (field("From"), field("To")),
        (talk.number.clone(), CUSTOMER.to_owned())
    );
    assert!(field("StatusCallback").contains(&queued.id.to_string()));
    let text = talk.newest().await;
    assert_eq!((text.id, text.segments), (queued.id, 1));
    assert!(text.sent_at.is_some());
    assert_eq!(
        talk.conversation().await.unread,
        1,
        "answering is not reading"
    );
    assert_eq!(talk.world.events("message.sent").await, 1);
}

#[tokio::test]
async fn b18_sm_03_without_consent_nothing_is_sent_and_no_conversation_is_begun() {
    let talk = Talk::begin().await;
    let problem = refused(talk.send("Hello").await, ProblemCode::CannotText);
    assert_eq!(
        (
            problem.errors[0].pointer.as_str(),
            problem.errors[0].code.as_str()
        ),
        ("/to", "no_consent")
    );
    assert!(problem.detail.contains("agree"), "{}", problem.detail);
    assert_eq!(talk.world.rows("conversations").await, 0);
    assert_eq!(talk.world.run_jobs().await, 0);
    assert!(
        talk.world
            .sandbox()
            .twilio()
            .requests_to("POST", "Messages")
            .is_empty()
    );
}

#[tokio::test]
async fn b19_sm_03_consent_is_for_the_number_it_was_given_to_and_a_new_number_starts_without() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    let queued = talk.send("Before the change").await.expect("queues");
    // The client gets another number: no operation does that yet, so the row is changed.
    let tx = talk.world.context().db.begin().await.expect("begins");
    let sql = "update number_orders set phone_number = '+15105550177'";
    sea_orm::ConnectionTrait::execute_unprepared(&tx, sql)
        .await
        .expect("changes");
    tx.commit().await.expect("commits");
    talk.world.run_jobs().await;
    assert!(talk.sent().is_empty(), "what was queued is not sent either");
    let failed = talk.newest().await;
    assert_eq!((failed.id, failed.state), (queued.id, MessageState::Failed));
    let old = talk.conversation().await;
    assert!(
        old.cannot_text_reason
            .expect("why not")
            .contains("no longer have")
    );
    let problem = refused(talk.send("Hello").await, ProblemCode::CannotText);
    assert_eq!(problem.errors[0].code, "no_consent", "from the new number");
}

#[tokio::test]
async fn sm_05_at_night_where_the_customer_is_nothing_is_sent_and_what_waits_goes_out_in_the_morning()
 {
    let mut talk = Talk::begin().await;
    talk.text_in("Hello").await;
    talk.send("Queued by day").await.expect("queues");
    // 02:30 UTC is 21:30 or 22:30 in Washington.
    to_time(&talk.world, 2, 30);
    talk.jane_again().await;
    talk.world.run_jobs().await;
    let problem = refused(talk.send("At night").await, ProblemCode::CannotText);
    assert_eq!(problem.errors[0].code, "quiet_hours");
    let waits = talk.newest().await;
    assert_eq!(waits.state, MessageState::Queued);
    assert!(waits.detail.expect("words").contains("morning"));
    talk.world.advance(Duration::hours(9));
    talk.world.run_jobs().await;
    assert!(talk.sent().is_empty(), "06:30 or 07:30");
    talk.world.advance(Duration::hours(3));
    talk.world.run_jobs().await;
    assert_eq!(talk.sent(), ["Queued by day"]);
}

#[tokio::test]
async fn sm_04_only_numbers_of_allowed_countries_are_texted() {
    let talk = Talk::begin().await;
    for (to, code) in [
        ("+18765550143", "country_not_allowed"),
        ("+442079460958", "country_not_allowed"),
        ("+19005550143", "invalid_phone"),
        ("+11025550143", "invalid_phone"),
        (talk.number.as_str(), "invalid_phone"),
    ] {
        talk.text_from(to, "Hello").await;
        let problem = refused(talk.send_to(to, "Hello").await, ProblemCode::CannotText);
        assert_eq!(problem.errors[0].code, code, "{to}");
    }
    refused_field(
        talk.send_to("555-0143", "Hello").await,
        "/to",
        "invalid_phone",
    );
    let canada = "+14165550143";
    talk.text_from(canada, "Hello").await;
    talk.send_to(canada, "Hello").await.expect("queues");
}

#[tokio::test]
async fn sm_04_a_client_sends_no_more_a_day_than_allowed_and_the_next_day_again() {
    let mut talk = Talk::begin_with(&[("GANGWAY_TWILIO_TEXTS_PER_DAY", "4")]).await;
    talk.text_in("Hello").await;
    talk.send("One").await.expect("queues");
    let three_parts = "x".repeat(320);
    assert_eq!(talk.send(&three_parts).await.expect("queues").segments, 3);
    let problem = refused(talk.send("Five").await, ProblemCode::CannotText);
    assert_eq!(problem.errors[0].code, "daily_limit");
    let metrics = gangway::telemetry::metrics::render();
    assert!(metrics.contains("gangway_texts_refused_total"));
    talk.world.advance(Duration::hours(24));
    talk.jane_again().await;
    talk.send("The next day").await.expect("queues");
}

#[tokio::test]
async fn sm_05_a_text_is_neither_empty_nor_too_long() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    refused_field(talk.send("  ").await, "/body", "required");
    refused_field(talk.send(&"x".repeat(1601)).await, "/body", "too_long");
    let longest = talk.send(&"é".repeat(1600)).await.expect("queues");
    assert!(longest.segments > 1);
    talk.world.run_jobs().await;
    assert_eq!(talk.sent().len(), 1);
}

#[tokio::test]
async fn a_text_is_to_a_number_or_in_a_conversation() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    let id = talk.conversation().await.id;
    let (api, client) = (&talk.jane.api, talk.jane.client);
    let body = |to: Option<&str>, conversation_id| SendMessage {
        to: to.map(str::to_owned),
        conversation_id,
        body: "Hello".to_owned(),
    };
    let send = async |body: SendMessage| api.send_message(client, &body, &key()).await;
    refused_field(send(body(None, None)).await, "/to", "required");
    refused_field(
        send(body(Some(CUSTOMER), Some(id))).await,
        "/to",
        "one_of_two",
    );
    let absent = uuid::Uuid::nil().into();
    let answer = send(body(None, Some(absent))).await;
    refused_field(answer, "/conversation_id", "unknown_conversation");
    let sent = send(body(None, Some(id))).await.expect("queues");
    assert_eq!(sent.conversation_id, id);
    let written = "+1 (202) 555-0143";
    let sent = send(body(Some(written), None)).await.expect("queues");
    assert_eq!(sent.conversation_id, id, "the same customer");
}

#[tokio::test]
async fn the_same_request_again_is_one_text() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    let call = Call::post("send_message", "/api/v1/clients/{id}/messages")
        .with(talk.jane.client)
        .json(&to_number(CUSTOMER, "Once"))
        .key(&key());
    let first = talk.jane.api.send(call.clone()).await.expect("queues");
    let again = talk
        .jane
        .api
        .send(call)
        .await
        .expect("is answered as before");
    assert_eq!(
        (first.status, again.header("idempotent-replayed")),
        (201, Some("true"))
    );
    assert_eq!(first.body, again.body);
    talk.world.run_jobs().await;
    assert_eq!(talk.sent(), ["Once"]);
}

#[tokio::test]
async fn b18_a_program_sends_by_its_key_and_others_send_nothing() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    let owner = talk
        .world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    let (_, text) = made(&owner, &of(&["messages:write"])).await;
    let api = program(&talk.world, &text);
    let (client, body) = (talk.jane.client, to_number(CUSTOMER, "By a program"));
    let sent = api
        .send_message(client, &body, &key())
        .await
        .expect("queues");
    assert_eq!(sent.source, MessageSource::Api);
    let sales = talk
        .world
        .staff(&owner, StaffRole::SalesRep, "rep@harbor.example")
        .await;
    let answer = sales.api.send_message(client, &body, &key()).await;
    refused(answer, ProblemCode::Forbidden);
    let other = talk.world.partner("Pier IT").await;
    let answer = other.api.send_message(client, &body, &key()).await;
    refused(answer, ProblemCode::NotFound);
    let ann = talk.world.client_of(&owner, "ann@other.example").await;
    let answer = ann.api.send_message(client, &body, &key()).await;
    refused(answer, ProblemCode::NotFound);
    let answer = talk
        .world
        .client()
        .send_message(client, &body, &key())
        .await;
    refused(answer, ProblemCode::NotSignedIn);
}
