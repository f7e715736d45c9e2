//! Mail through the sandbox's mail server, read back as its mailbox page does.

use super::em_01_injection::{cases, hostile};
use super::raw::GOLDEN_HEADERS;
use super::samples::{RECEIVER, SENDER, mailer, outgoing, team_invite};
use crate::mail::Delivery;
use gangway_sandbox::{Mail, Options, Sandbox};

#[tokio::test]
async fn em_01_the_sandbox_sees_no_added_header_recipient_or_part() {
    let sandbox = Sandbox::start(Options::default()).unwrap();
    for (id, value) in cases() {
        sandbox.mailbox().clear();
        let delivery = mailer(sandbox.smtp_addr())
            .send(&hostile(&value))
            .await
            .delivery;
        assert!(
            matches!(delivery, Delivery::Accepted { .. }),
            "{id}: {delivery:?}"
        );
        let mails = sandbox.mailbox().all();
        assert_eq!(mails.len(), 1, "{id}");
        assert_eq!(mails[0].from, SENDER, "{id}");
        assert_eq!(mails[0].recipients, [RECEIVER], "{id}");
        assert_eq!(header_names(&mails[0]), GOLDEN_HEADERS, "{id}");
        ends_in_one_address(&id, &mails[0].header_from, SENDER);
        ends_in_one_address(&id, &mails[0].to, RECEIVER);
        assert!(mails[0].text.is_some() && mails[0].html.is_some(), "{id}");
    }
}

#[tokio::test]
async fn em_02_a_refused_receiver_and_a_greylisted_one_are_told_apart() {
    let sandbox = Sandbox::start(Options::default()).unwrap();
    let mailer = mailer(sandbox.smtp_addr());
    let mail = outgoing(team_invite("Acme"));
    sandbox.mailbox().greylist(1);
    let first = mailer.send(&mail).await.delivery;
    assert!(matches!(first, Delivery::TryLater { .. }), "{first:?}");
    let second = mailer.send(&mail).await.delivery;
    assert!(matches!(second, Delivery::Accepted { .. }), "{second:?}");
    sandbox
        .mailbox()
        .refuse_recipient(RECEIVER, 550, "5.1.1 No such user");
    let third = mailer.send(&mail).await.delivery;
    assert!(
        matches!(third, Delivery::RefusedForGood { .. }),
        "{third:?}"
    );
}

fn header_names(mail: &Mail) -> Vec<&str> {
    mail.headers
        .lines()
        .filter(|line| !line.starts_with(' ') && !line.is_empty())
        .filter_map(|line| line.split_once(':'))
        .map(|(name, _)| name)
        .collect()
}

fn ends_in_one_address(id: &str, seen: &[String], address: &str) {
    assert_eq!(seen.len(), 1, "{id}: {seen:?}");
    assert!(seen[0].ends_with(&format!("<{address}>")), "{id}: {seen:?}");
}
