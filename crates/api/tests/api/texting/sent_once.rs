//! SM-01: at most one text for each time somebody sends one, whatever breaks.

use super::talk::{CUSTOMER, Talk, account, pairs};
use crate::support::{key, refused, refused_field};
use chrono::Duration;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{Message, MessageState, ResendMessage};
use gangway_sandbox::{Fault, FaultKind};

fn fault(talk: &Talk, times: u32, kind: FaultKind) {
    let fault = Fault::times(times, kind).on("POST", "Messages");
    talk.world.sandbox().twilio().fault(fault);
}

async fn resend(
    talk: &Talk,
    text: &Message,
    may_arrive_twice: bool,
) -> Result<Message, gangway_api_client::Failure> {
    let body = ResendMessage { may_arrive_twice };
    let (api, client) = (&talk.jane.api, talk.jane.client);
    api.resend_message(client, text.id, &body, &key()).await
}

#[tokio::test]
async fn sm_01_a_text_that_was_sent_without_an_answer_is_found_and_not_sent_again() {
    for kind in [
        FaultKind::DropAfterEffect,
        FaultKind::ErrorAfterEffect {
            status: 500,
            html: false,
        },
        FaultKind::ErrorAfterEffect {
            status: 503,
            html: true,
        },
    ] {
        let talk = Talk::begin().await;
        talk.text_in("Hello").await;
        fault(&talk, 1, kind.clone());
        talk.send("Once").await.expect("queues");
        talk.later().await;
        assert_eq!(talk.sent(), ["Once"], "{kind:?}");
        let text = talk.newest().await;
        assert!(
            matches!(
                text.state,
                MessageState::Sending | MessageState::Sent | MessageState::Delivered
            ),
            "{kind:?}: {text:?}"
        );
        assert_eq!(
            talk.world
                .sandbox()
                .twilio()
                .requests_to("POST", "Messages")
                .len(),
            1
        );
    }
}

#[tokio::test]
async fn sm_01_a_text_that_nobody_knows_of_stays_unknown_until_somebody_resends_it_knowingly() {
    let mut talk = Talk::begin().await;
    talk.text_in("Hello").await;
    fault(&talk, 1, FaultKind::DropBefore);
    talk.send("Perhaps").await.expect("queues");
    talk.world.run_jobs().await;
    let text = talk.newest().await;
    assert_eq!(text.state, MessageState::Unknown);
    assert!(
        text.detail
            .as_ref()
            .is_some_and(|words| words.contains("checking"))
    );
    for _ in 0..40 {
        talk.world.advance(Duration::seconds(60));
        talk.world.run_jobs().await;
    }
    talk.jane_again().await;
    let text = talk.newest().await;
    assert_eq!(text.state, MessageState::Unknown);
    assert!(
        text.detail
            .as_ref()
            .is_some_and(|words| words.contains("no record"))
    );
    assert!(talk.sent().is_empty(), "it is not sent by itself");
    refused_field(
        resend(&talk, &text, false).await,
        "/may_arrive_twice",
        "needed",
    );
    resend(&talk, &text, true).await.expect("queues");
    refused(resend(&talk, &text, true).await, ProblemCode::Conflict);
    talk.world.run_jobs().await;
    assert_eq!(talk.sent(), ["Perhaps"]);
}

#[tokio::test]
async fn sm_01_what_did_not_reach_the_provider_is_sent_later_by_itself() {
    for kind in [
        FaultKind::Throttle { retry_after: None },
        FaultKind::Throttle {
            retry_after: Some(60),
        },
        FaultKind::Refuse {
            status: 400,
            code: 21611,
        },
    ] {
        let talk = Talk::begin().await;
        talk.text_in("Hello").await;
        fault(&talk, 5, kind.clone());
        talk.send("Patience").await.expect("queues");
        talk.world.run_jobs().await;
        assert_eq!(talk.newest().await.state, MessageState::Queued, "{kind:?}");
        for _ in 0..8 {
            talk.later().await;
        }
        assert_eq!(talk.sent(), ["Patience"], "{kind:?}");
    }
}

#[tokio::test]
async fn sm_01_a_text_that_is_refused_says_why_and_can_be_sent_again() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    let refuse = FaultKind::Refuse {
        status: 400,
        code: 21408,
    };
    fault(&talk, 1, refuse);
    let first = talk.send("Hello there").await.expect("queues");
    refused(resend(&talk, &first, true).await, ProblemCode::Conflict);
    talk.world.run_jobs().await;
    let failed = talk.newest().await;
    assert_eq!(failed.state, MessageState::Failed);
    assert!(
        failed
            .detail
            .as_ref()
            .is_some_and(|words| words.contains("switched off"))
    );
    let again = resend(&talk, &failed, false).await.expect("queues");
    assert_ne!(again.id, failed.id);
    refused(resend(&talk, &failed, false).await, ProblemCode::Conflict);
    talk.world.run_jobs().await;
    assert_eq!(talk.sent(), ["Hello there"]);
    let received = talk.messages().await.pop().expect("the first text");
    refused(resend(&talk, &received, true).await, ProblemCode::Conflict);
    let other = talk.world.partner("Pier IT").await;
    let body = ResendMessage::default();
    let client = talk.jane.client;
    let answer = other
        .api
        .resend_message(client, failed.id, &body, &key())
        .await;
    refused(answer, ProblemCode::NotFound);
    let absent = uuid::Uuid::nil().into();
    let answer = talk
        .jane
        .api
        .resend_message(client, absent, &body, &key())
        .await;
    refused(answer, ProblemCode::NotFound);
}

#[tokio::test]
async fn sm_01_a_status_tells_of_a_text_whose_answer_was_lost() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    fault(&talk, 1, FaultKind::DropBefore);
    let queued = talk.send("Once").await.expect("queues");
    talk.world.run_jobs().await;
    assert_eq!(talk.newest().await.state, MessageState::Unknown);
    let order = talk.order().await;
    let base = talk.world.base();
    let url = format!("{base}/hooks/twilio/{order}/statuses?message={}", queued.id);
    let account = &account(&talk.world).sid;
    let params = pairs(&[
        ("MessageSid", "SM0123456789abcdef0123456789abcdef"),
        ("AccountSid", account),
        ("From", &talk.number),
        ("To", CUSTOMER),
        ("MessageStatus", "sent"),
    ]);
    assert_eq!(talk.post(&url, &params).await.status(), 204);
    let text = talk.newest().await;
    assert_eq!((text.state, text.detail), (MessageState::Sent, None));
}

#[cfg(feature = "failpoints")]
#[tokio::test]
async fn sm_01_a_crash_anywhere_between_queue_and_answer_sends_one_text_at_most() {
    for (place, sent) in [
        ("before_text", 0),
        ("after_text", 1),
        ("before_text_commit", 1),
    ] {
        let talk = Talk::begin().await;
        talk.text_in("Hello").await;
        talk.send("Once").await.expect("queues");
        fail::cfg_callback(place, || panic!("the worker dies")).expect("a fail point");
        talk.world.run_jobs().await;
        fail::remove(place);
        talk.later().await;
        assert_eq!(talk.sent().len(), sent, "{place}");
        let state = talk.newest().await.state;
        assert_eq!(
            state == MessageState::Unknown,
            sent == 0,
            "{place}: {state:?}"
        );
    }
}

/// A cheap sequence of numbers, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % most
    }
}

#[cfg(feature = "failpoints")]
#[tokio::test]
async fn sm_01_five_hundred_texts_among_random_faults_are_sent_once_each_or_are_known_not_to_be() {
    use std::collections::HashMap;

    let more = [
        ("GANGWAY_TWILIO_TEXTS_PER_DAY", "100000"),
        ("GANGWAY_TWILIO_TIMEOUT_MS", "150"),
    ];
    let mut talk = Talk::begin_with(&more).await;
    talk.text_in("Hello").await;
    let mut queued = Vec::new();
    // PostgreSQL takes its time to commit: there, the long form of the tests has all of them.
    let short = talk.world.is_on_postgres() && !crate::support::tortured();
    let count = if short { 100 } else { 500 };
    for index in 0..count {
        // Some say the same as others.
        let body = format!("Text {}", index / 2);
        queued.push(talk.send(&body).await.expect("queues"));
    }
    let seed = 20_261_126;
    println!("SM-01: seed {seed}");
    let mut dice = Dice(seed);
    for _ in 0..(count / 8) {
        for _ in 0..8 {
            let kind = match dice.below(7) {
                0 => FaultKind::DropAfterEffect,
                1 => FaultKind::ErrorAfterEffect {
                    status: 500,
                    html: dice.below(2) == 0,
                },
                2 => FaultKind::DropBefore,
                3 => FaultKind::ServerError {
                    status: 503,
                    html: true,
                },
                4 => FaultKind::Throttle { retry_after: None },
                5 => FaultKind::Delay { ms: 400 },
                _ => FaultKind::Refuse {
                    status: 400,
                    code: 21611,
                },
            };
            let mut fault = Fault::times(1, kind);
            if dice.below(4) > 0 {
                fault = fault.on("POST", "Messages");
            }
            talk.world.sandbox().twilio().fault(fault);
        }
        if dice.below(3) == 0 {
            let places = ["before_text", "after_text", "before_text_commit"];
            let place = places[usize::try_from(dice.below(3)).expect("small")];
            fail::cfg(place, "1*panic->off").expect("a fail point");
        }
        talk.world.run_jobs().await;
        talk.world.advance(Duration::seconds(35));
    }
    talk.world.sandbox().twilio().clear_faults();
    for place in ["before_text", "after_text", "before_text_commit"] {
        fail::remove(place);
    }
    for _ in 0..30 {
        talk.world.run_jobs().await;
        talk.world.advance(Duration::seconds(61));
    }
    let (mut wanted, mut sent) = (HashMap::new(), HashMap::new());
    for text in &queued {
        *wanted.entry(text.body.clone()).or_insert(0) += 1;
    }
    for body in talk.sent() {
        *sent.entry(body).or_insert(0) += 1;
    }
    for (body, count) in &sent {
        assert!(count <= &wanted[body], "{body}: {count} sent");
    }
    talk.jane_again().await;
    let mut states: HashMap<String, usize> = HashMap::new();
    for text in all(&talk).await {
        *states.entry(format!("{:?}", text.state)).or_default() += 1;
    }
    let arrived: usize = sent.values().sum();
    println!("SM-01: {arrived} of {count} sent; {states:?}");
    let unknown = states.get("Unknown").copied().unwrap_or_default();
    assert_eq!(arrived + unknown, count, "{states:?}");
    assert!(
        unknown > 0 && arrived > count / 2,
        "the faults were felt: {states:?}"
    );
}

#[cfg(feature = "failpoints")]
async fn all(talk: &Talk) -> Vec<Message> {
    let id = talk.conversation().await.id;
    let (mut texts, mut cursor) = (Vec::new(), None);
    loop {
        let list = gangway_api_client::List {
            limit: Some(100),
            cursor,
            ..gangway_api_client::List::default()
        };
        let page = talk
            .jane
            .api
            .list_messages(talk.jane.client, id, list)
            .await;
        let page = page.expect("lists");
        texts.extend(page.data);
        cursor = page.next;
        if cursor.is_none() {
            return texts;
        }
    }
}
