use crate::mail::{Contact, Mailer, Message, Outgoing, Rendered, Settings, Tls, render};
use chrono::{DateTime, TimeZone as _, Utc};
use std::net::SocketAddr;
use std::time::Duration;

pub const LINK: &str =
    "https://app.gangway.example/invite#Zk3vQ0r9mYtJcXw1bN5uHs8eLa2dPg7iTfRoKq4Vx6M";
pub const SENDER: &str = "no-reply@gangway.example";
pub const RECEIVER: &str = "jane@client.example";

pub fn expires_at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 27, 14, 0, 0).unwrap()
}

pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 20, 9, 5, 7).unwrap()
}

/// One of each message. `value` stands wherever a user's words go; without it, ordinary names do.
pub fn all_messages(value: Option<&str>) -> Vec<Message> {
    let text = |ordinary: &str| value.unwrap_or(ordinary).to_owned();
    let link = || LINK.to_owned();
    let contact = Contact {
        partner_name: text("Northwind IT"),
        name: text("Ada Byrne"),
        email: "ada@northwind.example".to_owned(),
        phone: Some("+1 212 555 0100".to_owned()),
    };
    vec![
        Message::Welcome {
            partner_name: text("Northwind IT"),
            contact: contact.clone(),
            link: link(),
            expires_at: expires_at(),
            minutes: 6,
        },
        Message::StaffInvite {
            partner_name: text("Northwind IT"),
            inviter_name: text("Ada Byrne"),
            first_name: text("Sam"),
            role_title: text("Sales rep"),
            link: link(),
            expires_at: expires_at(),
        },
        Message::TeamInvite {
            partner_name: text("Northwind IT"),
            company_name: text("Harbor Dental"),
            inviter_name: text("Jane Osei"),
            link: link(),
            expires_at: expires_at(),
            contact: Contact {
                phone: None,
                ..contact.clone()
            },
        },
        Message::SignUpConfirm {
            company_name: text("Northwind IT"),
            first_name: text("Ada"),
            link: link(),
            expires_at: expires_at(),
        },
        Message::PasswordReset {
            first_name: text("Ada"),
            link: link(),
            expires_at: expires_at(),
        },
        Message::PasswordChanged {
            first_name: text("Ada"),
        },
        Message::SetPassword {
            partner_name: text("Northwind IT"),
            first_name: text("Ada"),
            link: link(),
            expires_at: expires_at(),
        },
        Message::TestEmail {
            partner_name: text("Northwind IT"),
            sender: SENDER.to_owned(),
        },
        Message::Handover {
            company_name: text("Harbor Dental"),
            from_name: text("Jane Osei"),
            link: link(),
            expires_at: expires_at(),
            contact: contact.clone(),
        },
        Message::WidgetFlood {
            company_name: text("Harbor Dental"),
            link: link(),
            contact,
        },
        Message::SessionEnded {
            first_name: text("Ada"),
        },
        Message::PasswordGuessing {
            first_name: text("Ada"),
        },
        Message::SecondFactorOn {
            first_name: text("Ada"),
        },
        Message::SecondFactorOff {
            first_name: text("Ada"),
        },
        Message::RecoveryCodeUsed {
            first_name: text("Ada"),
        },
        Message::EmailChangeConfirm {
            first_name: text("Ada"),
            link: link(),
            expires_at: expires_at(),
        },
        Message::EmailChanged {
            first_name: text("Ada"),
            email: "ada@new.example".to_owned(),
        },
    ]
}

pub fn team_invite(value: &str) -> Rendered {
    let message = all_messages(Some(value)).swap_remove(2);
    render(&message).unwrap()
}

pub fn outgoing(rendered: Rendered) -> Outgoing {
    Outgoing {
        to: RECEIVER.parse().unwrap(),
        to_name: Some("Jane Osei".to_owned()),
        reply_to: Some("ada@northwind.example".parse().unwrap()),
        partner_name: Some("Northwind IT".to_owned()),
        message_id: "<0199f0c2-mail@gangway.example>".to_owned(),
        date: now(),
        rendered,
    }
}

pub fn settings(server: SocketAddr) -> Settings {
    Settings {
        host: server.ip().to_string(),
        port: server.port(),
        tls: Tls::None,
        user: None,
        password: None,
        sender_address: SENDER.to_owned(),
        sender_name: "Gangway".to_owned(),
        timeout: Duration::from_secs(10),
    }
}

pub fn mailer(server: SocketAddr) -> Mailer {
    Mailer::new(&settings(server)).unwrap()
}
