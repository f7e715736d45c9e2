use crate::house::House;
use crate::smtp_client::SmtpClient;

#[tokio::test]
async fn a_refused_recipient_is_turned_away_and_the_others_get_the_mail() {
    let house = House::open();
    let mailbox = house.sandbox.mailbox();
    mailbox.refuse_recipient("Gone@there.test", 550, "5.1.1 No such user\r\n250 smuggled");
    let mut client = SmtpClient::greet(house.sandbox.smtp_addr()).await;
    client.talk(&[("MAIL FROM:<a@sender.test>", "250")]).await;
    let reply = client.say("RCPT TO:<gone@there.test>\r\n").await;
    assert_eq!(reply, "550 5.1.1 No such user  250 smuggled\r\n");
    client
        .talk(&[("RCPT TO:<b@there.test>", "250"), ("DATA", "354")])
        .await;
    client.say("x\r\n.\r\n").await;
    assert_eq!(mailbox.all()[0].recipients, ["b@there.test"]);
    mailbox.clear_refusals();
    client.begin().await;
    client.say("x\r\n.\r\n").await;
    assert_eq!(mailbox.all().len(), 2);
}

#[tokio::test]
async fn the_next_recipients_can_be_told_to_come_back_later() {
    let house = House::open();
    house.sandbox.mailbox().greylist(2);
    let mut client = SmtpClient::greet(house.sandbox.smtp_addr()).await;
    client
        .talk(&[
            ("MAIL FROM:<a@sender.test>", "250"),
            ("RCPT TO:<b@there.test>", "451"),
            ("RCPT TO:<b@there.test>", "451"),
            ("RCPT TO:<b@there.test>", "250"),
        ])
        .await;
}
