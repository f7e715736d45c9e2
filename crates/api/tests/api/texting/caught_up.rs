//! Texts that nobody here could take when they came, because Gangway was away for longer than the provider
//! comes again.

use super::talk::{CUSTOMER, Talk};
use crate::imports::{imported, long, uploaded};
use crate::support::World;
use chrono::Duration;
use gangway_domain::wire::{ImportState, Message, MessageDirection};
use gangway_sandbox::{Fault, FaultKind, TextIn};
use gangway_twilio::UpdateNumber;
use sea_orm::ConnectionTrait as _;

/// The customer texts while nobody here can be reached.
async fn unheard(talk: &Talk, body: &str) {
    let order = talk.order().await;
    let twilio = talk.world.context().twilio.as_ref().expect("an account");
    let numbers = talk.world.sandbox().twilio().numbers();
    let ours = numbers.iter().find(|it| it.phone_number == talk.number);
    let ours = ours.expect("ours");
    assert_eq!(ours.friendly_name, format!("gangway {order}"));
    let lead_to = async |url: &str| {
        let update = UpdateNumber {
            sms_url: Some(url.to_owned()),
            friendly_name: None,
        };
        let told = twilio.update_number(&ours.sid, &update).await;
        told.expect("is told");
    };
    lead_to("http://127.0.0.1:9/").await;
    let text = TextIn {
        from: CUSTOMER.to_owned(),
        to: talk.number.clone(),
        body: body.to_owned(),
        ..TextIn::default()
    };
    let taken = talk.world.sandbox().twilio().text_in(text).await;
    taken.expect_err("nobody takes it");
    lead_to(&ours.sms_url).await;
}

/// An hour passes.
async fn an_hour(talk: &mut Talk) {
    talk.world.advance(Duration::minutes(61));
    talk.world.run_jobs().await;
    talk.jane_again().await;
}

async fn bodies(talk: &Talk) -> Vec<String> {
    let mut texts = talk.messages().await;
    texts.sort_by_key(|text| text.created_at);
    texts.into_iter().map(|text| text.body).collect()
}

#[tokio::test]
async fn wi_03_a_text_that_could_not_be_brought_is_fetched_within_the_hour_and_once() {
    let mut talk = Talk::begin().await;
    talk.text_in("Hello").await;
    talk.world.advance(Duration::minutes(10));
    let sent_at = talk.world.context().now();
    unheard(&talk, "Is anybody there?").await;
    talk.world.advance(Duration::minutes(10));
    talk.text_in("Never mind").await;
    assert_eq!(bodies(&talk).await, ["Hello", "Never mind"]);

    an_hour(&mut talk).await;
    let wanted = ["Hello", "Is anybody there?", "Never mind"];
    assert_eq!(bodies(&talk).await, wanted);
    let is_late = |text: &Message| text.body == "Is anybody there?";
    let late = talk.messages().await.into_iter().find(is_late);
    let late = late.expect("it is there");
    assert_eq!(late.direction, MessageDirection::In);
    assert!((late.created_at - sent_at).abs() < Duration::seconds(2));
    let seen = talk.conversation().await;
    let preview = seen.last_message.expect("a text").body;
    assert_eq!((seen.unread, preview.as_str()), (3, "Never mind"));
    assert_eq!(talk.world.events("message.received").await, 3);
    an_hour(&mut talk).await;
    assert_eq!(bodies(&talk).await, wanted);
}

#[tokio::test]
async fn wi_03_what_came_while_gangway_was_down_is_there_soon_after_its_start() {
    let mut talk = Talk::begin().await;
    an_hour(&mut talk).await;
    unheard(&talk, "Is anybody there?").await;
    talk.world.restart().await;
    talk.world.advance(Duration::minutes(3));
    talk.world.run_jobs().await;
    talk.jane_again().await;
    assert_eq!(bodies(&talk).await, ["Is anybody there?"]);
}

#[tokio::test]
async fn sm_02_a_stop_that_was_missed_counts_and_a_start_only_if_nothing_came_after_it() {
    let mut talk = Talk::begin().await;
    talk.text_in("Hello").await;
    assert!(talk.conversation().await.can_text);
    talk.world.advance(Duration::minutes(1));
    unheard(&talk, "STOP").await;
    an_hour(&mut talk).await;
    assert!(!talk.conversation().await.can_text);

    unheard(&talk, "START").await;
    talk.world.advance(Duration::minutes(1));
    talk.text_in("STOP").await;
    an_hour(&mut talk).await;
    assert_eq!(bodies(&talk).await, ["Hello", "STOP", "START", "STOP"]);
    assert!(!talk.conversation().await.can_text, "STOP came last");

    unheard(&talk, "START").await;
    an_hour(&mut talk).await;
    assert!(talk.conversation().await.can_text);

    unheard(&talk, "STOP").await;
    talk.world.advance(Duration::minutes(1));
    talk.text_in("START").await;
    an_hour(&mut talk).await;
    assert!(talk.conversation().await.can_text, "START came last");

    // Within a second, which the provider does not tell apart.
    let still = talk.world.hold_clock();
    unheard(&talk, "START").await;
    unheard(&talk, "STOP").await;
    drop(still);
    an_hour(&mut talk).await;
    assert!(!talk.conversation().await.can_text, "STOP came last");
}

#[tokio::test]
async fn b32_help_that_was_missed_is_not_answered_an_hour_later() {
    let settings = [("GANGWAY_TWILIO_ANSWERS_KEYWORDS", "off")];
    let mut talk = Talk::begin_with(&settings).await;
    unheard(&talk, "HELP").await;
    an_hour(&mut talk).await;
    talk.world.run_jobs().await;
    assert_eq!(bodies(&talk).await, ["HELP"]);
    assert_eq!(talk.sent(), Vec::<String>::new());
}

#[tokio::test]
async fn jq_10_while_the_provider_is_away_nothing_is_taken_for_caught_up() {
    let mut talk = Talk::begin().await;
    unheard(&talk, "Is anybody there?").await;
    for kind in [
        FaultKind::ServerError {
            status: 503,
            html: true,
        },
        FaultKind::Refuse {
            status: 401,
            code: 20003,
        },
        FaultKind::Throttle {
            retry_after: Some(1800),
        },
    ] {
        let fault = Fault {
            kind,
            ..Fault::default()
        };
        talk.world
            .sandbox()
            .twilio()
            .fault(fault.on("GET", "Messages"));
        an_hour(&mut talk).await;
        assert!(talk.conversations().await.is_empty());
        talk.world.sandbox().twilio().clear_faults();
    }
    an_hour(&mut talk).await;
    assert_eq!(bodies(&talk).await, ["Is anybody there?"]);
}

#[tokio::test]
async fn of_many_numbers_each_is_asked_for_once_after_a_start_and_once_an_hour() {
    const NUMBERS: usize = 120;
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let import = uploaded(&owner, long(NUMBERS)).await.id;
    world.run_jobs().await;
    let import = imported(&world, &owner, import).await;
    assert_eq!(import.state, ImportState::Done);
    let order = "insert into number_orders (id, partner_id, client_id, state, phone_number, ordered_at, assigned_at, updated_at) \
        select id, partner_id, id, 'assigned', '+1' || (2025550000 + row_number() over (order by id)), created_at, created_at, created_at \
        from clients";
    let tx = world.context().db.begin().await.expect("begins");
    tx.execute_unprepared(order).await.expect("orders");
    tx.commit().await.expect("commits");
    let asked = || world.sandbox().twilio().requests_to("GET", "Messages");
    // After the start, then every hour.
    for (round, minutes) in [3, 61, 61].into_iter().enumerate() {
        world.advance(Duration::minutes(minutes));
        world.run_jobs().await;
        let all = asked();
        let mut of_now: Vec<_> = all.iter().skip(NUMBERS * round).collect();
        assert_eq!(of_now.len(), NUMBERS, "in round {round}");
        of_now.sort_by_key(|request| request.query.clone());
        of_now.dedup_by_key(|request| request.query.clone());
        assert_eq!(of_now.len(), NUMBERS, "each once in round {round}");
    }
}
