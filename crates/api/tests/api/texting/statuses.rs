//! How far a text is, as the provider tells it: late, twice, out of order.

use super::talk::{CUSTOMER, Talk, account, pairs, with};
use gangway_domain::wire::MessageState;
use gangway_sandbox::CallbackStyle;

/// A talk with one text that the provider has taken, and the provider's name for it.
async fn handed_over() -> (Talk, String, String) {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    talk.send("Good morning").await.expect("queues");
    // Nothing is told before the test tells it.
    talk.world.run_jobs().await;
    let messages = talk.world.sandbox().twilio().messages();
    let sent = messages.iter().find(|it| it.direction == "outbound-api");
    let (sid, url) = sent
        .map(|it| {
            (
                it.sid.clone(),
                it.status_callback.clone().expect("an address"),
            )
        })
        .expect("was sent");
    (talk, sid, url)
}

fn told(talk: &Talk, sid: &str, status: &str) -> Vec<(String, String)> {
    let account = &account(&talk.world).sid;
    pairs(&[
        ("MessageSid", sid),
        ("AccountSid", account),
        ("From", &talk.number),
        ("To", CUSTOMER),
        ("MessageStatus", status),
    ])
}

#[tokio::test]
async fn b30_a_delivered_text_is_shown_as_delivered() {
    for style in [
        CallbackStyle::default(),
        CallbackStyle {
            shuffled: true,
            repeated: true,
            extra_parameter: true,
            ..CallbackStyle::default()
        },
    ] {
        let talk = Talk::begin().await;
        talk.world.sandbox().twilio().callback_style(style);
        talk.text_in("Hello").await;
        talk.send("Good morning").await.expect("queues");
        talk.world.run_jobs().await;
        settled(&talk).await;
        let text = talk.newest().await;
        assert_eq!((text.state, text.detail), (MessageState::Delivered, None));
        assert!(text.delivered_at.is_some());
        let calls = talk.world.sandbox().twilio().callbacks();
        // A text that comes in, be it twice, is answered with what to say; a status with nothing.
        let (statuses, texts): (Vec<_>, Vec<_>) = calls
            .iter()
            .partition(|call| call.url.contains("/statuses"));
        assert!(statuses.len() >= 2, "{calls:?}");
        assert!(!texts.is_empty(), "{calls:?}");
        assert!(
            statuses.iter().all(|call| call.answered == Some(204)),
            "{statuses:?}"
        );
        assert!(
            texts.iter().all(|call| call.answered == Some(200)),
            "{texts:?}"
        );
    }
}

/// Waits until the provider has told of its last status; it does so on its own, beside the jobs.
async fn settled(talk: &Talk) {
    for _ in 0..200 {
        let text = talk.newest().await;
        if matches!(
            text.state,
            MessageState::Delivered | MessageState::Undelivered
        ) {
            // Repeated ones may follow.
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("no status came");
}

#[tokio::test]
async fn b30_a_text_that_did_not_arrive_says_why_in_plain_words() {
    let talk = Talk::begin().await;
    let twilio = talk.world.sandbox().twilio();
    twilio.outcome(CUSTOMER, "undelivered", Some(30006));
    talk.text_in("Hello").await;
    talk.send("Good morning").await.expect("queues");
    talk.world.run_jobs().await;
    settled(&talk).await;
    let text = talk.newest().await;
    assert_eq!(text.state, MessageState::Undelivered);
    let words = text.detail.expect("words");
    assert!(words.contains("landline"), "{words}");
}

#[tokio::test]
async fn wi_02_of_statuses_in_any_order_the_furthest_stays() {
    let (talk, sid, url) = handed_over().await;
    settled(&talk).await;
    let events = talk.world.events("message.state_changed").await;
    for late in [
        "queued",
        "sending",
        "sent",
        "delivered",
        "failed",
        "undelivered",
        "levitating",
    ] {
        let answer = talk.post(&url, &told(&talk, &sid, late)).await;
        assert_eq!(answer.status(), 204, "{late}");
        assert_eq!(talk.newest().await.state, MessageState::Delivered, "{late}");
    }
    assert_eq!(talk.world.events("message.state_changed").await, events);
}

#[tokio::test]
async fn wi_02_a_word_that_nobody_knows_is_kept_once_and_stands_in_nobodys_way() {
    let (talk, sid, url) = handed_over().await;
    settled(&talk).await;
    let before = talk.newest().await;
    let long = format!("levit\u{7}ating{}", "!".repeat(100));
    for (word, events) in [("levitating", 1), ("levitating", 1), (&long, 2)] {
        let answer = talk.post(&url, &told(&talk, &sid, word)).await;
        assert_eq!(answer.status(), 204, "{word}");
        let kept = talk.world.events("message.status_not_known").await;
        assert_eq!(kept, events, "{word}");
    }
    assert_eq!(talk.newest().await, before, "it is as far as it was");
    let stored = talk.world.tables().await["messages"].join("\n");
    let kept = format!("levitating{}", "!".repeat(54));
    assert!(stored.contains(&kept), "{stored}");
    assert!(!stored.contains(&format!("{kept}!")), "{stored}");
    let seen = activity(&talk).await;
    assert!(
        seen.iter()
            .any(|line| line.contains("that Gangway does not know: levitating")),
        "{seen:?}"
    );
    // What is known goes on being climbed.
    let answer = talk.post(&url, &told(&talk, &sid, "read")).await;
    assert_eq!(answer.status(), 204);
    let stored = talk.world.tables().await["messages"].join("\n");
    assert!(
        stored.contains("read") && stored.contains(&kept),
        "{stored}"
    );
}

/// What the partner's activity says in words.
async fn activity(talk: &Talk) -> Vec<String> {
    let list = gangway_api_client::List {
        limit: Some(100),
        ..gangway_api_client::List::default()
    };
    let owner = talk.world.sign_in("owner@harborit.example").await;
    let owner = owner.expect("signs in").api;
    let seen = owner.list_events(list).await.expect("lists").data;
    seen.into_iter().map(|event| event.what).collect()
}

#[cfg(feature = "failpoints")]
#[tokio::test]
async fn wi_03_a_status_is_never_answered_for_before_it_is_stored() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    let lost = gangway_sandbox::FaultKind::DropBefore;
    let lost = gangway_sandbox::Fault::times(1, lost).on("POST", "Messages");
    talk.world.sandbox().twilio().fault(lost);
    let queued = talk.send("Once").await.expect("queues");
    talk.world.run_jobs().await;
    let url = format!("{}?message={}", talk.hook("statuses").await, queued.id);
    let params = told(&talk, "SM0123456789abcdef0123456789abcdef", "delivered");
    let told_of = talk.world.events("message.state_changed").await;
    for (place, state) in [
        ("before_status_commit", MessageState::Unknown),
        ("after_status_commit", MessageState::Delivered),
    ] {
        fail::cfg_callback(place, || panic!("the process dies")).expect("a point");
        assert_eq!(talk.post(&url, &params).await.status(), 500, "{place}");
        fail::remove(place);
        assert_eq!(talk.newest().await.state, state, "{place}");
    }
    assert_eq!(
        talk.post(&url, &params).await.status(),
        204,
        "it comes again"
    );
    assert_eq!(talk.newest().await.state, MessageState::Delivered);
    assert_eq!(
        talk.world.events("message.state_changed").await,
        told_of + 1,
        "once"
    );
}

#[tokio::test]
async fn wi_02_a_status_for_another_account_or_number_is_refused_and_one_of_nothing_is_ignored() {
    let (talk, sid, url) = handed_over().await;
    settled(&talk).await;
    let right = told(&talk, &sid, "failed");
    let other = "AC00000000000000000000000000000002";
    for (name, value) in [("AccountSid", other), ("From", "+15105550199")] {
        let answer = talk.post(&url, &with(&right, name, value)).await;
        assert_eq!(answer.status(), 403, "{name}");
    }
    let answer = talk.post_signed(&url, &right, "wrong").await;
    assert_eq!(answer.status(), 403);
    let before = talk.world.tables().await;
    let elsewhere = url.split('?').next().expect("an address");
    for params in [
        told(&talk, "SMnobody", "failed"),
        with(&right, "MessageSid", ""),
        with(&right, "MessageStatus", ""),
    ] {
        assert_eq!(talk.post(elsewhere, &params).await.status(), 204);
    }
    assert_eq!(talk.world.tables().await, before);
}
