//! WI-03: while the database is away Twilio is told to come again, and does; afterwards each of what it
//! brought is stored once.

use super::talk::{CUSTOMER, Talk, account, pairs, with};
use crate::support::connection;
use crate::support::postgres::Postgres;
use crate::support::proxy::{Proxy, Wire};
use gangway_domain::wire::MessageState;
use gangway_sandbox::{Fault, FaultKind};
use reqwest::Response;
use sea_orm::{ConnectionTrait as _, DatabaseConnection};
use std::time::{Duration, Instant};

/// A database that can be taken away: behind a wire, or a file that somebody else locks.
enum Database {
    Wired(Proxy, Box<Postgres>),
    File(Box<DatabaseConnection>),
}

impl Database {
    async fn with_talk() -> (Self, Talk) {
        if let Some(postgres) = Postgres::start(40) {
            let wire = Proxy::to(postgres.addr()).await;
            let url = postgres.url_at(wire.addr());
            let talk = Talk::begin_with(&[("DATABASE_URL", &url)]).await;
            return (Self::Wired(wire, Box::new(postgres)), talk);
        }
        let talk = Talk::begin().await;
        let foreign = connection(talk.world.database_url()).await;
        (Self::File(Box::new(foreign)), talk)
    }

    async fn take_away(&self) {
        match self {
            Self::Wired(wire, _) => wire.set(Wire::Cut),
            Self::File(foreign) => {
                let locked = foreign.execute_unprepared("begin immediate").await;
                locked.expect("locks");
            }
        }
    }

    async fn give_back(&self) {
        match self {
            Self::Wired(wire, _) => wire.set(Wire::Whole),
            Self::File(foreign) => {
                let free = foreign.execute_unprepared("commit").await;
                free.expect("unlocks");
            }
        }
    }
}

/// A text that nobody knows to have been sent, and what tells that it was delivered.
async fn a_status(talk: &Talk) -> (String, Vec<(String, String)>) {
    talk.text_in("Hello").await;
    let lost = Fault::times(1, FaultKind::DropBefore).on("POST", "Messages");
    talk.world.sandbox().twilio().fault(lost);
    let queued = talk.send("Once").await.expect("queues");
    talk.world.run_jobs().await;
    let params = pairs(&[
        ("MessageSid", "SM0123456789abcdef0123456789abcdef"),
        ("AccountSid", &account(&talk.world).sid),
        ("From", &talk.number),
        ("To", CUSTOMER),
        ("MessageStatus", "delivered"),
    ]);
    let url = format!("{}?message={}", talk.hook("statuses").await, queued.id);
    (url, params)
}

/// Twilio comes again, and no text goes to the customer.
fn told_to_come_again(what: &str, answer: &Response) {
    let header = |name: &str| {
        let value = answer.headers().get(name);
        value.map(|value| value.to_str().expect("text").to_owned())
    };
    assert_eq!(answer.status(), 503, "{what}");
    assert!(header("retry-after").is_some(), "{what}");
    let kind = header("content-type");
    assert_eq!(kind.as_deref(), Some("application/problem+json"), "{what}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wi_03_while_the_database_is_away_twilio_is_told_to_come_again_and_then_each_is_stored_once()
 {
    let (database, talk) = Database::with_talk().await;
    let (status_url, status) = a_status(&talk).await;
    let text_url = talk.hook("messages").await;
    let text = talk.params("SM1", "Are you there?");
    let before = talk.world.tables().await;

    database.take_away().await;
    let begun = Instant::now();
    let (one, other) = tokio::join!(talk.post(&text_url, &text), talk.post(&status_url, &status));
    let waited = begun.elapsed();
    told_to_come_again("a text", &one);
    told_to_come_again("a status", &other);
    assert!(waited < Duration::from_secs(15), "in time: {waited:?}");
    database.give_back().await;
    assert_eq!(talk.world.tables().await, before, "nothing is half there");

    for _ in 0..2 {
        assert_eq!(taken(&talk, &text_url, &text).await, 200);
        assert_eq!(taken(&talk, &status_url, &status).await, 204);
    }
    let bodies: Vec<_> = talk.messages().await;
    assert_eq!(bodies.len(), 3, "{bodies:?}");
    assert_eq!(bodies[0].body, "Are you there?");
    assert_eq!(bodies[1].state, MessageState::Delivered);
    assert_eq!(talk.world.events("message.received").await, 2);
    let delivered = talk.world.texts(DELIVERED).await;
    assert_eq!(delivered.len(), 1, "{delivered:?}");
    println!("WI-03: told to come again after {waited:?}");
}

const DELIVERED: &str = "select kind from events where kind = 'message.state_changed'
    and cast(data as text) like '%delivered%'";

/// The status that a webhook is answered with in the end.
async fn taken(talk: &Talk, url: &str, params: &[(String, String)]) -> u16 {
    let begun = Instant::now();
    loop {
        let status = talk.post(url, params).await.status().as_u16();
        if status != 503 || begun.elapsed() > Duration::from_secs(15) {
            return status;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wi_03_twilio_comes_again_by_itself_until_the_database_is_back() {
    let (database, talk) = Database::with_talk().await;
    database.take_away().await;
    let (answer, ()) = tokio::join!(talk.text_in("Are you there?"), async {
        while talk.world.sandbox().twilio().callbacks().is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        database.give_back().await;
    });
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(talk.messages().await.len(), 1);
    let calls = talk.world.sandbox().twilio().callbacks();
    let tries: Vec<_> = calls.iter().map(|call| call.answered).collect();
    assert_eq!(tries.last(), Some(&Some(200)), "{tries:?}");
    let refused = tries.iter().filter(|status| **status == Some(503)).count();
    assert!(refused > 0 && refused + 1 == tries.len(), "{tries:?}");
}

/// Whether it was stored, Gangway cannot tell either, and says so: what comes again is known.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wi_03_when_the_answer_to_the_commit_is_lost_the_text_that_comes_again_is_one_text() {
    let (Database::Wired(wire, _postgres), talk) = Database::with_talk().await else {
        return;
    };
    let url = talk.hook("messages").await;
    for round in 1..4 {
        let text = with(
            &talk.params("SM", "Hello"),
            "MessageSid",
            &format!("SM{round}"),
        );
        wire.set(Wire::CutAfterCommit);
        told_to_come_again("a text", &talk.post(&url, &text).await);
        assert_eq!(wire.wire(), Wire::Whole, "it was cut after the commit");
        assert_eq!(taken(&talk, &url, &text).await, 200);
        assert_eq!(talk.messages().await.len(), round, "once");
        assert_eq!(talk.conversation().await.unread as usize, round);
    }
}
