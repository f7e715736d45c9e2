use std::time::Duration;

use reqwest::header::RETRY_AFTER;
use reqwest::{Method, Response, StatusCode, Url};
use secrecy::ExposeSecret;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::client::Client;
use crate::codes;
use crate::error::{Error, Lost};

/// Longer answers are not read to their end. A page of 1,000 messages stays well under it.
const LONGEST_ANSWER: usize = 8 * 1024 * 1024;

/// Names and values, in the order they are sent.
pub(crate) type Params = Vec<(&'static str, String)>;

/// What a second attempt would do, which decides whether there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Changes nothing.
    Read,
    /// Twice is the same as once.
    Repeatable,
    /// Twice is two numbers, or two messages.
    Create,
}

pub(crate) struct Call {
    pub method: Method,
    pub url: Url,
    pub form: Option<Params>,
    pub effect: Effect,
}

impl Call {
    pub fn read(url: Url) -> Self {
        Self {
            method: Method::GET,
            url,
            form: None,
            effect: Effect::Read,
        }
    }

    pub fn post(url: Url, form: Params, effect: Effect) -> Self {
        Self {
            method: Method::POST,
            url,
            form: Some(form),
            effect,
        }
    }

    pub fn delete(url: Url) -> Self {
        Self {
            method: Method::DELETE,
            url,
            form: None,
            effect: Effect::Repeatable,
        }
    }
}

/// The body of a refusal; gateways leave out any of it.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Refusal {
    code: Option<u32>,
    message: Option<String>,
}

impl Client {
    /// Makes the call, with the tries its effect allows, and reads the answer.
    pub(crate) async fn json<T: DeserializeOwned>(&self, call: Call) -> Result<T, Error> {
        let body = self.bytes(&call).await?;
        serde_json::from_slice(&body).map_err(|error| {
            // The position says enough; the text could quote the answer.
            let reason = format!("line {}, column {}", error.line(), error.column());
            unreadable(call.effect, reason)
        })
    }

    /// Makes the call, with the tries its effect allows.
    pub(crate) async fn bytes(&self, call: &Call) -> Result<Vec<u8>, Error> {
        let mut tries_made = 0;
        loop {
            let error = match self.attempt(call).await {
                Ok(body) => return Ok(body),
                Err(error) => error,
            };
            tries_made += 1;
            let asked = match &error {
                Error::Throttled { retry_after } => *retry_after,
                Error::Trouble { .. }
                | Error::Unreachable(_)
                | Error::AnswerLost {
                    repeatable: true, ..
                } => None,
                _ => return Err(error),
            };
            let Some(wait) = self.retry.wait(tries_made, asked) else {
                return Err(error);
            };
            tracing::debug!(%error, tries_made, wait_ms = wait.as_millis(), "trying Twilio again");
            (self.retry.pause)(wait).await;
        }
    }

    async fn attempt(&self, call: &Call) -> Result<Vec<u8>, Error> {
        // The semaphore is never closed, so a turn is always had in the end.
        let _turn = self.turns.acquire().await;
        let mut request = self
            .http
            .request(call.method.clone(), call.url.clone())
            .basic_auth(&self.auth.user, Some(self.auth.secret.expose_secret()));
        if let Some(form) = &call.form {
            request = request.form(form);
        }
        let response = request
            .send()
            .await
            .map_err(|error| not_answered(call.effect, error))?;
        let status = response.status();
        let retry_after = retry_after(&response);
        let body = match read(response, call.effect).await {
            Ok(body) => body,
            // What a refusal says is of no use to us beyond its status.
            Err(_) if status.is_client_error() => Vec::new(),
            Err(error) => return Err(error),
        };
        if status.is_success() {
            return Ok(body);
        }
        Err(refused(call.effect, status, retry_after, &body))
    }
}

async fn read(mut response: Response, effect: Effect) -> Result<Vec<u8>, Error> {
    let mut body = Vec::new();
    while let Some(chunk) = response
        .chunk()
        .await
        .map_err(|error| not_answered(effect, error))?
    {
        if body.len() + chunk.len() > LONGEST_ANSWER {
            return Err(unreadable(effect, "it is too long".to_owned()));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// Branches on Twilio's code first and on the status second, as its contract asks.
fn refused(
    effect: Effect,
    status: StatusCode,
    retry_after: Option<Duration>,
    body: &[u8],
) -> Error {
    let refusal: Refusal = serde_json::from_slice(body).unwrap_or_default();
    let number = status.as_u16();
    match refusal.code {
        Some(codes::TOO_MANY_REQUESTS) => Error::Throttled { retry_after },
        Some(codes::TROUBLE | codes::UNAVAILABLE) => trouble(effect, number),
        None if status == StatusCode::TOO_MANY_REQUESTS => Error::Throttled { retry_after },
        _ if status.is_server_error() => trouble(effect, number),
        None if !status.is_client_error() => unreadable(effect, format!("status {number}")),
        code => Error::Refused {
            status: number,
            code,
            message: refusal.message.unwrap_or_default(),
        },
    }
}

fn trouble(effect: Effect, status: u16) -> Error {
    match effect {
        Effect::Read => Error::Trouble { status },
        Effect::Repeatable | Effect::Create => lost(effect, Lost::Status(status)),
    }
}

/// A failure to connect comes before the request is written, so nothing can have happened.
fn not_answered(effect: Effect, error: reqwest::Error) -> Error {
    let nothing_sent = error.is_connect() || error.is_builder() || effect == Effect::Read;
    // The URL can name a phone number, and errors are logged.
    let error = error.without_url();
    if nothing_sent {
        Error::Unreachable(error)
    } else {
        lost(effect, Lost::Connection(error))
    }
}

fn unreadable(effect: Effect, reason: String) -> Error {
    match effect {
        Effect::Read => Error::Unreadable(reason),
        Effect::Repeatable | Effect::Create => lost(effect, Lost::Unreadable(reason)),
    }
}

fn lost(effect: Effect, cause: Lost) -> Error {
    Error::AnswerLost {
        repeatable: effect != Effect::Create,
        cause,
    }
}

/// Only the form in seconds; a date counts as absent, and the usual waits apply.
fn retry_after(response: &Response) -> Option<Duration> {
    let text = response.headers().get(RETRY_AFTER)?.to_str().ok()?;
    text.trim().parse().ok().map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refuse(effect: Effect, status: u16, body: &str) -> Error {
        refused(
            effect,
            StatusCode::from_u16(status).unwrap(),
            None,
            body.as_bytes(),
        )
    }

    #[test]
    fn the_code_decides_before_the_status() {
        let body = r#"{"code":20429,"message":"Too many","status":429}"#;
        let error = refuse(Effect::Create, 400, body);
        assert!(matches!(error, Error::Throttled { .. }));
        let error = refuse(Effect::Create, 404, r#"{"code":20404}"#);
        assert_eq!(error.code(), Some(20404));
    }

    #[test]
    fn trouble_during_a_creation_leaves_its_effect_unknown() {
        let html = "<html><body>503 Service Unavailable</body></html>";
        let error = refuse(Effect::Create, 503, html);
        assert!(error.effect_unknown() && !error.is_retryable());
        let error = refuse(Effect::Repeatable, 503, html);
        assert!(error.effect_unknown() && error.is_retryable());
        let error = refuse(Effect::Read, 503, html);
        assert!(!error.effect_unknown() && error.is_retryable());
    }

    #[test]
    fn a_refusal_without_a_code_still_says_its_status() {
        let error = refuse(Effect::Create, 401, "nope");
        assert!(error.credentials_broken());
        assert_eq!(error.code(), None);
    }

    #[test]
    fn an_error_prints_no_text_of_twilios() {
        let body = r#"{"code":21211,"message":"+15105550100 is not valid"}"#;
        let error = refuse(Effect::Create, 400, body);
        assert!(!error.to_string().contains("5550100"));
    }
}
