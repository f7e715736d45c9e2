//! Versions of what two people may edit: `ETag` out, `If-Match` in.

use crate::refusal::Refusal;
use actix_web::http::header::IF_MATCH;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use gangway_domain::problem::ProblemCode;
use std::future::{Ready, ready};

/// The version the caller edited.
pub struct IfMatch(i64);

impl IfMatch {
    /// Refuses when the object has moved on since.
    pub fn fits(&self, version: i64) -> Result<(), Refusal> {
        if self.0 == version {
            return Ok(());
        }
        Err(Refusal::stale())
    }
}

/// The `ETag` of a version.
pub fn etag(version: i64) -> String {
    format!("\"v{version}\"")
}

impl FromRequest for IfMatch {
    type Error = Refusal;
    type Future = Ready<Result<Self, Refusal>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request))
    }
}

fn read(request: &HttpRequest) -> Result<IfMatch, Refusal> {
    let given = request.headers().get(IF_MATCH);
    let header = given
        .filter(|value| !value.as_bytes().trim_ascii().is_empty())
        .ok_or_else(|| {
            Refusal::new(
                ProblemCode::IfMatchNeeded,
                "Send the ETag you read as If-Match, so that nobody's change is lost.",
            )
        })?;
    let version = header
        .to_str()
        .ok()
        .and_then(|text| text.strip_prefix("\"v")?.strip_suffix('"')?.parse().ok())
        // A tag we never gave fits no version.
        .unwrap_or(-1);
    Ok(IfMatch(version))
}
