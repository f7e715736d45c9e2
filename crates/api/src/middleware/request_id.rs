use std::{
    future::{Ready, ready},
    sync::atomic::{AtomicU64, Ordering},
};

use actix_web::{
    FromRequest, HttpMessage as _, HttpRequest,
    dev::Payload,
    http::header::{HeaderMap, HeaderName},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::rand::{SecureRandom as _, SystemRandom};

pub(super) const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// What this request is called in logs, in its answer and in problems. Also an extractor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(pub String);

impl FromRequest for RequestId {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let id = request.extensions().get().cloned();
        ready(Ok(id.unwrap_or_else(|| Self("no-request".into()))))
    }
}

/// The caller's id when it is harmless, else a new one.
pub(super) fn of(headers: &HeaderMap) -> String {
    let given = headers.get(&HEADER).and_then(|value| value.to_str().ok());
    given
        .filter(|id| is_harmless(id))
        .map_or_else(new, str::to_owned)
}

fn is_harmless(id: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    (8..=64).contains(&id.len()) && id.bytes().all(allowed)
}

fn new() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let mut bytes = [0; 15];
    match SystemRandom::new().fill(&mut bytes) {
        Ok(()) => URL_SAFE_NO_PAD.encode(bytes),
        // It only needs to be different, not secret.
        Err(_) => format!("request-{}", COUNT.fetch_add(1, Ordering::Relaxed)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_harmless_id_is_taken_from_the_caller() {
        let long = "a".repeat(65);
        assert!(is_harmless("abc.DEF_1-2"));
        for wrong in [
            "",
            "short",
            "with space",
            "new\nline1",
            "ümlaut-id",
            "a<script>",
            &long,
        ] {
            assert!(!is_harmless(wrong), "{wrong:?}");
        }
    }

    #[test]
    fn new_ids_differ_and_could_come_back_in() {
        let (one, other) = (new(), new());
        assert!(one != other && is_harmless(&one), "{one}");
    }
}
