use chrono::{DateTime, Utc};
use mail_parser::{Address, Message, MessageParser, PartType};
use serde::Serialize;

use super::links::links;

/// Who sent a mail to whom, as told to the mail server.
#[derive(Clone, Debug, Default)]
pub(crate) struct Envelope {
    pub from: String,
    pub recipients: Vec<String>,
    pub authenticated_as: Option<String>,
}

/// A mail as it arrived, and what is in it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Mail {
    /// Counts up from 1.
    pub id: u64,
    pub at: DateTime<Utc>,
    /// Sender of the envelope; empty for bounces.
    pub from: String,
    /// The recipients that were accepted.
    pub recipients: Vec<String>,
    pub authenticated_as: Option<String>,
    pub subject: String,
    /// The `From` header, as `Name <address>`.
    pub header_from: Vec<String>,
    pub reply_to: Vec<String>,
    pub to: Vec<String>,
    pub text: Option<String>,
    pub html: Option<String>,
    /// Web links of both parts, each once.
    pub links: Vec<String>,
    /// The header lines as they came.
    pub headers: String,
    pub size: usize,
    /// Every byte, dots unstuffed.
    #[serde(skip)]
    pub raw: Vec<u8>,
}

impl Mail {
    pub(crate) fn read(id: u64, at: DateTime<Utc>, envelope: Envelope, raw: Vec<u8>) -> Self {
        let Envelope {
            from,
            recipients,
            authenticated_as,
        } = envelope;
        let mail = Self {
            id,
            at,
            from,
            recipients,
            authenticated_as,
            headers: headers(&raw),
            size: raw.len(),
            ..Self::default()
        };
        let Some(message) = MessageParser::default().parse(&raw) else {
            return Self { raw, ..mail };
        };
        let (text, html) = (text(&message), html(&message));
        let mail = Self {
            subject: message.subject().unwrap_or_default().to_owned(),
            header_from: addresses(message.from()),
            reply_to: addresses(message.reply_to()),
            to: addresses(message.to()),
            links: links(text.as_deref(), html.as_deref()),
            text,
            html,
            ..mail
        };
        drop(message);
        Self { raw, ..mail }
    }

    /// Whether it was sent to this address, upper or lower case.
    pub fn is_to(&self, address: &str) -> bool {
        self.recipients
            .iter()
            .any(|recipient| recipient.eq_ignore_ascii_case(address))
    }
}

fn headers(raw: &[u8]) -> String {
    let text = String::from_utf8_lossy(raw);
    match text.split_once("\r\n\r\n") {
        Some((headers, _)) => headers.to_owned(),
        None => text.into_owned(),
    }
}

fn addresses(header: Option<&Address<'_>>) -> Vec<String> {
    header
        .into_iter()
        .flat_map(|addresses| addresses.iter())
        .map(|one| {
            let address = one.address().unwrap_or_default();
            match one.name() {
                Some(name) => format!("{name} <{address}>"),
                None => address.to_owned(),
            }
        })
        .collect()
}

/// The first text part that was written as such.
fn text(message: &Message<'_>) -> Option<String> {
    message.text_bodies().find_map(|part| match &part.body {
        PartType::Text(text) => Some(text.to_string()),
        _ => None,
    })
}

/// The first HTML part that was written as such; text is not turned into HTML.
fn html(message: &Message<'_>) -> Option<String> {
    message.html_bodies().find_map(|part| match &part.body {
        PartType::Html(html) => Some(html.to_string()),
        _ => None,
    })
}
