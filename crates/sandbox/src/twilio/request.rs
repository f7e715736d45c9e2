use actix_web::HttpRequest;
use actix_web::http::header::{AUTHORIZATION, CONTENT_TYPE};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use serde::Serialize;

use super::form::{self, Pairs};

/// A call as it came in.
#[derive(Debug)]
pub(crate) struct Request {
    pub method: String,
    pub path: String,
    pub query: Pairs,
    /// Empty unless the body is a form: Twilio reads no other.
    pub form: Pairs,
    pub content_type: Option<String>,
    pub body: Vec<u8>,
    /// User and password of HTTP Basic.
    pub credentials: Option<(String, String)>,
}

impl Request {
    pub fn read(request: &HttpRequest, body: &[u8]) -> Self {
        let header = |name| {
            let value = request.headers().get(name)?;
            value.to_str().ok()
        };
        let is_form = header(CONTENT_TYPE).is_some_and(|kind| {
            kind.to_ascii_lowercase()
                .starts_with("application/x-www-form-urlencoded")
        });
        Self {
            method: request.method().to_string(),
            path: request.path().to_owned(),
            query: form::parse(request.query_string().as_bytes()),
            form: if is_form {
                form::parse(body)
            } else {
                Pairs::new()
            },
            content_type: header(CONTENT_TYPE).map(str::to_owned),
            body: body.to_vec(),
            credentials: header(AUTHORIZATION).and_then(basic),
        }
    }
}

fn basic(header: &str) -> Option<(String, String)> {
    let (scheme, encoded) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let text = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (user, password) = text.split_once(':')?;
    Some((user.to_owned(), password.to_owned()))
}

/// A call that was seen, for tests and for the page. Secrets are not kept.
#[derive(Clone, Debug, Serialize)]
pub struct RequestSeen {
    /// Counts up from 1.
    pub id: u64,
    pub at: DateTime<Utc>,
    pub method: String,
    pub path: String,
    pub query: Vec<(String, String)>,
    pub form: Vec<(String, String)>,
    /// The account or the API key that called.
    pub user: Option<String>,
    pub content_type: Option<String>,
    #[serde(skip)]
    pub body: Vec<u8>,
    /// In what it differs from Twilio's document, where the sandbox was given that.
    pub differences: Vec<String>,
    /// The status of the answer; `None` when none was given.
    pub answered: Option<u16>,
    /// The name of the fault that struck, such as `throttle`.
    pub fault: Option<String>,
}

impl RequestSeen {
    /// The first form value of that name.
    pub fn form_value(&self, name: &str) -> Option<&str> {
        form::value(&self.form, name)
    }
}
