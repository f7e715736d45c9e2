use crate::support::{Staff, World, key, refused, refused_field};
use chrono::Duration;
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{Mail, MailState, SendTestEmail};

fn to(address: &str) -> SendTestEmail {
    SendTestEmail {
        to: Some(address.to_owned()),
    }
}

async fn sent(owner: &Staff, address: &str) -> Mail {
    owner
        .api
        .send_test_email(&to(address), &key())
        .await
        .expect("sends")
}

async fn now(owner: &Staff, mail: &Mail) -> Mail {
    owner.api.read_mail(mail.id).await.expect("reads")
}

#[tokio::test]
async fn a07_an_accepted_test_email_says_so_and_brings_the_advice() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let mail = owner
        .api
        .send_test_email(&SendTestEmail { to: None }, &key())
        .await
        .expect("sends");
    assert_eq!(
        (mail.state, mail.to.as_str()),
        (MailState::Queued, owner.email.as_str())
    );
    assert_eq!((mail.message.as_str(), mail.sent_at), ("test_email", None));
    let arrived = world.mail_to(&owner.email).await;
    let text = arrived.text.expect("text");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("Never block sender") && text.contains("Not junk"),
        "{text}"
    );
    let after = now(&owner, &mail).await;
    assert_eq!(
        (after.state, after.detail.as_deref()),
        (MailState::Sent, None)
    );
    assert!(after.sent_at.is_some());
    let elsewhere = sent(&owner, "admin@client.example").await;
    world.run_jobs().await;
    assert_eq!(now(&owner, &elsewhere).await.state, MailState::Sent);
}

#[tokio::test]
async fn a07_a_refused_test_email_says_why_in_plain_words_and_is_not_tried_again() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    world
        .sandbox()
        .mailbox()
        .refuse_recipient("gone@client.example", 550, "5.1.1 No such user");
    let mail = sent(&owner, "gone@client.example").await;
    world.run_jobs().await;
    let after = now(&owner, &mail).await;
    assert_eq!((after.state, after.sent_at), (MailState::Refused, None));
    let why = after.detail.expect("a reason");
    assert!(
        why.contains("does not know this address") && why.contains("550"),
        "{why}"
    );
    world.advance(Duration::days(2));
    world.sandbox().mailbox().clear_refusals();
    world.run_jobs().await;
    assert!(
        world
            .sandbox()
            .mailbox()
            .to("gone@client.example")
            .is_empty()
    );
}

#[tokio::test]
async fn a07_a_test_email_that_is_asked_to_come_back_is_sent_later() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    world.sandbox().mailbox().greylist(2);
    let mail = sent(&owner, "slow@client.example").await;
    for _ in 0..2 {
        world.run_jobs().await;
        let waiting = now(&owner, &mail).await;
        assert_eq!(
            (waiting.state, waiting.sent_at),
            (MailState::Retrying, None)
        );
        let why = waiting.detail.expect("a reason");
        assert!(
            why.contains("come back later") && why.contains("451"),
            "{why}"
        );
        assert!(
            world
                .sandbox()
                .mailbox()
                .to("slow@client.example")
                .is_empty()
        );
        world.advance(Duration::minutes(1));
    }
    world.run_jobs().await;
    let after = now(&owner, &mail).await;
    assert_eq!((after.state, after.detail), (MailState::Sent, None));
    let arrived = world.sandbox().mailbox().to("slow@client.example");
    assert_eq!(arrived.len(), 1);
    assert!(
        arrived[0].headers.contains(&format!("{}@", mail.id.0)),
        "{}",
        arrived[0].headers
    );
}

#[tokio::test]
async fn a_repeat_by_its_key_sends_once_and_answers_the_same() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let key = key();
    let call = Call::post("send_test_email", "/api/v1/test-emails")
        .json(&to("a@x.example"))
        .key(&key);
    let first = owner.api.send(call.clone()).await.expect("sends");
    world.run_jobs().await;
    let again = owner.api.send(call).await.expect("answers");
    assert_eq!((again.status, &again.body), (202, &first.body));
    assert_eq!(again.header("location"), first.header("location"));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("a@x.example").len(), 1);
    let other = owner.api.send_test_email(&to("b@x.example"), &key).await;
    refused(other, ProblemCode::IdempotencyKeyReused);
    let river = world.partner("River IT").await;
    river
        .api
        .send_test_email(&to("b@x.example"), &key)
        .await
        .expect("keys are per caller");
}

#[tokio::test]
async fn a_wrong_address_is_told_and_nothing_is_sent() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for (wrong, code) in [
        ("no address", "invalid_email"),
        ("a@x.example,b@x.example", "one_address_only"),
    ] {
        refused_field(
            owner.api.send_test_email(&to(wrong), &key()).await,
            "/to",
            code,
        );
    }
    assert_eq!(world.run_jobs().await, 0);
}

#[tokio::test]
async fn only_owner_and_administrator_send_test_emails() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let admin = world
        .staff(&owner, StaffRole::Administrator, "ada@harborit.example")
        .await;
    sent(&admin, "a@x.example").await;
    for (role, email) in [
        (StaffRole::Manager, "max@harborit.example"),
        (StaffRole::SalesRep, "sam@harborit.example"),
        (StaffRole::Technician, "tess@harborit.example"),
    ] {
        let staff = world.staff(&owner, role, email).await;
        let answer = staff.api.send_test_email(&to("a@x.example"), &key()).await;
        refused(answer, ProblemCode::Forbidden);
    }
    let jane = world.client_of(&owner, "jane@client.example").await;
    let answer = jane.api.send_test_email(&to("a@x.example"), &key()).await;
    refused(answer, ProblemCode::Forbidden);
    let answer = world
        .client()
        .send_test_email(&to("a@x.example"), &key())
        .await;
    refused(answer, ProblemCode::NotSignedIn);
}
