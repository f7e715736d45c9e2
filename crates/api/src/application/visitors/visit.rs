//! A visit: the proof that a page of the company's had the panel opened, and when. It is made from
//! the installation's secret and stored nowhere; it works for this one application, and a day at most.

use super::own_page::OwnPage;
use crate::context::Context;
use crate::refusal::Refusal;
use actix_web::HttpRequest;
use chrono::{DateTime, Duration, TimeZone as _, Utc};
use gangway_domain::problem::ProblemCode;
use uuid::Uuid;

/// The header that carries it.
pub const HEADER: &str = "Gangway-Visit";
/// How long it works.
const HOURS: i64 = 12;
/// Nobody fills in the form faster.
const LEAST_S: i64 = 3;

/// A visit that is going on.
pub struct Visit {
    /// Its id.
    pub id: Uuid,
}

/// A new one, and when it ends.
pub fn begin(ctx: &Context, page: &OwnPage) -> (String, DateTime<Utc>) {
    let (id, now): (Uuid, _) = (ctx.new_id(), ctx.now());
    let token = ctx.keys.visit(page.client_id(), id, now.timestamp_millis());
    (token, now + Duration::hours(HOURS))
}

/// The one a request goes with.
pub fn require(ctx: &Context, page: &OwnPage, request: &HttpRequest) -> Result<Visit, Refusal> {
    let mut given = request.headers().get_all(HEADER);
    let (Some(token), None) = (given.next(), given.next()) else {
        return Err(none());
    };
    let read = token.to_str().ok();
    let read = read.and_then(|token| ctx.keys.read_visit(page.client_id(), token));
    let (id, begun_ms) = read.ok_or_else(none)?;
    let begun = Utc.timestamp_millis_opt(begun_ms).single();
    let age = ctx.now() - begun.ok_or_else(none)?;
    if age >= Duration::hours(HOURS) {
        return Err(none());
    }
    if age < Duration::seconds(LEAST_S) {
        let words = "That was faster than anybody writes. Wait a moment and press Send again.";
        return Err(Refusal::new(ProblemCode::Conflict, words));
    }
    Ok(Visit { id })
}

fn none() -> Refusal {
    let words = "Close the panel, open it again and press Send once more.";
    Refusal::new(ProblemCode::NotSignedIn, words)
}
