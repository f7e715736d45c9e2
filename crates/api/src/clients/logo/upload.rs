//! A body of bytes, read within its limit.

use crate::refusal::Refusal;
use actix_web::HttpRequest;
use actix_web::http::header::CONTENT_LENGTH;
use actix_web::web::Payload;
use futures_util::StreamExt as _;
use gangway_domain::problem::ProblemCode;

/// Bytes of an upload at most.
pub const MOST_BYTES: usize = 5_000_000;

/// Reads a body to its end. One that says it is too large is refused before its first byte.
pub async fn read(request: &HttpRequest, mut body: Payload) -> Result<Vec<u8>, Refusal> {
    let announced = request.headers().get(CONTENT_LENGTH);
    let announced = announced.and_then(|length| length.to_str().ok()?.parse().ok());
    if announced.unwrap_or(0) > MOST_BYTES {
        return Err(too_large());
    }
    let mut upload = Vec::new();
    while let Some(part) = body.next().await {
        let part = part.map_err(|_| cut_off())?;
        if upload.len() + part.len() > MOST_BYTES {
            return Err(too_large());
        }
        upload.extend_from_slice(&part);
    }
    Ok(upload)
}

fn too_large() -> Refusal {
    let megabytes = MOST_BYTES / 1_000_000;
    let words = format!("The file is too large. At most {megabytes} MB are taken.");
    Refusal::new(ProblemCode::TooLarge, words)
}

fn cut_off() -> Refusal {
    Refusal::new(ProblemCode::UnreadableBody, "The body ended early.")
}
