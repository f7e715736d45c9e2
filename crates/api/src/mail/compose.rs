use super::render::MAX_SUBJECT;
use super::{Rendered, clean, encoded_words, mailbox};
use chrono::{DateTime, Utc};
use gangway_domain::values::EmailAddress;
use lettre::Address;
use lettre::address::Envelope;
use lettre::message::header::{
    ContentTransferEncoding, ContentType, Date, HeaderName, HeaderValue, MessageId,
};
use lettre::message::{Body, Message, MultiPart, SinglePart};
use std::time::SystemTime;

/// Longest name of a partner in `From`, in characters.
const MAX_PARTNER: usize = 100;

const FROM: HeaderName = HeaderName::new_from_ascii_str("From");
const TO: HeaderName = HeaderName::new_from_ascii_str("To");
const REPLY_TO: HeaderName = HeaderName::new_from_ascii_str("Reply-To");
const SUBJECT: HeaderName = HeaderName::new_from_ascii_str("Subject");

/// Said by a program (RFC 3834), so that no auto-reply answers.
const AUTOMATIC: [(HeaderName, &str); 2] = [
    (
        HeaderName::new_from_ascii_str("Auto-Submitted"),
        "auto-generated",
    ),
    (
        HeaderName::new_from_ascii_str("X-Auto-Response-Suppress"),
        "All",
    ),
];

/// One mail to one receiver.
#[derive(Clone, Debug)]
pub struct Outgoing {
    pub to: EmailAddress,
    pub to_name: Option<String>,
    /// Where answers go: the partner's address.
    pub reply_to: Option<EmailAddress>,
    /// The partner in whose name the mail goes out; the mailer adds `via Gangway`.
    pub partner_name: Option<String>,
    /// The same at every try; see [`super::Mailer::message_id`].
    pub message_id: String,
    /// The `Date` header.
    pub date: DateTime<Utc>,
    pub rendered: Rendered,
}

/// Why a mail cannot be put together.
#[derive(Debug, thiserror::Error)]
pub enum ComposeError {
    #[error("the address of the receiver or the reply address: {0}")]
    Address(#[from] lettre::address::AddressError),
    #[error("the message id is not of the form <id@host>")]
    MessageId,
    #[error("a part of the mail cannot be encoded")]
    Encoding,
    #[error(transparent)]
    Message(#[from] lettre::error::Error),
}

/// Puts a mail together: exactly one receiver, a fixed set of headers, a text and an HTML part.
pub(super) fn compose(
    outgoing: &Outgoing,
    sender: &Address,
    sender_name: &str,
) -> Result<Message, ComposeError> {
    let to: Address = outgoing.to.as_str().parse()?;
    let from_name = from_name(outgoing.partner_name.as_deref(), sender_name);
    let to_name = outgoing.to_name.as_deref();
    let mut builder = Message::builder()
        .envelope(Envelope::new(Some(sender.clone()), vec![to.clone()])?)
        .raw_header(mailbox::header(FROM, Some(&from_name), sender))
        .raw_header(mailbox::header(TO, to_name, &to));
    if let Some(reply_to) = &outgoing.reply_to {
        let address = reply_to.as_str().parse()?;
        builder = builder.raw_header(mailbox::header(REPLY_TO, None, &address));
    }
    builder = builder
        .raw_header(subject(&outgoing.rendered.subject))
        .header(Date::new(SystemTime::from(outgoing.date)))
        .header(message_id(&outgoing.message_id)?);
    for (name, value) in AUTOMATIC {
        builder = builder.raw_header(HeaderValue::new(name, value.to_owned()));
    }
    let parts = MultiPart::alternative()
        .singlepart(part(ContentType::TEXT_PLAIN, &outgoing.rendered.text)?)
        .singlepart(part(ContentType::TEXT_HTML, &outgoing.rendered.html)?);
    Ok(builder.multipart(parts)?)
}

/// Quoted-printable always: short lines, no bare CR or LF and no NUL, whatever the text holds.
fn part(content_type: ContentType, text: &str) -> Result<SinglePart, ComposeError> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let body = Body::new_with_encoding(text, ContentTransferEncoding::QuotedPrintable)
        .map_err(|_| ComposeError::Encoding)?;
    Ok(SinglePart::builder().header(content_type).body(body))
}

fn subject(value: &str) -> HeaderValue {
    let line = clean::one_line(value, MAX_SUBJECT);
    let encoded = encoded_words::subject(&line);
    HeaderValue::dangerous_new_pre_encoded(SUBJECT, line, encoded)
}

/// `Acme IT via Gangway`: a partner never appears as the sender by itself.
fn from_name(partner: Option<&str>, sender_name: &str) -> String {
    let partner = clean::one_line(partner.unwrap_or_default(), MAX_PARTNER);
    match partner.as_str() {
        "" => sender_name.to_owned(),
        _ => format!("{partner} via {sender_name}"),
    }
}

fn message_id(value: &str) -> Result<MessageId, ComposeError> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    value
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'))
        .and_then(|rest| rest.split_once('@'))
        .filter(|(id, host)| {
            !id.is_empty() && !host.is_empty() && format!("{id}{host}").chars().all(plain)
        })
        .map(|_| MessageId::from(value.to_owned()))
        .ok_or(ComposeError::MessageId)
}
