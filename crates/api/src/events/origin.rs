//! Where a request comes from: the caller's address and browser, for the events it records.

use crate::limits::CallerAddress;
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderMap, USER_AGENT};
use actix_web::middleware::Next;

/// Characters of a user agent that are kept.
const USER_AGENT_LENGTH: usize = 160;

tokio::task_local! {
    static ORIGIN: Origin;
}

/// Where a request comes from.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The caller's address.
    pub address: Option<String>,
    /// What the caller calls itself, shortened.
    pub user_agent: Option<String>,
}

/// The origin of the request at work; none in a job or at the command line.
pub fn origin() -> Option<Origin> {
    ORIGIN.try_with(Clone::clone).ok()
}

/// Does what a request has caused, after that was answered.
pub async fn caused_by<F: Future>(origin: Option<Origin>, work: F) -> F::Output {
    match origin {
        Some(origin) => ORIGIN.scope(origin, work).await,
        None => work.await,
    }
}

/// Notes where each request comes from.
pub async fn note_origin(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let origin = Origin {
        address: Some(CallerAddress::of(request.request()).to_string()),
        user_agent: user_agent(request.headers()),
    };
    ORIGIN.scope(origin, next.call(request)).await
}

fn user_agent(headers: &HeaderMap) -> Option<String> {
    let text = headers.get(USER_AGENT)?.to_str().ok()?;
    let kept: String = text.chars().take(USER_AGENT_LENGTH).collect();
    Some(kept.trim().to_owned()).filter(|kept| !kept.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::HeaderValue;

    #[test]
    fn ob_01_a_user_agent_is_shortened() {
        let mut headers = HeaderMap::new();
        assert_eq!(user_agent(&headers), None);
        headers.insert(USER_AGENT, HeaderValue::from_static("  curl/8 "));
        assert_eq!(user_agent(&headers).as_deref(), Some("curl/8"));
        let long = "x".repeat(5_000);
        headers.insert(USER_AGENT, HeaderValue::from_str(&long).expect("a value"));
        assert_eq!(user_agent(&headers).map(|kept| kept.len()), Some(160));
    }
}
