use crate::answer::Etag;
use crate::idempotency::IdempotencyKey;
use crate::list::List;
use http::Method;
use serde::Serialize;
use std::fmt::{self, Display};
use std::sync::Arc;

/// Is told how many bytes of a file were sent.
pub(crate) type Watch = dyn Fn(u64) + Send + Sync;

/// A request on its way to be sent.
#[derive(Clone)]
pub struct Call {
    pub(crate) operation: &'static str,
    pub(crate) method: Method,
    pub(crate) template: &'static str,
    pub(crate) path: String,
    pub(crate) query: Vec<(&'static str, String)>,
    pub(crate) body: Option<String>,
    pub(crate) file: Option<Arc<[u8]>>,
    pub(crate) watch: Option<Arc<Watch>>,
    pub(crate) headers: Vec<(&'static str, String)>,
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("method", &self.method)
            .field("address", &self.address())
            .finish_non_exhaustive()
    }
}

impl Call {
    /// A request of an operation, by its method and its path as the contract writes it.
    pub fn new(operation: &'static str, method: Method, template: &'static str) -> Self {
        Self {
            operation,
            method,
            template,
            path: template.to_owned(),
            query: Vec::new(),
            body: None,
            file: None,
            watch: None,
            headers: Vec::new(),
        }
    }

    /// A read.
    pub fn get(operation: &'static str, template: &'static str) -> Self {
        Self::new(operation, Method::GET, template)
    }

    /// A POST.
    pub fn post(operation: &'static str, template: &'static str) -> Self {
        Self::new(operation, Method::POST, template)
    }

    /// Fills the next `{…}` of the path.
    #[must_use]
    pub fn with(mut self, value: impl Display) -> Self {
        if let Some((before, rest)) = self.path.split_once('{')
            && let Some((_, after)) = rest.split_once('}')
        {
            self.path = format!("{before}{}{after}", encoded(&value.to_string()));
        }
        self
    }

    /// Adds what part of a list is wanted.
    #[must_use]
    pub fn list(mut self, list: List) -> Self {
        self.query.extend(list.into_query());
        self
    }

    /// Sends a body as JSON.
    #[must_use]
    pub fn json<T: Serialize>(self, body: &T) -> Self {
        self.text(serde_json::to_string(body).unwrap_or_default())
    }

    /// Sends a body as it is, announced as JSON.
    #[must_use]
    pub fn text(mut self, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self.header("content-type", "application/json")
    }

    /// Sends a file as it is.
    #[must_use]
    pub fn file(mut self, bytes: impl Into<Arc<[u8]>>) -> Self {
        self.file = Some(bytes.into());
        self.header("content-type", "application/octet-stream")
    }

    /// Tells again and again how many bytes of the file were sent; only in a browser.
    #[must_use]
    pub fn watched(mut self, watch: impl Fn(u64) + Send + Sync + 'static) -> Self {
        self.watch = Some(Arc::new(watch));
        self
    }

    /// Asks for a part or a form of the object.
    #[must_use]
    pub fn query(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.query.push((name, value.into()));
        self
    }

    /// Names the action, for replays.
    #[must_use]
    pub fn key(self, key: &IdempotencyKey) -> Self {
        self.header("idempotency-key", key.as_str())
    }

    /// Says which version is edited.
    #[must_use]
    pub fn if_match(self, etag: &Etag) -> Self {
        self.header("if-match", etag.0.as_str())
    }

    /// Adds a header, or replaces it.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.into()));
        self
    }

    /// Path and query as requested.
    pub fn address(&self) -> String {
        let mut address = self.path.clone();
        for (index, (name, value)) in self.query.iter().enumerate() {
            address.push(if index == 0 { '?' } else { '&' });
            address.push_str(name);
            address.push('=');
            address.push_str(&encoded(value));
        }
        address
    }

    pub(crate) fn needs_sign_in(&self) -> bool {
        self.template.starts_with("/api/")
    }
}

/// Percent-encoded, everything but unreserved characters.
fn encoded(text: &str) -> String {
    const HEX: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    let digit = |nibble: u8| HEX.get(usize::from(nibble)).copied().unwrap_or('0');
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_search_words_are_encoded() {
        let list = List {
            q: Some("Ann & Co/ü".to_owned()),
            ..List::default()
        };
        let call = Call::get("read_widget", "/public/v1/widgets/{application_key}").with("a/b");
        assert_eq!(
            call.list(list).address(),
            "/public/v1/widgets/a%2Fb?q=Ann%20%26%20Co%2F%C3%BC"
        );
    }
}
