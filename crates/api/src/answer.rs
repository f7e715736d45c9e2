//! Answers handlers give, in one line each.

use crate::extract::etag;
use crate::refusal::{Answer, Refusal};
use actix_web::HttpResponse;
use actix_web::body::{MessageBody as _, to_bytes};
use actix_web::http::StatusCode;
use actix_web::http::header::{ETAG, LOCATION};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// 200 with an object.
pub fn ok(body: &impl Serialize) -> Answer {
    Ok(HttpResponse::Ok().json(body))
}

/// 200 with an object and its version.
pub fn tagged(version: i64, body: &impl Serialize) -> Answer {
    Ok(HttpResponse::Ok()
        .insert_header((ETAG, etag(version)))
        .json(body))
}

/// 204.
pub fn nothing() -> Answer {
    Ok(HttpResponse::NoContent().finish())
}

/// Fills in what a kept answer leaves out because it opens something.
pub async fn completed<T: Serialize + DeserializeOwned>(
    answer: HttpResponse,
    complete: impl FnOnce(T) -> Result<T, Refusal>,
) -> Answer {
    let (head, body) = answer.into_parts();
    let unreadable = |_| Refusal::internal(anyhow::anyhow!("a kept answer cannot be read"));
    let bytes = to_bytes(body).await.map_err(unreadable)?;
    let kept = serde_json::from_slice(&bytes).map_err(Refusal::internal)?;
    let body = serde_json::to_vec(&complete(kept)?).map_err(Refusal::internal)?;
    Ok(head.set_body(body).map_body(|_, body| body.boxed()))
}

/// An answer that can be kept for a repeat of its request.
#[derive(Debug)]
pub struct Kept {
    /// The status.
    pub status: StatusCode,
    /// Where the new object is.
    pub location: Option<String>,
    /// The body.
    pub body: String,
}

impl Kept {
    /// 201 with the new object and its address.
    pub fn created(location: String, body: &impl Serialize) -> Result<Self, Refusal> {
        Self::new(StatusCode::CREATED, Some(location), body)
    }

    /// 202 with what is on its way.
    pub fn accepted(location: Option<String>, body: &impl Serialize) -> Result<Self, Refusal> {
        Self::new(StatusCode::ACCEPTED, location, body)
    }

    /// 200 with an object.
    pub fn ok(body: &impl Serialize) -> Result<Self, Refusal> {
        Self::new(StatusCode::OK, None, body)
    }

    fn new(
        status: StatusCode,
        location: Option<String>,
        body: &impl Serialize,
    ) -> Result<Self, Refusal> {
        let body = serde_json::to_string(body).map_err(Refusal::internal)?;
        Ok(Self {
            status,
            location,
            body,
        })
    }

    /// The response.
    pub fn response(self, replayed: bool) -> HttpResponse {
        let mut answer = HttpResponse::build(self.status);
        answer.content_type("application/json");
        if let Some(location) = self.location {
            answer.insert_header((LOCATION, location));
        }
        if replayed {
            answer.insert_header(("Idempotent-Replayed", "true"));
        }
        answer.body(self.body)
    }
}
