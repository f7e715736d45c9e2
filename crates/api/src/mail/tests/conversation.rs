use super::raw::{GOLDEN_HEADERS, Raw};
use super::samples::{all_messages, mailer, outgoing, settings};
use super::server::Server;
use crate::mail::{ComposeError, Delivery, Mailer, Outgoing, SettingsError, render};
use std::error::Error;

async fn send(outgoing: &Outgoing) -> (Server, Delivery) {
    let server = Server::start(&[]).await;
    let delivery = mailer(server.address).send(outgoing).await.delivery;
    (server, delivery)
}

#[tokio::test]
async fn every_message_travels_with_the_golden_headers_and_two_parts() {
    for message in all_messages(None) {
        let rendered = render(&message).unwrap();
        let (server, delivery) = send(&outgoing(rendered.clone())).await;
        let server_said = "taken as 7".to_owned();
        assert_eq!(delivery, Delivery::Accepted { server_said });
        let mail = Raw::read(&server.seen().contents[0]);
        assert_eq!(mail.header_names(), GOLDEN_HEADERS);
        assert_eq!(mail.header("Subject"), rendered.subject);
        let types: Vec<&str> = mail.parts.iter().map(|(kind, _)| kind.as_str()).collect();
        assert_eq!(
            types,
            ["text/plain; charset=utf-8", "text/html; charset=utf-8"]
        );
        assert_eq!(mail.parts[0].1.trim_end(), rendered.text.trim_end());
        assert_eq!(mail.parts[1].1.trim_end(), rendered.html.trim_end());
    }
}

#[tokio::test]
async fn headers_hold_what_was_asked_for() {
    let rendered = render(&all_messages(None)[0]).unwrap();
    let (server, _) = send(&outgoing(rendered)).await;
    let seen = server.seen_to_the_end().await;
    let mail = Raw::read(&seen.contents[0]);
    let is = |name: &str, value: &str| assert_eq!(mail.header(name), value);
    is(
        "From",
        "\"Northwind IT via Gangway\" <no-reply@gangway.example>",
    );
    is("To", "\"Jane Osei\" <jane@client.example>");
    is("Reply-To", "ada@northwind.example");
    is("Subject", "Set up your company with Northwind IT");
    is("Date", "Fri, 20 Nov 2026 09:05:07 +0000");
    is("Message-ID", "<0199f0c2-mail@gangway.example>");
    is("Auto-Submitted", "auto-generated");
    is("X-Auto-Response-Suppress", "All");
    is("MIME-Version", "1.0");
    assert_eq!(
        seen.commands,
        [
            "EHLO gangway.example",
            "MAIL FROM:<no-reply@gangway.example>",
            "RCPT TO:<jane@client.example>",
            "DATA",
            "QUIT",
        ]
    );
}

#[tokio::test]
async fn what_is_absent_adds_no_header_and_gangway_speaks_for_itself() {
    let rendered = render(&all_messages(None)[4]).unwrap();
    let (server, _) = send(&Outgoing {
        to_name: None,
        reply_to: None,
        partner_name: None,
        ..outgoing(rendered)
    })
    .await;
    let mail = Raw::read(&server.seen().contents[0]);
    assert!(!mail.header_names().contains(&"Reply-To"));
    assert_eq!(
        mail.header("From"),
        "\"Gangway\" <no-reply@gangway.example>"
    );
    assert_eq!(mail.header("To"), "jane@client.example");
}

#[tokio::test]
async fn a_message_id_of_another_form_is_not_sent() {
    let rendered = render(&all_messages(None)[0]).unwrap();
    for id in [
        "",
        "x",
        "<x>",
        "<x@>",
        "<x@y>\r\nBcc: z@y",
        "<x y@z>",
        "<ü@z>",
    ] {
        let mail = Outgoing {
            message_id: id.to_owned(),
            ..outgoing(rendered.clone())
        };
        let (server, delivery) = send(&mail).await;
        let reason = ComposeError::MessageId.to_string();
        assert!(
            matches!(delivery, Delivery::RefusedForGood { reason: r, .. } if r == reason),
            "{id:?}"
        );
        assert!(server.seen().commands.is_empty(), "{id:?}");
    }
}

#[tokio::test]
async fn the_message_id_comes_from_the_mails_id() {
    let server = Server::start(&[]).await;
    let mailer = mailer(server.address);
    assert_eq!(mailer.message_id("0199f0c2"), "<0199f0c2@gangway.example>");
}

#[test]
fn a_sender_that_is_no_address_is_refused_at_the_start() {
    let mut settings = settings("127.0.0.1:25".parse().unwrap());
    settings.sender_address = "Gangway".to_owned();
    let refused: Box<dyn Error> = Box::new(Mailer::new(&settings).err().unwrap());
    assert!(matches!(
        refused.downcast_ref(),
        Some(SettingsError::SenderAddress)
    ));
}
