use std::io;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::callbacks::{self, Answered, Webhook};
use super::keywords::obey;
use super::messages::{INBOUND, REPLY, StoredMessage};
use super::segments::segments;
use super::state::State;
use super::twiml;
use crate::shared::Shared;

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
    /// What Twilio does with the answer: `empty` and `twiml` are fine, `text` is sent to the person
    /// as it is, `error` is shown in Twilio's debugger.
    pub taken_as: &'static str,
    /// What the person gets in return: from Twilio, which answers words such as STOP by itself, and
    /// from the webhook.
    pub replies: Vec<String>,
}

/// Receives the text, obeys STOP and START, tells the number's `sms_url`, and sends what that
/// answers. The text is kept whether or not somebody takes it.
pub(crate) async fn text_in(shared: &Shared, text: TextIn) -> io::Result<TextInAnswer> {
    let at = shared.now();
    let company = (text.to.clone(), text.from.clone());
    let (message_sid, webhooks, own_answer) = receive(&mut shared.twilio(), text, at)?;
    let mut answered = None;
    let mut trouble = "The company's number has no address for texts (sms_url).".to_owned();
    for webhook in webhooks {
        let answer = callbacks::post(shared, webhook).await;
        "The company's server did not answer.".clone_into(&mut trouble);
        answered = answered.or(answer);
    }
    let mut state = shared.twilio();
    let Some(answered) = answered else {
        state.not_taken(&message_sid, &trouble);
        shared.save(&state);
        return Err(io::Error::other(trouble));
    };
    let (taken_as, texts) = taken_as(&answered);
    if taken_as == "error" {
        let trouble = format!(
            "The company's server answered {}, which is not TwiML.",
            answered.status
        );
        state.not_taken(&message_sid, &trouble);
    }
    let texts = state.reply(&company.0, &company.1, texts, shared.now());
    shared.save(&state);
    Ok(TextInAnswer {
        message_sid,
        status: answered.status,
        body: answered.body,
        taken_as,
        replies: own_answer.into_iter().chain(texts).collect(),
    })
}

/// Keeps the text and what Twilio itself answers, and says whom to tell.
fn receive(
    state: &mut State,
    text: TextIn,
    at: DateTime<Utc>,
) -> io::Result<(String, Vec<Webhook>, Option<String>)> {
    let number = state
        .numbers
        .iter()
        .find(|number| number.phone_number == text.to);
    let url = match number {
        Some(number) => number.sms_url.clone(),
        None => return Err(io::Error::other("this number is not owned")),
    };
    let sid = state
        .ids
        .sid(if text.media.is_empty() { "SM" } else { "MM" });
    let params = params(state, &text, &sid);
    let answer = obey(state, &text.to, &text.from, &text.body);
    let (company, person) = (text.to.clone(), text.from.clone());
    state.keep(StoredMessage {
        sid: sid.clone(),
        from: Some(text.from),
        to: text.to,
        body: text.body,
        status: "received".to_owned(),
        direction: INBOUND.to_owned(),
        num_media: text.media.len(),
        messaging_service_sid: None,
        status_callback: None,
        error_code: None,
        not_taken: None,
        created_at: at,
        updated_at: at,
        sent_at: Some(at),
    });
    let answer = answer.map(str::to_owned);
    if let Some(answer) = &answer {
        state.keep_reply(&company, &person, answer, at);
    }
    let mut webhooks = Vec::new();
    if !url.is_empty() {
        webhooks.push(state.webhook(url, params));
        if state.style.repeated {
            webhooks.extend(webhooks.clone());
        }
    }
    Ok((sid, webhooks, answer))
}

impl State {
    fn not_taken(&mut self, sid: &str, trouble: &str) {
        if let Some(message) = self.messages.iter_mut().find(|message| message.sid == sid) {
            message.not_taken = Some(trouble.to_owned());
        }
    }

    /// Sends what a webhook answered, unless the person has opted out; answers with what was sent.
    fn reply(
        &mut self,
        company: &str,
        person: &str,
        texts: Vec<String>,
        at: DateTime<Utc>,
    ) -> Vec<String> {
        let pair = (company.to_owned(), person.to_owned());
        if self.opted_out.contains(&pair) {
            return Vec::new();
        }
        for text in &texts {
            self.keep_reply(company, person, text, at);
        }
        texts
    }

    fn keep_reply(&mut self, company: &str, person: &str, body: &str, at: DateTime<Utc>) {
        let sid = self.ids.sid("SM");
        self.keep(StoredMessage {
            sid,
            from: Some(company.to_owned()),
            to: person.to_owned(),
            body: body.to_owned(),
            status: "delivered".to_owned(),
            direction: REPLY.to_owned(),
            num_media: 0,
            messaging_service_sid: None,
            status_callback: None,
            error_code: None,
            not_taken: None,
            created_at: at,
            updated_at: at,
            sent_at: Some(at),
        });
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

/// What Twilio makes of an answer, and the texts in it.
fn taken_as(answer: &Answered) -> (&'static str, Vec<String>) {
    let content_type = answer.content_type.as_deref().unwrap_or_default();
    let content_type = content_type.to_ascii_lowercase();
    let is_xml = ["text/xml", "application/xml"]
        .into_iter()
        .any(|kind| content_type.starts_with(kind));
    match answer.status {
        200..=299 if answer.body.is_empty() => ("empty", Vec::new()),
        200..=299 if content_type.starts_with("text/plain") => ("text", vec![answer.body.clone()]),
        200..=299 if is_xml => match twiml::messages(&answer.body) {
            Ok(texts) => ("twiml", texts),
            Err(error) => {
                tracing::warn!(error, "a webhook of the sandbox did not answer in TwiML");
                ("error", Vec::new())
            }
        },
        _ => ("error", Vec::new()),
    }
}
