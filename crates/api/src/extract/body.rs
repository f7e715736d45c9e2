//! A JSON body that has passed its own rules.

use crate::contract;
use crate::refusal::Refusal;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, dev::Payload, web::Bytes};
use futures_util::future::LocalBoxFuture;
use gangway_domain::problem::{FieldError, ProblemCode};
use gangway_domain::rules::field_errors;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;
use validator::Validate;

/// A body read as `T`, with every rule of `T` kept, and its bytes' hash for idempotency.
pub struct Valid<T> {
    /// The body.
    pub body: T,
    /// SHA-256 of the bytes as sent, in hex.
    pub hash: String,
}

impl<T: DeserializeOwned + Validate + ToSchema + 'static> FromRequest for Valid<T> {
    type Error = Refusal;
    type Future = LocalBoxFuture<'static, Result<Self, Refusal>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let json = request.headers().contains_key(CONTENT_TYPE)
            && request
                .mime_type()
                .ok()
                .flatten()
                .is_some_and(|mime| mime.essence_str() == "application/json");
        let bytes = Bytes::from_request(request, payload);
        Box::pin(async move {
            if !json {
                return Err(Refusal::new(
                    ProblemCode::UnsupportedMediaType,
                    "Send the body as JSON, with Content-Type application/json.",
                ));
            }
            let bytes = bytes.await.map_err(|error| {
                if error.as_response_error().status_code() == 413 {
                    Refusal::new(ProblemCode::TooLarge, "Send at most 256 kB.")
                } else {
                    Refusal::new(ProblemCode::UnreadableBody, "The body ended early.")
                }
            })?;
            read(&bytes)
        })
    }
}

fn read<T: DeserializeOwned + Validate + ToSchema>(bytes: &[u8]) -> Result<Valid<T>, Refusal> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| Refusal::new(ProblemCode::UnreadableBody, "The body is not UTF-8 text."))?;
    let body: T = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
    let shape = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
    if !contract::lists_fit(&T::name(), &shape) {
        return Err(Refusal::new(
            ProblemCode::UnreadableBody,
            "The body is not as documented: an object with named fields is wanted, not a list.",
        ));
    }
    body.validate().map_err(|errors| {
        Refusal::fields(
            field_errors(&errors)
                .into_iter()
                .map(|(pointer, code, message)| FieldError {
                    pointer,
                    code,
                    message,
                })
                .collect(),
        )
    })?;
    let hash = crate::keys::hex(ring::digest::digest(&ring::digest::SHA256, bytes).as_ref());
    Ok(Valid { body, hash })
}

/// serde's words name the field and the type wanted, never our code; they may quote a short value.
fn unreadable(error: &serde_json::Error) -> Refusal {
    let words: String = error.to_string().chars().take(200).collect();
    Refusal::new(
        ProblemCode::UnreadableBody,
        format!("The body is not as documented: {words}."),
    )
}
