use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::retries::{NoAnswer, Retries};
use super::signing::{signature, with_port};
use super::state::State;
use crate::shared::Shared;

/// Twilio waits this long for a webhook's answer.
pub(super) const PATIENCE: Duration = Duration::from_secs(15);
/// Before a webhook is called again; Twilio does not say how long it waits.
const PAUSE: Duration = Duration::from_millis(250);

/// How webhooks are called. Twilio does all of this at times.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "habits of Twilio's that come alone or together"
)]
pub struct CallbackStyle {
    /// Status callbacks come in the opposite order.
    pub shuffled: bool,
    /// All status callbacks come a second time, with the same idempotency tokens.
    pub repeated: bool,
    /// A parameter nobody has heard of is sent and signed.
    pub extra_parameter: bool,
    /// The URL is signed with `:443` or `:80` written out.
    pub port_written: bool,
}

/// A webhook call that was made, or would have been if the sandbox could make calls.
#[derive(Clone, Debug, Serialize)]
pub struct Callback {
    pub at: DateTime<Utc>,
    pub url: String,
    pub params: Vec<(String, String)>,
    /// `X-Twilio-Signature`.
    pub signature: String,
    /// The status of the answer; `None` when nothing answered.
    pub answered: Option<u16>,
}

/// A webhook call ready to be made.
#[derive(Clone)]
pub(super) struct Webhook {
    pub url: String,
    pub params: Vec<(String, String)>,
    pub signature: String,
    pub idempotency_token: String,
}

impl State {
    /// Adds what the style asks for and signs with the primary token.
    pub(super) fn webhook(&mut self, url: String, mut params: Vec<(String, String)>) -> Webhook {
        if self.style.extra_parameter {
            params.push(("SandboxNovelty".to_owned(), "ünheard of".to_owned()));
        }
        let signed_url = if self.style.port_written {
            with_port(&url)
        } else {
            url.clone()
        };
        Webhook {
            signature: signature(&self.options.auth_token, &signed_url, &params),
            idempotency_token: self.ids.sid("IT"),
            url,
            params,
        }
    }
}

/// Lets a message reach its recipient and tells the status callback of every step.
pub(super) async fn deliver(shared: Arc<Shared>, sid: String) {
    let webhooks = settle(&mut shared.twilio(), &sid, shared.now());
    shared.save(&shared.twilio());
    for webhook in webhooks {
        post(&shared, webhook).await;
    }
}

/// Gives the message its final status; answers with the callbacks that follow from it.
fn settle(state: &mut State, sid: &str, at: DateTime<Utc>) -> Vec<Webhook> {
    let outcomes = &state.outcomes;
    let Some(message) = state.messages.iter_mut().find(|message| message.sid == sid) else {
        return Vec::new();
    };
    let (last, error_code) = outcomes
        .get(&message.to)
        .cloned()
        .unwrap_or_else(|| ("delivered".to_owned(), None));
    message.sent_at = Some(at);
    message.updated_at = at;
    message.status.clone_from(&last);
    message.error_code = error_code;
    let message = message.clone();
    let Some(url) = message.status_callback.clone() else {
        return Vec::new();
    };
    let mut webhooks = Vec::new();
    let is_told = matches!(last.as_str(), "delivered" | "undelivered");
    // The carrier's clock, without a zone.
    let done_at = is_told.then(|| at.format("%y%m%d%H%M").to_string());
    for status in ["sent", &last] {
        let code = error_code.filter(|_| status == last);
        let mut params: Vec<(String, String)> = Vec::new();
        for (name, value) in [
            ("MessageSid", Some(message.sid.clone())),
            ("SmsSid", Some(message.sid.clone())),
            ("AccountSid", Some(state.options.account_sid.clone())),
            ("From", message.from.clone()),
            ("To", Some(message.to.clone())),
            ("MessageStatus", Some(status.to_owned())),
            ("SmsStatus", Some(status.to_owned())),
            ("MessagingServiceSid", message.messaging_service_sid.clone()),
            ("ErrorCode", code.map(|code| code.to_string())),
            ("ApiVersion", Some("2010-04-01".to_owned())),
            ("RawDlrDoneDate", done_at.clone().filter(|_| status == last)),
        ] {
            if let Some(value) = value {
                params.push((name.to_owned(), value));
            }
        }
        webhooks.push(state.webhook(url.clone(), params));
    }
    if state.style.shuffled {
        webhooks.reverse();
    }
    if state.style.repeated {
        webhooks.extend(webhooks.clone());
    }
    webhooks
}

/// What a webhook answered.
#[derive(Debug)]
pub(super) struct Answered {
    pub status: u16,
    pub content_type: Option<String>,
    pub body: String,
}

/// Posts a webhook, again as often as its address asks for, and notes what came of each time.
pub(super) async fn post(shared: &Shared, webhook: Webhook) -> Option<Answered> {
    let retries = Retries::of(&webhook.url);
    let until = Instant::now() + PATIENCE;
    for _ in 0..retries.count {
        let got = post_once(shared, webhook.clone()).await;
        if !retries.come_again(&got) || Instant::now() >= until {
            return got.ok();
        }
        tokio::time::sleep(PAUSE).await;
    }
    post_once(shared, webhook).await.ok()
}

async fn post_once(shared: &Shared, webhook: Webhook) -> Result<Answered, NoAnswer> {
    let answer = match &shared.client {
        Some(client) => send(client, &webhook).await,
        None => Err(NoAnswer::SwitchedOff),
    };
    let Webhook {
        url,
        params,
        signature,
        idempotency_token: _,
    } = webhook;
    let callback = Callback {
        at: shared.now(),
        url,
        params,
        signature,
        answered: answer.as_ref().ok().map(|answer| answer.status),
    };
    shared.twilio().note_callback(callback);
    answer
}

async fn send(client: &reqwest::Client, webhook: &Webhook) -> Result<Answered, NoAnswer> {
    let response = client
        .post(&webhook.url)
        .header("X-Twilio-Signature", &webhook.signature)
        .header("I-Twilio-Idempotency-Token", &webhook.idempotency_token)
        .timeout(PATIENCE)
        .form(&webhook.params)
        .send()
        .await
        .inspect_err(|error| tracing::warn!(%error, "a webhook of the sandbox was not answered"))
        .map_err(|error| NoAnswer::of(&error))?;
    let content_type = response.headers().get(reqwest::header::CONTENT_TYPE);
    Ok(Answered {
        status: response.status().as_u16(),
        content_type: content_type
            .and_then(|kind| kind.to_str().ok())
            .map(str::to_owned),
        body: response.text().await.unwrap_or_default(),
    })
}
