//! `GET /api/v1/stream`

use super::follow::Follower;
use crate::context::Context;
use crate::extract::{May, ReadMessages, Standing};
use crate::refusal::{Answer, Refusal};
use actix_web::http::header::{CONTENT_ENCODING, HeaderMap};
use actix_web::web::{Bytes, Data, Query};
use actix_web::{HttpRequest, HttpResponse, get};
use futures_util::stream::unfold;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::StreamEvent;
use serde::Deserialize;
use std::convert::Infallible;
use std::time::Duration;

/// What following takes.
pub type Needs = ReadMessages;

/// Seconds a stream lasts at most; then the reader comes again.
const LONGEST_S: u64 = 3_600;

#[derive(Deserialize)]
struct Wanted {
    seconds: Option<u64>,
}

/// Tells what happens, as it happens
///
/// Server-sent events: each has a place in the partner's chain as its `id` and a `StreamEvent` as its
/// `data`, which says what happened to which thing and no more; read the thing itself. People of a
/// client hear of their own client. A comment comes every ten seconds.
///
/// Come again with the last `id` in `Last-Event-ID`, and nothing is missed: where more than 500 events
/// came between, one of type `stream.gap` stands for them. The stream ends when the access token does,
/// when rights are taken away, after an hour at the latest, and when the server stops. Of one person
/// or key 20 streams may be open.
#[utoipa::path(tag = "Activity",
    params(("Last-Event-ID" = Option<String>, Header,
            description = "The `id` of the last event that was read; without it, only what happens from now on."),
        ("seconds" = Option<u64>, Query, minimum = 0, maximum = 3600,
            description = "How long it lasts at most. With 0 it tells what there is and ends, for where streams are held back on the way.")),
    responses((status = 200, content_type = "text/event-stream", body = StreamEvent,
        description = "Events, one after another.")),
    extensions(("x-scope" = json!("messages:read"))))]
#[get("/api/v1/stream")]
pub async fn read_stream(
    ctx: Data<Context>,
    may: May<Needs>,
    standing: Standing,
    request: HttpRequest,
) -> Answer {
    let known = last_event(request.headers())?;
    let lasts = lasts(&request)?;
    let follower = Follower::begin(&ctx, standing, may.0, known, lasts).await?;
    let lines = unfold(follower, async |mut follower| {
        let lines = follower.next().await?;
        Some((Ok::<_, Infallible>(Bytes::from(lines)), follower))
    });
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        // Compressed or collected on the way, an event would wait for the next one.
        .insert_header((CONTENT_ENCODING, "identity"))
        .insert_header(("X-Accel-Buffering", "no"))
        .streaming(Box::pin(lines)))
}

/// The place a reader knows.
fn last_event(headers: &HeaderMap) -> Result<Option<i64>, Refusal> {
    let mut given = headers.get_all("Last-Event-ID");
    let (first, second) = (given.next(), given.next());
    let Some(value) = first else { return Ok(None) };
    let text = value.to_str().ok().filter(|_| second.is_none());
    if text.is_some_and(str::is_empty) {
        return Ok(None);
    }
    let digits = text.filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let place = digits.and_then(|text| text.parse().ok());
    place.map(Some).ok_or_else(|| {
        let words = "Send the id of the last event you read as the one Last-Event-ID, or none.";
        Refusal::new(ProblemCode::BadParameter, words)
    })
}

fn lasts(request: &HttpRequest) -> Result<Duration, Refusal> {
    let query = Query::<Wanted>::from_query(request.query_string());
    let seconds = query.ok().map(|wanted| wanted.seconds.unwrap_or(LONGEST_S));
    let seconds = seconds.filter(|seconds| *seconds <= LONGEST_S);
    seconds.map(Duration::from_secs).ok_or_else(|| {
        let words = "seconds is a whole number from 0 to 3600.";
        Refusal::new(ProblemCode::BadParameter, words)
    })
}
