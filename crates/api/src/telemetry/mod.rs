//! What the operator sees of a running server: logs and figures.

mod logs;
pub mod metrics;

use std::fmt::Display;

pub use logs::{LogTo, init};
use tracing::{Span, field::display};

/// The span of a request; every line logged inside carries its fields.
pub fn request_span(request_id: &str, caller: impl Display) -> Span {
    let empty = tracing::field::Empty;
    tracing::info_span!(
        "request",
        request_id,
        caller = %caller,
        partner_id = empty,
        person_id = empty
    )
}

/// The span of a job; every line logged inside says which job, which try and whose.
pub fn job_span(
    job_id: impl Display,
    kind: &str,
    attempt: i32,
    partner_id: Option<impl Display>,
) -> Span {
    let partner_id = partner_id.map_or_else(|| "none".to_owned(), |id| id.to_string());
    tracing::info_span!("job", job_id = %job_id, kind, attempt, partner_id)
}

/// Notes whose data the request or job at work is about.
pub fn about_partner(partner_id: impl Display) {
    Span::current().record("partner_id", display(partner_id));
}

/// Notes who asks.
pub fn asked_by(person_id: impl Display) {
    Span::current().record("person_id", display(person_id));
}
