//! What mails look like when nobody tampers with them.

use crate::sign_in::sign_up_of;
use crate::support::{Staff, World, key};
use gangway_domain::wire::{InviteUser, SendInvite};
use gangway_sandbox::Mail;
use std::collections::BTreeMap;

pub fn invite(email: &str) -> SendInvite {
    SendInvite {
        email: email.to_owned(),
    }
}

pub fn colleague(name: &str, email: &str) -> InviteUser {
    InviteUser {
        first_name: name.to_owned(),
        last_name: name.to_owned(),
        email: email.to_owned(),
        role: "technician".to_owned(),
    }
}

/// Names of the header lines and of the parts, in their order.
fn shape(mail: &Mail) -> Vec<String> {
    let raw = String::from_utf8(mail.raw.clone()).expect("ASCII");
    assert!(raw.is_ascii());
    let lines = mail
        .headers
        .split("\r\n")
        .filter(|line| !line.starts_with([' ', '\t']));
    let mut names: Vec<String> = lines
        .map(|line| line.split(':').next().expect("a name").to_owned())
        .collect();
    let parts = raw
        .split("\r\n")
        .filter(|line| line.starts_with("Content-Type:"))
        .skip(1);
    names.extend(parts.map(|line| line.split(';').next().expect("a type").to_owned()));
    names
}

/// The subject without the words of a user tells which message it is.
pub type Golden = BTreeMap<&'static str, Vec<String>>;

/// The mails since `seen`, each to one recipient and of the golden shape.
pub fn check(
    world: &World,
    id: &str,
    wanted: &[(&'static str, &str)],
    golden: &Golden,
    seen: usize,
) {
    let mails = world.sandbox().mailbox().all();
    assert_eq!(mails.len() - seen, wanted.len(), "{id}: mails");
    for (kind, address) in wanted {
        let mail = mails
            .iter()
            .find(|mail| mail.is_to(address))
            .expect("a mail");
        assert_eq!(mail.recipients, [*address], "{id}: {kind}");
        let to = mail.to.join(", ");
        let named = format!("<{address}>");
        let is_one = to == *address || (mail.to.len() == 1 && to.ends_with(&named));
        assert!(is_one, "{id}: {kind}: {to}");
        assert_eq!(shape(mail), golden[kind], "{id}: {kind}");
        assert_eq!(mail.header_from.len(), 1, "{id}: {kind}");
        assert!(
            mail.header_from[0].contains("no-reply@"),
            "{id}: {:?}",
            mail.header_from
        );
    }
}

/// What the mails look like with ordinary words.
pub async fn golden(world: &World, owner: &Staff) -> Golden {
    owner
        .api
        .send_invite(&invite("golden1@x.example"), &key())
        .await
        .expect("invites");
    owner
        .api
        .invite_user(&colleague("Jane", "golden2@x.example"), &key())
        .await
        .expect("invites");
    let body = sign_up_of("Acme", "golden3@x.example");
    world
        .client()
        .sign_up(&body, &key())
        .await
        .expect("signs up");
    let mut golden = Golden::new();
    for (kind, address) in [
        ("welcome", "golden1@x.example"),
        ("staff_invite", "golden2@x.example"),
        ("sign_up", "golden3@x.example"),
    ] {
        golden.insert(kind, shape(&world.mail_to(address).await));
    }
    golden
}
