use lettre::message::{Mailbox as Name, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::house::House;

fn transport(house: &House) -> AsyncSmtpTransport<Tokio1Executor> {
    AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous("127.0.0.1")
        .port(house.sandbox.smtp_addr().port())
        .credentials(Credentials::new("gangway".to_owned(), "secret".to_owned()))
        .build()
}

fn message(to: &str) -> Message {
    let link = "http://127.0.0.1:8080/invite#AbC-123_x";
    Message::builder()
        .from(
            "Contoso Onboarding <hello@partner.test>"
                .parse::<Name>()
                .unwrap(),
        )
        .reply_to("Sam <sam@partner.test>".parse::<Name>().unwrap())
        .to(to.parse().unwrap())
        .subject("Einladung für Jürgen: … ✓")
        .multipart(MultiPart::alternative_plain_html(
            format!("Please open {link}.\n.\nA dot alone above."),
            format!("<p>Grüße</p><a href=\"{link}\">Start</a><img src=\"https://x.test/a.png\">"),
        ))
        .unwrap()
}

#[tokio::test]
async fn a_mail_of_the_product_s_own_client_arrives_whole() {
    let house = House::open();
    transport(&house)
        .send(message("Jürgen <jg@client.test>"))
        .await
        .unwrap();
    let mail = house.sandbox.mailbox().to("JG@client.test").pop().unwrap();
    assert_eq!(mail.subject, "Einladung für Jürgen: … ✓");
    assert_eq!(
        mail.header_from,
        ["Contoso Onboarding <hello@partner.test>"]
    );
    assert_eq!(mail.reply_to, ["Sam <sam@partner.test>"]);
    assert_eq!(mail.to, ["Jürgen <jg@client.test>"]);
    assert_eq!(mail.from, "hello@partner.test");
    assert_eq!(mail.authenticated_as.as_deref(), Some("gangway"));
    assert_eq!(mail.links, ["http://127.0.0.1:8080/invite#AbC-123_x"]);
    assert!(mail.text.unwrap().contains("\n.\r\nA dot alone above."));
    assert!(mail.html.unwrap().contains("<p>Grüße</p>"));
    assert!(mail.headers.contains("Subject: "));
}

#[tokio::test]
async fn many_mails_come_in_at_a_time_and_are_listed_newest_first() {
    let house = House::open();
    let transport = transport(&house);
    let sending = (0..20).map(|number| {
        let transport = transport.clone();
        tokio::spawn(async move {
            transport
                .send(message(&format!("p{number}@client.test")))
                .await
                .unwrap();
        })
    });
    for sent in sending.collect::<Vec<_>>() {
        sent.await.unwrap();
    }
    let ids: Vec<u64> = house
        .sandbox
        .mailbox()
        .all()
        .iter()
        .map(|mail| mail.id)
        .collect();
    assert_eq!(ids, (1..=20).rev().collect::<Vec<_>>());
    house.sandbox.mailbox().clear();
    assert!(house.sandbox.mailbox().all().is_empty());
}
