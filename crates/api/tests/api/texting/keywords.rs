//! STOP, START and HELP.

use super::talk::{CUSTOMER, Talk};
use crate::support::{key, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::MessageState;
use gangway_sandbox::{Fault, FaultKind, TextIn};

#[tokio::test]
async fn b32_sm_02_every_stop_word_ends_consent_and_every_start_word_restores_it() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    talk.send("Good morning").await.expect("sends");
    for stop in [
        "STOP",
        "stopall",
        " Unsubscribe ",
        "CANCEL",
        "end",
        "QUIT",
        "REVOKE",
        "OPTOUT",
    ] {
        for start in ["START", "yes", " UnStop"] {
            talk.text_in(stop).await;
            let problem = refused(talk.send("More?").await, ProblemCode::CannotText);
            assert_eq!(problem.errors[0].code, "opted_out", "{stop}");
            let seen = talk.conversation().await;
            assert!(!seen.can_text && seen.cannot_text_reason.is_some());
            talk.text_in(start).await;
            assert!(talk.conversation().await.can_text, "{start}");
        }
    }
    talk.send("Welcome back").await.expect("sends");
    talk.world.run_jobs().await;
    assert_eq!(talk.sent(), ["Good morning", "Welcome back"]);
}

#[tokio::test]
async fn sm_02_nothing_goes_out_after_stop_with_a_hundred_texts_queued() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    for index in 0..100 {
        talk.send(&format!("Offer {index}")).await.expect("queues");
    }
    talk.text_in("STOP").await;
    talk.later().await;
    assert_eq!(talk.sent(), Vec::<String>::new());
    let texts = talk.messages().await;
    let failed = texts
        .iter()
        .filter(|text| text.state == MessageState::Failed);
    assert!(failed.clone().all(|text| {
        text.detail
            .as_ref()
            .is_some_and(|words| words.contains("opted out"))
    }));
    assert!(failed.count() >= 98, "of a page of 100");
}

#[tokio::test]
async fn sm_02_a_stop_that_only_the_provider_knows_of_is_learned_from_its_refusal() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    let refuse = FaultKind::Refuse {
        status: 400,
        code: 21610,
    };
    talk.world
        .sandbox()
        .twilio()
        .fault(Fault::times(1, refuse).on("POST", "Messages"));
    talk.send("Good morning").await.expect("queues");
    talk.later().await;
    let text = talk.newest().await;
    assert_eq!(text.state, MessageState::Failed);
    assert!(text.detail.expect("words").contains("opted out"));
    let problem = refused(talk.send("Again").await, ProblemCode::CannotText);
    assert_eq!(problem.errors[0].code, "opted_out");
    talk.text_in("Hello again").await;
    assert!(!talk.conversation().await.can_text, "a text is no START");
}

#[tokio::test]
async fn b32_help_is_not_answered_twice_where_twilio_answers_it() {
    let talk = Talk::begin().await;
    talk.text_in("HELP").await;
    talk.world.run_jobs().await;
    assert!(talk.sent().is_empty());
}

#[tokio::test]
async fn b32_help_is_answered_once_where_twilio_does_not() {
    let off = [("GANGWAY_TWILIO_ANSWERS_KEYWORDS", "off")];
    let talk = Talk::begin_with(&off).await;
    talk.text_in("help").await;
    talk.world.run_jobs().await;
    let sent = talk.sent();
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert!(
        sent[0].contains("Acme") && sent[0].contains("STOP"),
        "{sent:?}"
    );
    let standing = talk.conversation().await;
    assert!(!standing.can_text, "asking for help is no consent");
    let advanced = TextIn {
        from: CUSTOMER.to_owned(),
        body: "HELP".to_owned(),
        opt_out_type: Some("HELP".to_owned()),
        ..TextIn::default()
    };
    talk.text(advanced).await;
    talk.text_in("STOP").await;
    talk.text_in("HELP").await;
    talk.world.run_jobs().await;
    assert_eq!(talk.sent().len(), 1, "answered by Twilio, or after STOP");
}

#[tokio::test]
async fn b32_what_twilio_took_for_a_keyword_counts_in_any_language() {
    let talk = Talk::begin().await;
    talk.text_in("Hello").await;
    let arret = TextIn {
        from: CUSTOMER.to_owned(),
        body: "ARRET".to_owned(),
        opt_out_type: Some("STOP".to_owned()),
        ..TextIn::default()
    };
    talk.text(arret).await;
    let body = super::talk::to_number(CUSTOMER, "Hello?");
    let (api, client) = (&talk.jane.api, talk.jane.client);
    let answer = api.send_message(client, &body, &key()).await;
    refused(answer, ProblemCode::CannotText);
}
