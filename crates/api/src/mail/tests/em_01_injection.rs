use super::raw::{GOLDEN_HEADERS, Raw};
use super::samples::{mailer, outgoing, team_invite};
use super::server::Server;
use crate::mail::clean::one_line;
use crate::mail::{Delivery, Outgoing};

const CORPUS: &str = include_str!("email_header_injection.json");

/// Id and value of each case.
pub fn cases() -> Vec<(String, String)> {
    let cases: Vec<serde_json::Value> = serde_json::from_str(CORPUS).unwrap();
    let field = |case: &serde_json::Value, name: &str| case[name].as_str().unwrap().to_owned();
    cases
        .iter()
        .map(|case| (field(case, "id"), field(case, "value")))
        .collect()
}

/// A mail with the value in every place that a user's words can reach.
pub fn hostile(value: &str) -> Outgoing {
    let ordinary = outgoing(team_invite(value));
    Outgoing {
        to_name: Some(value.to_owned()),
        partner_name: Some(value.to_owned()),
        // Parsed at the door: a value that is no address never gets here.
        reply_to: value.parse().ok().or(ordinary.reply_to.clone()),
        ..ordinary
    }
}

#[tokio::test]
async fn em_01_no_value_adds_a_header_recipient_or_part() {
    for (id, value) in cases() {
        let server = Server::start(&[]).await;
        let delivery = mailer(server.address).send(&hostile(&value)).await.delivery;
        assert!(matches!(delivery, Delivery::Accepted { .. }), "{id}");
        let seen = server.seen_to_the_end().await;
        assert_eq!(
            seen.commands,
            [
                "EHLO gangway.example",
                "MAIL FROM:<no-reply@gangway.example>",
                "RCPT TO:<jane@client.example>",
                "DATA",
                "QUIT",
            ],
            "{id}"
        );
        assert_eq!(seen.contents.len(), 1, "{id}");
        keeps_to_the_wire_format(&id, &seen.contents[0]);
        shows_the_value_literally(&id, &value, &Raw::read(&seen.contents[0]));
    }
}

fn keeps_to_the_wire_format(id: &str, content: &str) {
    assert!(content.is_ascii() && !content.contains('\0'), "{id}");
    for line in content.split_inclusive("\r\n") {
        let line = line.strip_suffix("\r\n").expect("whole lines");
        assert!(!line.contains(['\r', '\n']), "{id}: a bare CR or LF");
        assert!(line.len() <= 998, "{id}: {} characters", line.len());
        if line.contains("=?utf-8?b?") {
            assert!(line.len() <= 76, "{id}: encoded words of {}", line.len());
        }
        assert_ne!(line, ".", "{id}: an end of data");
    }
}

fn shows_the_value_literally(id: &str, value: &str, mail: &Raw) {
    assert_eq!(mail.header_names(), GOLDEN_HEADERS, "{id}");
    assert_eq!(mail.parts.len(), 2, "{id}");
    assert!(mail.header("From").ends_with(" <no-reply@gangway.example>"));
    assert!(mail.header("To").ends_with(" <jane@client.example>"));
    let shown = one_line(value, 1_000);
    let subject = one_line(&format!("{shown} invites you to {shown}"), 200);
    assert_eq!(mail.header("Subject"), subject, "{id}");

    let unwrapped = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = unwrapped(&mail.parts[0].1);
    assert!(text.contains(&shown), "{id}: {text}");
}

#[test]
fn em_01_a_reply_address_is_one_address_or_refused() {
    use gangway_domain::values::EmailAddress;
    let refused = cases()
        .iter()
        .filter(|(id, value)| id.starts_with("replyto") && EmailAddress::parse(value).is_err())
        .count();
    assert_eq!(refused, 2);
}

#[tokio::test]
async fn em_01_a_name_is_never_read_as_an_address() {
    let server = Server::start(&[]).await;
    let mail = hostile("billing@bank.example");
    mailer(server.address).send(&mail).await;
    let content = server.seen().contents[0].clone();
    let (head, _) = content.split_once("\r\n\r\n").unwrap();
    let plain_addresses: Vec<&str> = head.lines().filter(|line| line.contains("@bank")).collect();
    assert_eq!(
        plain_addresses,
        [
            "Reply-To: billing@bank.example",
            "Subject: billing@bank.example invites you to billing@bank.example"
        ]
    );
}

#[tokio::test]
async fn em_01_an_encoded_word_is_encoded_again() {
    let word = "=?utf-8?q?a=0d=0aBcc:_b?=";
    let server = Server::start(&[]).await;
    let mut mail = hostile(word);
    mail.rendered.subject = word.to_owned();
    mailer(server.address).send(&mail).await;
    let content = server.seen().contents[0].clone();
    let (head, _) = content.split_once("\r\n\r\n").unwrap();
    assert!(!head.contains("=?utf-8?q?"), "{head}");
    assert_eq!(Raw::read(&content).header("Subject"), word);
}
