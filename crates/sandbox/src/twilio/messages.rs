use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::answer::Answer;
use super::route::Call;
use super::segments::segments;
use super::state::State;
use super::{date, form, paging};

/// From a person to us.
pub(crate) const INBOUND: &str = "inbound";
/// Sent by a call.
pub(crate) const OUTBOUND: &str = "outbound-api";
/// Sent by what a webhook answered, or by Twilio itself.
pub(crate) const REPLY: &str = "outbound-reply";

/// A message that was sent or received.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct StoredMessage {
    /// `SM`, or `MM` with media, and 32 hexadecimal digits.
    pub sid: String,
    pub from: Option<String>,
    pub to: String,
    pub body: String,
    pub status: String,
    /// `inbound`, `outbound-api` or `outbound-reply`.
    pub direction: String,
    pub num_media: usize,
    pub messaging_service_sid: Option<String>,
    pub status_callback: Option<String>,
    pub error_code: Option<u32>,
    /// Why nobody took an incoming text, in words.
    pub not_taken: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
}

pub(crate) fn wire(message: &StoredMessage, account: &str) -> Value {
    let sid = &message.sid;
    let base = format!("/2010-04-01/Accounts/{account}/Messages/{sid}");
    json!({
        "sid": sid,
        "account_sid": account,
        "messaging_service_sid": message.messaging_service_sid,
        "from": message.from,
        "to": message.to,
        "body": message.body,
        "status": message.status,
        "direction": message.direction,
        "num_segments": segments(&message.body).to_string(),
        "num_media": message.num_media.to_string(),
        "price": null,
        "price_unit": "USD",
        "error_code": message.error_code,
        "error_message": null,
        "date_created": date(message.created_at),
        "date_updated": date(message.updated_at),
        "date_sent": message.sent_at.map(date),
        "api_version": "2010-04-01",
        "uri": format!("{base}.json"),
        "subresource_uris": { "media": format!("{base}/Media.json") },
    })
}

pub(crate) fn fetch(state: &State, call: Call<'_>, sid: &str) -> Answer {
    match state.messages.iter().find(|message| message.sid == sid) {
        Some(message) => Answer::ok(wire(message, call.account)),
        None => Answer::not_found(&call.request.path),
    }
}

/// Redacts with an empty `Body`, or calls off a scheduled message.
pub(crate) fn update(state: &mut State, call: Call<'_>, sid: &str) -> Answer {
    let form = &call.request.form;
    let found = state.messages.iter_mut().find(|message| message.sid == sid);
    let Some(message) = found else {
        return Answer::not_found(&call.request.path);
    };
    match (form::value(form, "Body"), form::value(form, "Status")) {
        (Some(""), _) => message.body.clear(),
        (None, Some("canceled")) if message.status == "scheduled" => {
            "canceled".clone_into(&mut message.status);
        }
        _ => return Answer::refused(400, 20422, "Only an empty Body or Status=canceled is taken"),
    }
    message.updated_at = call.at;
    Answer::ok(wire(message, call.account))
}

pub(crate) fn delete(state: &mut State, call: Call<'_>, sid: &str) -> Answer {
    let before = state.messages.len();
    state.messages.retain(|message| message.sid != sid);
    if state.messages.len() == before {
        return Answer::not_found(&call.request.path);
    }
    Answer::deleted()
}

/// Newest first. A message that was not sent yet is listed by the day it was made.
pub(crate) fn list(state: &State, call: Call<'_>) -> Answer {
    let query = &call.request.query;
    let to = form::filled(query, "To");
    let from = form::filled(query, "From");
    let found: Vec<&StoredMessage> = state
        .messages
        .iter()
        .rev()
        .filter(|message| to.is_none_or(|to| message.to == to))
        .filter(|message| from.is_none_or(|from| message.from.as_deref() == Some(from)))
        .filter(|message| on_asked_day(message, query))
        .collect();
    Answer::ok(paging::page(
        call.request,
        "messages",
        &found,
        |message| &message.sid,
        |message| wire(message, call.account),
    ))
}

fn on_asked_day(message: &StoredMessage, query: &[(String, String)]) -> bool {
    let day = message.sent_at.unwrap_or(message.created_at).date_naive();
    let asked = |name| {
        form::filled(query, name)?
            .get(..10)?
            .parse::<NaiveDate>()
            .ok()
    };
    asked("DateSent").is_none_or(|asked| day == asked)
        && asked("DateSent>").is_none_or(|asked| day >= asked)
        && asked("DateSent<").is_none_or(|asked| day <= asked)
}
