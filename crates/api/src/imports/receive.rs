//! A list on its way in: from the request to its object, never whole in memory.

use super::reading::WHOLE;
use crate::context::Context;
use crate::files::{self, Writing};
use crate::keys::hex;
use crate::refusal::Refusal;
use actix_web::HttpRequest;
use actix_web::http::header::CONTENT_LENGTH;
use actix_web::web::{Payload, Query};
use futures_util::StreamExt as _;
use gangway_domain::ids::{FileId, ImportId, PartnerId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::MOST_IMPORT_BYTES;
use ring::digest::{self, SHA256};
use serde::Deserialize;

/// What a file without a name is called.
const NAMELESS: &str = "clients.csv";

/// What an upload says about itself besides its bytes.
#[derive(Debug)]
pub struct Said {
    /// What the file is called, cleaned.
    pub name: String,
    /// Whether it is to be imported although the same file was.
    pub again: bool,
}

#[derive(Debug, Deserialize)]
struct Raw {
    name: Option<String>,
    again: Option<bool>,
}

/// Reads what the upload says.
pub fn said(request: &HttpRequest) -> Result<Said, Refusal> {
    let raw = Query::<Raw>::from_query(request.query_string()).map_err(|_| {
        let words = "name is what the file is called, once; again is true or false.";
        Refusal::new(ProblemCode::BadParameter, words)
    })?;
    let Raw { name, again } = raw.0;
    let name = name.filter(|name| !name.trim().is_empty());
    Ok(Said {
        name: files::cleaned(name.as_deref().unwrap_or(NAMELESS)),
        again: again.unwrap_or(false),
    })
}

/// What was received.
#[derive(Debug)]
pub struct Received {
    /// How large it is.
    pub bytes: usize,
    /// SHA-256 of it, in hex.
    pub digest: String,
}

/// Writes a body to the object of an import. One that says it is too large is refused before its first byte.
pub async fn receive(
    ctx: &Context,
    partner: PartnerId,
    import: ImportId,
    request: &HttpRequest,
    body: Payload,
) -> Result<Received, Refusal> {
    let announced = request.headers().get(CONTENT_LENGTH);
    let announced = announced.and_then(|length| length.to_str().ok()?.parse().ok());
    if announced.unwrap_or(0) > MOST_IMPORT_BYTES {
        return Err(too_large());
    }
    let mut writing = ctx.objects.write(partner, FileId(import.0), WHOLE);
    match copy(&mut writing, body).await {
        Ok(received) => {
            writing.finish().await?;
            Ok(received)
        }
        Err(refusal) => {
            writing.give_up().await;
            Err(refusal)
        }
    }
}

async fn copy(writing: &mut Writing, mut body: Payload) -> Result<Received, Refusal> {
    let (mut bytes, mut digest) = (0, digest::Context::new(&SHA256));
    while let Some(part) = body.next().await {
        let part = part.map_err(|_| cut_off())?;
        bytes += part.len();
        if bytes > MOST_IMPORT_BYTES {
            return Err(too_large());
        }
        digest.update(&part);
        writing.add(&part).await?;
    }
    let digest = hex(digest.finish().as_ref());
    Ok(Received { bytes, digest })
}

fn too_large() -> Refusal {
    let megabytes = MOST_IMPORT_BYTES / 1024 / 1024;
    let words = format!(
        "The file is too large. At most {megabytes} MB are taken: split the list over several files."
    );
    Refusal::new(ProblemCode::TooLarge, words)
}

fn cut_off() -> Refusal {
    Refusal::new(ProblemCode::UnreadableBody, "The body ended early.")
}
