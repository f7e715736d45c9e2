use super::samples::{mailer, outgoing, settings, team_invite};
use super::server::{Script, Server};
use crate::mail::{Delivery, Mailer, Settings, Tls};
use secrecy::SecretString;
use std::time::Duration;

async fn send_with(script: Script, change: impl FnOnce(&mut Settings)) -> (Delivery, Vec<String>) {
    let server = Server::start(script).await;
    let mut settings = settings(server.address);
    change(&mut settings);
    let mailer = Mailer::new(&settings).unwrap();
    let delivery = mailer.send(&outgoing(team_invite("Acme"))).await.delivery;
    (delivery, server.seen().commands)
}

async fn send(script: Script) -> Delivery {
    send_with(script, |_| ()).await.0
}

/// The words for the person when the mail will be tried again.
fn later(delivery: Delivery) -> String {
    match delivery {
        Delivery::TryLater { plain, .. } => plain,
        other => panic!("{other:?}"),
    }
}

/// The words for the person when it will not.
fn refused(delivery: Delivery) -> String {
    match delivery {
        Delivery::RefusedForGood { plain, .. } => plain,
        other => panic!("{other:?}"),
    }
}

fn with_password(settings: &mut Settings) {
    settings.user = Some("gangway".to_owned());
    settings.password = Some(SecretString::from("s3cret-word"));
}

#[tokio::test]
async fn em_02_a_4yz_answer_means_later() {
    for script in [
        &[("RCPT", "450 4.2.0 Greylisted")],
        &[("MAIL", "451 4.3.0 Greylisted")],
        &[("CONTENT", "452 4.2.2 Greylisted")],
        &[("DATA", "421 4.7.0 Greylisted")],
    ] as [Script; 4]
    {
        let plain = later(send(script).await);
        assert!(plain.contains("come back later"), "{plain}");
        assert!(plain.contains("Greylisted"), "{plain}");
    }
}

#[tokio::test]
async fn em_02_a_5yz_answer_is_final_and_says_why() {
    for (script, why) in [
        (
            &[("RCPT", "550 5.1.1 No such user")] as Script,
            "does not know this address",
        ),
        (&[("RCPT", "552 5.2.2 Over quota")], "mailbox is full"),
        (&[("CONTENT", "554 5.7.1 Looks like spam")], "unwanted mail"),
        (
            &[("CONTENT", "550-5.7.1 Not wanted\r\n550 5.7.1 see our rules")],
            "unwanted mail",
        ),
        (&[("MAIL", "500 what")], "refuses the message"),
    ] {
        let plain = refused(send(script).await);
        assert!(plain.contains(why), "{plain}");
    }
}

#[tokio::test]
async fn em_02_a_server_that_does_not_let_us_in_means_later() {
    for (script, why) in [
        (&[("GREETING", "421 busy")] as Script, "turns Gangway away"),
        (&[("GREETING", "554 not you")], "turns Gangway away"),
        (&[("GREETING", "DROP")], "cannot be reached"),
        (&[("EHLO", "550 not you")], "turns Gangway away"),
        (&[("DATA", "DROP")], "broke off"),
        (&[("CONTENT", "DROP")], "broke off"),
    ] {
        let plain = later(send(script).await);
        assert!(plain.contains(why), "{script:?}: {plain}");
    }
}

#[tokio::test]
async fn em_02_a_wrong_password_is_told_and_no_mail_is_lost() {
    let script: Script = &[("AUTH", "535 5.7.8 Wrong")];
    let (delivery, commands) = send_with(script, with_password).await;
    assert!(!format!("{delivery:?}").contains("s3cret-word"));
    assert!(later(delivery).contains("user name and password"));
    assert!(!commands.iter().any(|command| command.starts_with("MAIL")));
}

#[tokio::test]
async fn em_02_without_starttls_nothing_is_sent_in_clear_text() {
    let starttls = |settings: &mut Settings| {
        with_password(settings);
        settings.tls = Tls::Starttls;
    };
    for script in [
        &[] as Script,
        &[
            ("EHLO", "250-sink\r\n250 STARTTLS"),
            ("STARTTLS", "454 4.7.0 Not now"),
        ],
        &[
            ("EHLO", "250-sink\r\n250 STARTTLS"),
            ("STARTTLS", "220 go\r\nnot a handshake"),
        ],
    ] {
        let (delivery, commands) = send_with(script, starttls).await;
        later(delivery);
        let harmless = |command: &String| ["EHLO", "STAR", "QUIT"].contains(&&command[..4]);
        assert!(commands.iter().all(harmless), "{commands:?}");
    }
    let (delivery, _) = send_with(&[], starttls).await;
    assert!(later(delivery).contains("secure connection"));
}

#[tokio::test]
async fn em_02_tls_to_a_clear_text_server_sends_nothing() {
    let (delivery, commands) = send_with(&[], |settings| {
        settings.tls = Tls::Tls;
        settings.timeout = Duration::from_millis(300);
    })
    .await;
    later(delivery);
    assert!(commands.is_empty());
}

#[tokio::test]
async fn em_02_a_server_that_hangs_is_given_up_in_time() {
    for script in [
        &[("GREETING", "HANG")] as Script,
        &[("RCPT", "HANG")],
        &[("CONTENT", "HANG")],
    ] {
        let soon = |settings: &mut Settings| settings.timeout = Duration::from_millis(200);
        let plain = later(send_with(script, soon).await.0);
        assert!(plain.contains("too long to answer"), "{plain}");
    }
}

#[tokio::test]
async fn em_02_a_failing_goodbye_does_not_send_twice() {
    for script in [
        &[("QUIT", "DROP")] as Script,
        &[("QUIT", "500 what")],
        &[("QUIT", "HANG")],
    ] {
        let soon = |settings: &mut Settings| settings.timeout = Duration::from_millis(200);
        let (delivery, _) = send_with(script, soon).await;
        assert!(matches!(delivery, Delivery::Accepted { .. }), "{script:?}");
    }
}

#[tokio::test]
async fn em_02_nobody_listening_means_later() {
    let address = Server::start(&[]).await.address;
    let free = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    assert_ne!(address, free);
    let delivery = mailer(free)
        .send(&outgoing(team_invite("Acme")))
        .await
        .delivery;
    assert!(later(delivery).contains("cannot be reached"));
}

#[tokio::test]
async fn em_02_the_next_mail_goes_once_it_is_known_what_became_of_the_one_before() {
    let server = Server::start(&[]).await;
    let mailer = mailer(server.address);
    let mail = outgoing(team_invite("Acme"));
    let first = mailer.send(&mail).await;
    let second = mailer.send(&mail);
    tokio::pin!(second);
    let waited = tokio::time::timeout(Duration::from_millis(200), &mut second).await;
    assert!(waited.is_err(), "it waits for its turn");
    assert_eq!(server.seen().contents.len(), 1);
    drop(first.turn);
    let second = second.await.delivery;
    assert!(matches!(second, Delivery::Accepted { .. }));
    assert_eq!(server.seen().contents.len(), 2);
}
