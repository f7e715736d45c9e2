use crate::house::House;
use crate::smtp_client::SmtpClient;

const MAIL: (&str, &str) = ("MAIL FROM:<a@sender.test>", "250");
const MAIL_AGAIN: (&str, &str) = ("MAIL FROM:<z@sender.test>", "503");
const RCPT: (&str, &str) = ("RCPT TO:<b@there.test>", "250");

#[tokio::test]
async fn a_mail_to_two_recipients_is_kept_once_with_both() {
    let house = House::open();
    let mut client = SmtpClient::greet(house.sandbox.smtp_addr()).await;
    client
        .talk(&[
            MAIL,
            RCPT,
            ("RCPT TO:<C@There.test>", "250"),
            ("DATA", "354"),
        ])
        .await;
    let mail = "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nTo: b@there.test\r\n\r\nHello\r\n.\r\n";
    assert!(client.say(mail).await.starts_with("250 "));
    client.talk(&[("QUIT", "221")]).await;
    let mailbox = house.sandbox.mailbox();
    assert_eq!(mailbox.all().len(), 1);
    let mail = mailbox.to("c@there.test").pop().unwrap();
    assert_eq!(mail.recipients, ["b@there.test", "C@There.test"]);
    assert_eq!(mail.from, "a@sender.test");
    assert_eq!(mail.subject, "Grüße");
    assert_eq!(mail.text.as_deref(), Some("Hello\r\n"));
    assert_eq!(mail.html, None);
}

#[tokio::test]
async fn stuffed_dots_are_taken_away() {
    let house = House::open();
    let mut client = SmtpClient::greet(house.sandbox.smtp_addr()).await;
    client.begin().await;
    assert!(
        client
            .say("\r\n..one\r\n...\r\na.b\r\n.\r\n")
            .await
            .starts_with("250 ")
    );
    assert_eq!(
        house.sandbox.mailbox().all()[0].raw,
        b"\r\n.one\r\n..\r\na.b\r\n"
    );
}

#[tokio::test]
async fn nothing_is_smuggled_in_behind_a_bare_line_end() {
    let house = House::open();
    for end in [
        "\n.\n",
        "\n.\r\n",
        "\r\n.\n",
        "\r.\r",
        "\r.\r\n",
        "\r\n.\r",
        "\r\r\n.\n",
    ] {
        let mut client = SmtpClient::greet(house.sandbox.smtp_addr()).await;
        client.begin().await;
        let inside = "MAIL FROM:<evil@a.test>\r\nRCPT TO:<victim@b.test>\r\nDATA\r\nx";
        let reply = client
            .say(&format!("Subject: s\r\n\r\na{end}{inside}\r\n.\r\n"))
            .await;
        assert!(reply.starts_with("250 "), "{end:?}: {reply}");
        client.talk(&[("NOOP", "250")]).await;
    }
    let mailbox = house.sandbox.mailbox();
    assert_eq!(mailbox.all().len(), 7);
    assert!(mailbox.to("victim@b.test").is_empty());
}

#[tokio::test]
async fn a_command_with_a_bare_line_end_is_no_command() {
    let house = House::open();
    let mut client = SmtpClient::greet(house.sandbox.smtp_addr()).await;
    for line in ["NOOP\n", "NO\rOP\r\n", "NOOP\0\r\n"] {
        assert!(client.say(line).await.starts_with("500 "), "{line:?}");
    }
    client.talk(&[("NOOP", "250")]).await;
}

#[tokio::test]
async fn a_message_too_long_is_refused_before_or_after_it_is_sent() {
    let house = House::open();
    let mut client = SmtpClient::greet(house.sandbox.smtp_addr()).await;
    client
        .talk(&[
            ("MAIL FROM:<a@sender.test> SIZE=10485761", "552"),
            ("RCPT TO:<b@x.test>", "503"),
        ])
        .await;
    client.begin().await;
    let line = format!("{}\r\n", "x".repeat(998));
    client.write(line.repeat(10_500).as_bytes()).await;
    assert!(client.say(".\r\n").await.starts_with("552 "));
    assert!(house.sandbox.mailbox().all().is_empty());
    client.begin().await;
    assert!(client.say("small\r\n.\r\n").await.starts_with("250 "));
}

#[tokio::test]
async fn a_line_too_long_is_refused_and_the_connection_lives_on() {
    let house = House::open();
    let mut client = SmtpClient::greet(house.sandbox.smtp_addr()).await;
    let line = format!("NOOP {}\r\n", "x".repeat(20_000));
    assert!(client.say(&line).await.starts_with("500 "));
    client.talk(&[("NOOP", "250")]).await;
}

#[tokio::test]
async fn commands_out_of_order_are_refused() {
    let house = House::open();
    let mut client = SmtpClient::connect(house.sandbox.smtp_addr()).await;
    client
        .talk(&[
            ("MAIL FROM:<a@sender.test>", "503"),
            ("HELO me", "250"),
            ("RCPT TO:<b@there.test>", "503"),
            ("DATA", "503"),
            MAIL,
            MAIL_AGAIN,
            ("DATA", "554"),
            RCPT,
            ("RSET", "250"),
            ("DATA", "503"),
            ("STARTTLS", "500"),
            ("VRFY b", "252"),
        ])
        .await;
}

#[tokio::test]
async fn pipelined_commands_are_answered_one_by_one() {
    let house = House::open();
    let mut client = SmtpClient::greet(house.sandbox.smtp_addr()).await;
    client
        .write(b"MAIL FROM:<>\r\nRCPT TO:<b@there.test>\r\nDATA\r\n")
        .await;
    for code in ["250", "250", "354"] {
        assert!(client.reply().await.starts_with(code));
    }
    client
        .write(b"\r\nx\r\n.\r\nMAIL FROM:<a@b.test>\r\nQUIT\r\n")
        .await;
    for code in ["250", "250", "221"] {
        assert!(client.reply().await.starts_with(code));
    }
    assert_eq!(client.reply().await, "");
    assert_eq!(house.sandbox.mailbox().all()[0].from, "");
}

#[tokio::test]
async fn sign_in_is_accepted_in_every_way_and_the_password_forgotten() {
    let house = House::open();
    let plain = "AHVzZXIAc2VjcmV0";
    let (user, password) = ("dXNlcg==", "c2VjcmV0");
    for lines in [
        vec![(format!("AUTH PLAIN {plain}"), "235")],
        vec![("AUTH PLAIN".to_owned(), "334"), (plain.to_owned(), "235")],
        vec![
            ("AUTH LOGIN".to_owned(), "334"),
            (user.to_owned(), "334"),
            (password.to_owned(), "235"),
        ],
        vec![
            (format!("AUTH LOGIN {user}"), "334"),
            (password.to_owned(), "235"),
        ],
    ] {
        let mut client = SmtpClient::greet(house.sandbox.smtp_addr()).await;
        for (line, code) in lines {
            client.talk(&[(&line, code)]).await;
        }
        client.begin().await;
        client.say("x\r\n.\r\n").await;
    }
    let mails = house.sandbox.mailbox().all();
    assert_eq!(mails.len(), 4);
    assert!(
        mails
            .iter()
            .all(|mail| mail.authenticated_as.as_deref() == Some("user"))
    );
    assert!(!format!("{mails:?}").contains("secret"));
    let mut client = SmtpClient::greet(house.sandbox.smtp_addr()).await;
    client
        .talk(&[("AUTH LOGIN", "334"), ("*", "501"), ("NOOP", "250")])
        .await;
}
