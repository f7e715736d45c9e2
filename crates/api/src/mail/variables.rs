use super::clean::one_line;
use super::{Contact, Message};
use chrono::{DateTime, Utc};
use minijinja::{Value, context};

/// Longest value in characters; the rules at the door are stricter for every field.
const MAX_VALUE: usize = 1_000;

/// All that a message's templates may name. None when the link is no plain address.
///
/// Each variant is taken apart whole, so that a new field has to be handled here.
pub fn variables(message: &Message) -> Option<Value> {
    Some(match message {
        Message::Welcome {
            partner_name,
            contact,
            link,
            expires_at,
            minutes,
        } => context! {
            partner_name => text(partner_name),
            contact => person(contact),
            link => address(link)?,
            expires_at => moment(*expires_at),
            minutes => *minutes,
        },
        Message::StaffInvite {
            partner_name,
            inviter_name,
            first_name,
            role_title,
            link,
            expires_at,
        } => context! {
            partner_name => text(partner_name),
            inviter_name => text(inviter_name),
            first_name => text(first_name),
            role_title => text(role_title),
            link => address(link)?,
            expires_at => moment(*expires_at),
        },
        Message::TeamInvite {
            partner_name,
            company_name,
            inviter_name,
            link,
            expires_at,
            contact,
        } => context! {
            partner_name => text(partner_name),
            company_name => text(company_name),
            inviter_name => text(inviter_name),
            link => address(link)?,
            expires_at => moment(*expires_at),
            contact => person(contact),
        },
        Message::SignUpConfirm {
            company_name,
            first_name,
            link,
            expires_at,
        } => context! {
            company_name => text(company_name),
            first_name => text(first_name),
            link => address(link)?,
            expires_at => moment(*expires_at),
        },
        Message::EmailChanged { first_name, email } => context! {
            first_name => text(first_name),
            email => text(email),
        },
        Message::EmailChangeConfirm {
            first_name,
            link,
            expires_at,
        }
        | Message::PasswordReset {
            first_name,
            link,
            expires_at,
        } => context! {
            first_name => text(first_name),
            link => address(link)?,
            expires_at => moment(*expires_at),
        },
        Message::PasswordChanged { first_name }
        | Message::PasswordGuessing { first_name }
        | Message::SecondFactorOn { first_name }
        | Message::SecondFactorOff { first_name }
        | Message::RecoveryCodeUsed { first_name }
        | Message::SessionEnded { first_name } => {
            context! {
                first_name => text(first_name),
            }
        }
        Message::SetPassword {
            partner_name,
            first_name,
            link,
            expires_at,
        } => context! {
            partner_name => text(partner_name),
            first_name => text(first_name),
            link => address(link)?,
            expires_at => moment(*expires_at),
        },
        Message::TestEmail {
            partner_name,
            sender,
        } => context! {
            partner_name => text(partner_name),
            sender => text(sender),
        },
        Message::WidgetFlood {
            company_name,
            link,
            contact,
        } => context! {
            company_name => text(company_name),
            link => address(link)?,
            contact => person(contact),
        },
        Message::Handover {
            company_name,
            from_name,
            link,
            expires_at,
            contact,
        } => context! {
            company_name => text(company_name),
            from_name => text(from_name),
            link => address(link)?,
            expires_at => moment(*expires_at),
            contact => person(contact),
        },
    })
}

fn person(contact: &Contact) -> Value {
    let Contact {
        partner_name,
        name,
        email,
        phone,
    } = contact;
    context! {
        partner_name => text(partner_name),
        name => text(name),
        email => text(email),
        phone => phone.as_deref().map_or_else(String::new, text),
    }
}

fn text(value: &str) -> String {
    one_line(value, MAX_VALUE)
}

/// `27 November 2026, 14:00 UTC`
fn moment(at: DateTime<Utc>) -> String {
    at.format("%-d %B %Y, %H:%M UTC").to_string()
}

/// A link that needs no escaping anywhere, so that it reads the same in text and HTML.
fn address(link: &str) -> Option<Value> {
    let rest = link
        .strip_prefix("https://")
        .or_else(|| link.strip_prefix("http://"))?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@%=+,;".contains(&byte);
    let is_plain = !rest.is_empty() && rest.bytes().all(plain);
    is_plain.then(|| Value::from_safe_string(link.to_owned()))
}
