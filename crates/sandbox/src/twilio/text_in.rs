use std::io;

use serde::{Deserialize, Serialize};

use super::callbacks;
use super::messages::{StoredMessage, segments};
use super::state::State;
use crate::shared::Shared;

const STOP_WORDS: [&str; 8] = [
    "STOP",
    "STOPALL",
    "UNSUBSCRIBE",
    "CANCEL",
    "END",
    "QUIT",
    "REVOKE",
    "OPTOUT",
];
const START_WORDS: [&str; 3] = ["START", "YES", "UNSTOP"];

/// A text that a person sends to an owned number.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TextIn {
    /// E.164.
    pub from: String,
    /// An owned number.
    pub to: String,
    pub body: String,
    /// URL and content type of each picture.
    pub media: Vec<(String, String)>,
    /// `STOP`, `START` or `HELP`; Twilio sends it only with Advanced Opt-Out.
    pub opt_out_type: Option<String>,
}

/// What the webhook answered.
#[derive(Clone, Debug, Serialize)]
pub struct TextInAnswer {
    pub message_sid: String,
    pub status: u16,
    pub body: String,
    /// What Twilio would do with the answer: `empty` and `twiml` are fine, `text` would be sent to
    /// the person, `error` is shown in Twilio's debugger.
    pub taken_as: &'static str,
}

/// Receives the text, obeys STOP and START, and tells the number's `sms_url`.
pub(crate) async fn text_in(shared: &Shared, text: TextIn) -> io::Result<TextInAnswer> {
    let at = shared.now();
    let (message_sid, webhook) = {
        let mut state = shared.twilio();
        let url = state
            .numbers
            .iter()
            .find(|number| number.phone_number == text.to)
            .map(|number| number.sms_url.clone())
            .filter(|url| !url.is_empty())
            .ok_or_else(|| io::Error::other("the number is not owned or has no sms_url"))?;
        let sid = state
            .ids
            .sid(if text.media.is_empty() { "SM" } else { "MM" });
        obey(&mut state, &text);
        let params = params(&state, &text, &sid);
        state.keep(StoredMessage {
            sid: sid.clone(),
            from: Some(text.from),
            to: text.to,
            body: text.body,
            status: "received".to_owned(),
            direction: "inbound",
            num_media: text.media.len(),
            messaging_service_sid: None,
            status_callback: None,
            error_code: None,
            created_at: at,
            updated_at: at,
            sent_at: Some(at),
        });
        (sid, state.webhook(url, params))
    };
    let (status, content_type, body) = callbacks::post(shared, webhook)
        .await
        .ok_or_else(|| io::Error::other("the webhook was not answered"))?;
    let taken_as = taken_as(status, content_type.as_deref(), &body);
    Ok(TextInAnswer {
        message_sid,
        status,
        body,
        taken_as,
    })
}

/// A word counts only when it is the whole text.
fn obey(state: &mut State, text: &TextIn) {
    let word = text.body.trim().to_ascii_uppercase();
    let pair = (text.to.clone(), text.from.clone());
    if STOP_WORDS.contains(&word.as_str()) {
        state.opted_out.insert(pair);
    } else if START_WORDS.contains(&word.as_str()) {
        state.opted_out.remove(&pair);
    }
}

fn params(state: &State, text: &TextIn, sid: &str) -> Vec<(String, String)> {
    let mut params: Vec<(String, String)> = [
        ("ToCountry", "US"),
        ("ToState", ""),
        ("ToCity", ""),
        ("ToZip", ""),
        ("FromCountry", "US"),
        ("FromState", "CA"),
        ("FromCity", ""),
        ("FromZip", ""),
        ("MessageSid", sid),
        ("SmsSid", sid),
        ("SmsMessageSid", sid),
        ("AccountSid", &state.options.account_sid),
        ("From", &text.from),
        ("To", &text.to),
        ("Body", &text.body),
        ("NumMedia", &text.media.len().to_string()),
        ("NumSegments", &segments(&text.body).to_string()),
        ("SmsStatus", "received"),
        ("ApiVersion", "2010-04-01"),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .collect();
    for (number, (url, content_type)) in text.media.iter().enumerate() {
        params.push((format!("MediaUrl{number}"), url.clone()));
        params.push((format!("MediaContentType{number}"), content_type.clone()));
    }
    if let Some(opt_out_type) = &text.opt_out_type {
        params.push(("OptOutType".to_owned(), opt_out_type.clone()));
    }
    params
}

fn taken_as(status: u16, content_type: Option<&str>, body: &str) -> &'static str {
    let content_type = content_type.unwrap_or_default().to_ascii_lowercase();
    let is_xml =
        content_type.starts_with("text/xml") || content_type.starts_with("application/xml");
    let looks_right = body.contains("<Response/>")
        || body.contains("<Response />")
        || (body.contains("<Response>") && body.trim_end().ends_with("</Response>"));
    match status {
        200..=299 if body.is_empty() => "empty",
        200..=299 if is_xml && looks_right && body.len() <= 64 * 1024 => "twiml",
        200..=299 if content_type.starts_with("text/plain") => "text",
        _ => "error",
    }
}
