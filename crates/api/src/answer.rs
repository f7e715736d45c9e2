//! Answers handlers give, in one line each.

use crate::extract::etag;
use crate::refusal::{Answer, Refusal};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{ETAG, LOCATION};
use serde::Serialize;

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
